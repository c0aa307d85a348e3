/** What the sheet Cross-check says. */
export const crossCheckWords = {
  title: 'Cross-check',
  use: 'The engine of backprop-workbook computed these numbers when the workbook was made; beside them stands what the cells show now.',
  agrees: (count: number, decided: number): string =>
    decided === 0
      ? `✓ The workbook agrees with the engine in all ${count} numbers.`
      : `✓ The workbook agrees with the engine in ${count} numbers; ${decided} more ${decided === 1 ? 'is' : 'are'} decided by rounding, which programs do differently.`,
  rounding: 'rounding',
  differs: (comparisons: number): readonly [string, string] => [
    '✗ The workbook differs from the engine in ',
    ` of ${comparisons} comparison${comparisons === 1 ? '' : 's'}; each is marked ✗.`,
  ],
  unchanged: 'No starting value and no learning rate was changed since the workbook was made.',
  overwritten: 'No starting value and no learning rate was changed, so a formula must have been overwritten.',
  changed: (count: number): readonly [string, string] => [
    'Changed since the workbook was made: ',
    ` of ${count} given numbers, so differences are expected. The engine’s numbers belong to the old ones.`,
  ],
  again: 'To make it again:',
  command: (words: string): string => `backprop-workbook generate ${words}`,
  tooLong: 'too many changes for a command: put them into a network file, see backprop-workbook init',
  commandNote: (file: string | undefined): string =>
    `Where backprop-workbook is not installed, npm start -- stands for it.${file === undefined ? '' : ` The network file ${file} has to lie in the folder.`}`,
  seeChanges: 'what was given, then and now ›',
  iteration: (iteration: number): string => `Iteration ${iteration}`,
  head: ['engine', 'live', 'off by'],
  leftOut: (first: string, last: string): string =>
    first === last ? `without ${first}` : `without ${first} … ${last}`,
  noNumber: 'no number',
  notes: [
    'The engine finds every gradient by itself, by differentiating the forward pass, without the formulas. Where rounding decides a number, nothing is compared.',
    'Off by: relative to the engine’s number, or to 0.000001 where that is more. Up to 0.000000001 it is rounding: ✓. Larger ones stand on red: ✗.',
  ],
  given: {
    title: 'What the engine started from',
    head: ['', 'as made', 'now', ''],
    ofRun: (name: string, sheet: string): string => `${name} of ${sheet}`,
    changed: 'changed',
  },
} as const;
