import type { Shape, Style } from './learner-network.ts';

/** What a report may call a quantity: a class name first. */
export function namesOf(name: string, { update }: Style, { outputs }: Shape): readonly string[] {
  const weight = name.replace(/^(?:new |Δ|[−-]?∂E\/∂)/, '');
  if (name.startsWith('new ')) return [name, weight, `${weight} new`];
  if (name.startsWith('Δ')) return [name, ...(update === 'change only' ? [`∂E/∂${weight}`] : [])];
  if (name.startsWith('−')) return [name, name.replace('−', '-'), name.slice(1)];
  const delta = /^δ_(.+)$/.exec(name)?.[1];
  if (delta !== undefined) return [name, `∂E/∂${delta}`, `δ${delta}`];
  const output = /^∂E\/∂a_o(\d)$/.exec(name)?.[1];
  if (output !== undefined) return [name, `∂E${output}/∂a_o${output}`, `∂E_total/∂a_o${output}`];
  if (name === 'E1' && outputs === 1) return [name, 'E_total', 'E'];
  return [name];
}
