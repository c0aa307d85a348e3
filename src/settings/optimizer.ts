import type { OptimizerFile, OptimizerName } from '../network/network.ts';
import { type PenaltyName, penalties } from '../network/optimizer.ts';
import { standards } from '../network/standards.ts';

/** What may be asked of an optimizer. */
type Asked = { readonly optimizer?: OptimizerName | undefined } & {
  readonly [Field in PenaltyName]?: number | undefined;
};

/** The optimizer that is asked for, with its penalties; undefined where none is and none was given. */
export function otherOptimizer(before: OptimizerFile | undefined, settings: Asked): OptimizerFile | undefined {
  const asked = penalties.filter(({ field }) => settings[field] !== undefined);
  const name = settings.optimizer ?? before?.name ?? (asked.length > 0 ? standards.optimizer : undefined);
  if (name === undefined) return undefined;
  const own = before?.name === name ? before : undefined;
  const given = penalties.flatMap(({ field }) => {
    const value = settings[field] ?? before?.[field];
    return value === undefined || (value === 0 && settings[field] === 0) ? [] : [[field, value] as const];
  });
  const { weightDecay: _, l1: __, ...rest } = own ?? { name };
  return { ...rest, ...Object.fromEntries(given) };
}
