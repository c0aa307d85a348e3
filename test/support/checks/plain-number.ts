/** What is wrong with a number as a file writes it, undefined where it is a finite number and not minus zero. */
export function numberFault(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return `"${text}" is no number`;
  if (!Number.isFinite(Number(text))) return `"${text}" is too large for a number`;
  return Object.is(Number(text), -0) ? `"${text}" is minus zero` : undefined;
}

/** The errors a cell can show. */
export const CELL_ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
]);
