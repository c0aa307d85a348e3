import type { FoundTable } from '../find/join.ts';
import type { Finding } from '../finding.ts';
import type { Judged } from '../judge/table.ts';
import { isGradient } from './readings.ts';

/** What is odd about a table and yet no mistake. @param found the table as its headers tell it */
export const notesOn = (found: FoundTable, judged: Judged): readonly Finding[] => [
  ...rateNotes(judged),
  ...signNote(found, judged),
];

function rateNotes({ reading: { rate, table } }: Judged): readonly Finding[] {
  return (rate?.contradictions ?? []).map((message) => ({
    kind: 'learning-rate',
    mistake: false,
    sheet: table.sheet,
    message,
  }));
}

/** Says that gradients have the other sign than their headers say, where the updates add them. */
function signNote(found: FoundTable, { reading: { table } }: Judged): readonly Finding[] {
  const [first] = [...found.tracks.keys()].filter((name) => isGradient(name) && table.tracks.has(`−${name}`));
  if (first === undefined) return [];
  const message = `The gradients have the other sign: ${first} holds −${first}, and so on; the updates add them.`;
  return [{ kind: 'other-network', mistake: false, sheet: table.sheet, quantity: first, message }];
}
