import type { Ast } from './ast.ts';

/** The decimal places that a formula rounds its result to, as =ROUND(…, 4) does; undefined where it does not round. */
export function placesOf(ast: Ast): number | undefined {
  if (ast.kind !== 'call') return undefined;
  const [first, places] = ast.of;
  if (ast.name === 'IFERROR') return first === undefined ? undefined : placesOf(first);
  return ast.name === 'ROUND' && places?.kind === 'number' ? places.value : undefined;
}
