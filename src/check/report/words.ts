import { inQuotes, oneLine } from '../../network/path-text.ts';

/** The most characters of a name, of a file's, of a sentence and of a formula that are shown. */
const NAME = 60;
const FILE = 200;
const SENTENCE = 1_000;
const FORMULA = 8_193;

/** What a name may hold and still be taken for nothing but a name: no colon, no quotes, no two spaces. */
const PLAIN = /^(?:[A-Za-z]:(?=[\\/]))?(?:[\p{L}\p{M}\p{N}_.,+\-()=/\\&%#@'~∂°]+(?: (?=\S)|$))+$/u;

/** A name that a stranger gave: on one line, and in quotes where it could be taken for more than a name. */
export const nameText = (name: string, most = NAME): string =>
  name.length <= most && PLAIN.test(name) && oneLine(name, most) === name ? name : inQuotes(name, most);

/** The name of a file. */
export const fileText = (path: string): string => nameText(path, FILE);

/** A sentence with whatever a stranger wrote in it, on one line. */
export const sentenceText = (text: string): string => oneLine(text, SENTENCE);

/** A cell's formula, on one line. */
export const oneLineFormula = (text: string): string => oneLine(text, FORMULA);

/** A number with its noun: 1 table, 1,824 cells. */
export const withNoun = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** Things in a row, of which only the first are named. @param noun what the others are */
export function listed(items: readonly string[], most: number, noun?: string): string {
  const rest = items.length - most;
  if (rest > 0)
    return `${items.slice(0, most).join(', ')} and ${noun === undefined ? `${rest} more` : withNoun(rest, `more ${noun}`)}`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
