import type { EmptyTable } from '../find/find.ts';
import type { Finding, NotJudged } from '../finding.ts';

/** A table without numbers, where it is all that a workbook has. */
export const withoutNumbers = ({ sheet, header, upright }: EmptyTable): NotJudged => ({
  sheet,
  what: `the table with its names in ${upright ? 'column' : 'row'} ${header}`,
  why: 'there are no numbers under its headers',
});

/** An empty table beside others holds nothing that could be wrong. */
export const emptyNote = (table: EmptyTable): Finding => ({
  kind: 'empty',
  mistake: false,
  sheet: table.sheet,
  message: `There are no numbers under the headers in ${table.upright ? 'column' : 'row'} ${table.header}.`,
});
