/** The most characters of a user's text that a message repeats. */
const MOST = 40;

/** What a terminal obeys instead of showing it, what turns the direction of writing, and what shows nothing; line ends and tabs apart. */
const OBEYED = /(?!\n|\t|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const escapeOf = (mark: string): string =>
  Array.from({ length: mark.length }, (_, k) => `\\u${mark.charCodeAt(k).toString(16).padStart(4, '0')}`).join('');

/**
 * A text of which a terminal shows everything: what strangers wrote may hold commands to it. Marks become `\u001b` and the like, which
 * in JSON means the same.
 */
export const visible = (text: string): string => text.replace(OBEYED, escapeOf);

/** The beginning of a text that is too long, no character of it cut in two. */
const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** A text of a stranger on one line, where it can neither begin another nor do anything. @param most characters that are shown */
export const oneLine = (text: string, most: number): string =>
  visible(shortened(text, most)).replaceAll('\n', '\\n').replaceAll('\t', '\\t');

/** A text as a message shows it: in quotes, on one line, and not longer than need be. */
export const inQuotes = (text: string, most = MOST): string => visible(JSON.stringify(shortened(text, most)));

/** A path in the notation of the file's own language: `layers[0].weights[1]`; names that are not words stand in quotes: `["my title"]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    if (name.length > MOST || !/^[\p{L}\p{N}_$-]+$/u.test(name)) return `${text}[${inQuotes(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
