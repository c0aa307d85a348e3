/** What the sheet Cross-check says. */
export const crossCheckWords = {
  title: 'Cross-check',
  use: 'The same numbers from another program: an engine that differentiates by itself computed them when this file was made. They are plain values; the cells beside them are live.',
  agree: (count: number): string => `✓ all ${count} numbers agree`,
  differ: (count: number): string => ` of ${count} numbers differ although nothing was changed`,
  changed:
    ' starting values or learning rates were changed, so differences are expected. To compare again, make the workbook anew:',
  unchanged: 'Change a starting value on Network, and this sheet says so.',
  command: 'backprop-workbook NETWORK',
  commandNote: 'NETWORK is the name or the file of the network that this workbook was made from.',
  start: {
    title: 'As made, and as it is now',
    name: 'Value',
    made: 'as made',
    now: 'now',
    changed: 'changed?',
    flag: 'flag',
  },
  changedMark: 'changed',
  columns: { iteration: 'iteration', quantity: 'quantity', engine: 'engine', live: 'live', difference: 'difference' },
  differing: 'numbers that differ:',
  note: 'A difference is relative to the engine’s number; up to 1E-9 it is rounding.',
} as const;
