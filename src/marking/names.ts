import { foldedName } from '../classroom/names.ts';

/**
 * What two ways of writing a name have in common: "Doe, Jane", "jane doe" and Canvas's "doejane" have the same letters. Marks over letters
 * count for nothing, for not every platform keeps them.
 */
export const lettersOfName = (name: string): string =>
  [...foldedName(name).normalize('NFKD')]
    .filter((mark) => /[\p{L}\p{N}]/u.test(mark))
    .sort()
    .join('');
