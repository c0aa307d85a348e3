import { addressOf } from '../file/address.ts';
import type { Finding } from '../finding.ts';
import type { Judged } from '../judge/table.ts';

/** Right numbers where formulas are expected: a note for the whole table, or one for each column that has formulas elsewhere. */
export function pastedNotes(
  { reading: { table }, numbers, judgements }: Judged,
  known: ReadonlySet<string>,
): readonly Finding[] {
  const total = judgements.reduce((sum, { pasted }) => sum + pasted.length, 0);
  const computed = judgements.filter(({ name }) => table.expected.get(name)?.kind === 'formula');
  const cells = computed.reduce((sum, { judged, wrong }) => sum + judged - wrong.length, 0);
  if (total === 0) return [];
  if (total === cells)
    return [
      {
        kind: 'pasted',
        mistake: false,
        sheet: table.sheet,
        count: total,
        message: 'The table holds numbers only, no formulas; only the numbers could be judged.',
      },
    ];
  return judgements.flatMap(({ name, pasted }): readonly Finding[] => {
    const [k] = pasted;
    const site = k === undefined ? undefined : table.tracks.get(name)?.sites[k];
    if (k === undefined || site === undefined || known.has(name)) return [];
    return [
      {
        kind: 'pasted',
        mistake: false,
        sheet: site.sheet,
        quantity: name,
        cell: addressOf(site),
        count: pasted.length,
        message: `${name} holds numbers where formulas are expected; the numbers are right.`,
        value: { actual: numbers.at(name, k), expected: numbers.at(name, k) },
      },
    ];
  });
}
