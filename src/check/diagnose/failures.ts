import { addressOf } from '../file/address.ts';
import { siteKey } from '../find/track.ts';
import type { Finding } from '../finding.ts';
import type { Failure } from '../formula/grid.ts';
import type { Judged } from '../judge/table.ts';
import { correctionOf } from './correction.ts';

/** Why cells show no number where one belongs: each cause once, at the first cell on the way; what follows from it is not told again. */
export function failuresIn(judged: Judged): readonly Finding[] {
  const { reading, numbers, judgements } = judged;
  const { grid, table } = reading;
  // What reads a wrong cell fails because of it.
  const wrong = new Set(
    judgements.flatMap(({ name, wrong: own }) =>
      own.flatMap(
        ({ k }) =>
          table.tracks
            .get(name)
            ?.sites.slice(k, k + 1)
            .map(siteKey) ?? [],
      ),
    ),
  );
  const causes = new Map<string, { readonly failure: Failure; readonly cells: Set<string> }>();
  for (const { name, failing } of judgements)
    for (const k of failing) {
      const cell = numbers.cell(name, k);
      const failure = cell === undefined ? undefined : grid.failureOf(cell);
      if (failure === undefined || wrong.has(siteKey(failure.firstError)) || wrong.has(siteKey(failure.root))) continue;
      const key = causeKey(failure, table.meaningAt(failure.root)?.name);
      const cause = causes.get(key) ?? { failure, cells: new Set<string>() };
      causes.set(key, cause);
      cause.cells.add(siteKey(failure.root));
    }
  return [...causes.values()].map(({ failure, cells }) => findingOf(judged, failure, cells.size));
}

/** Texts are one mistake in a column; cells that are gone, circles and unknown names are one wherever they stand. */
const causeKey = ({ kind, why, root }: Failure, name: string | undefined): string =>
  kind === 'gone' || kind === 'circle' ? kind : kind === 'name' ? `${kind} ${why}` : `${kind} ${name ?? siteKey(root)}`;

function findingOf({ reading, numbers }: Judged, { root, why, kind, circle = [] }: Failure, count: number): Finding {
  const { table } = reading;
  const meant = table.meaningAt(root);
  const rule = meant === undefined ? undefined : table.expected.get(meant.name);
  const right =
    rule?.kind === 'formula' && meant !== undefined && !(rule.learned && meant.k === 0) ? rule.formula : undefined;
  // Of a circle of several cells nobody knows which one should not be in it.
  const mends = (kind !== 'circle' || circle.length === 1) && right !== undefined && meant !== undefined;
  return {
    kind: 'no-number',
    mistake: true,
    named: true,
    sheet: root.sheet,
    ...(meant === undefined ? {} : { quantity: meant.name }),
    cell: addressOf(root),
    count,
    message: `${meant === undefined ? `The cell ${addressOf(root)}` : meant.name} ${why}.`,
    ...(mends ? { correction: correctionOf(reading, numbers, right, meant.name, meant.k) } : {}),
  };
}
