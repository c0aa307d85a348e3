/** Names that are told one by one; more are counted. */
export const MOST_NAMES = 8;

/** Names of columns in a line: all of them, or the first, the last and their number. */
export const columnNames = (names: readonly string[]): string =>
  names.length <= MOST_NAMES ? names.join(', ') : `${names[0]} … ${names.at(-1)} (${names.length} columns)`;
