import { isAddress, LAST_COLUMN, LAST_ROW } from '../addresses.ts';

/**
 * Why Excel takes a word for a reference or a constant instead of a name, undefined where it does not.
 *
 * Excel rejects as names, and wants in quotes as sheet names: addresses (`LR1`), `R`, `C`, `RC`, and whatever begins
 * with a row or a column in R1C1 notation (`C1_size`, `R2score`), though not `C_size` or `Rate`.
 */
export function referenceLike(word: string): string | undefined {
  if (isAddress(word)) return 'looks like a cell address';
  if (/^(?:R|C|RC|TRUE|FALSE)$/i.test(word)) return 'is reserved';
  const [, row = '', column = ''] = /^(?:R(\d*))?(?:C(\d*))?/i.exec(word) ?? [];
  const begins = within(row, LAST_ROW) || within(column, LAST_COLUMN);
  return begins ? 'begins like an R1C1 reference' : undefined;
}

function within(digits: string, last: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= last;
}
