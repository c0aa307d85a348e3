import type { Sheet } from '../../src/sheet/sheet.ts';

/** A sheet with nothing in it. */
export const plainSheet: Sheet = {
  name: 'S',
  tabColor: '000000',
  opens: { selected: 'A1' },
  hidden: false,
  cells: [],
  widths: [],
  heights: new Map(),
  merged: [],
  rules: [],
  names: new Map(),
  charts: [],
  figures: [],
};
