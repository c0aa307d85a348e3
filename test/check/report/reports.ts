import type { Finding, Report, TableReport } from '../../../src/check/finding.ts';

/** A table that was judged. */
export const table = (sheet: string, more: Partial<TableReport> = {}): TableReport => ({
  sheet,
  range: 'A5:AE17',
  iterations: 12,
  layers: [2, 2, 2],
  learningRate: { value: 0.5, source: 'label', cell: 'B2' },
  missing: [],
  judgedCells: 304,
  ...more,
});

/** A report of a right table. */
export const report = (more: Partial<Report> = {}): Report => ({
  verdict: 'right',
  reason: null,
  tables: [table('LR 0.5')],
  notJudged: [],
  sheetsWithoutTable: [],
  findings: [],
  ...more,
});

/** A mistake in ∂E/∂w3. */
export const mistake = (more: Partial<Finding> = {}): Finding => ({
  kind: 'wrong',
  mistake: true,
  sheet: 'LR 0.5',
  quantity: '∂E/∂w3',
  cell: 'AD6',
  count: 12,
  message: '∂E/∂w3 uses a_h1·(1−a_h1); it should use a_h2·(1−a_h2).',
  correction: '=(R6-A6)*L6*(1-L6)*C6',
  ...more,
});
