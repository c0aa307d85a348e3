/** The most characters of a user's text that a message repeats. */
const MOST = 40;

/** What a terminal would obey instead of showing, line ends and tabs apart, and what turns the direction of writing. */
const OBEYED = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text of which a terminal shows everything: what strangers wrote may hold commands to it. */
export const visible = (text: string): string =>
  text.replace(OBEYED, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

/** A text as a message shows it: in quotes, on one line, and not longer than need be. */
export const quoted = (text: string): string =>
  visible(JSON.stringify(text.length > MOST ? `${text.slice(0, MOST)}…` : text));

/** A path in the notation of the file's own language: `layers[0].weights[1]`; names that are not words stand in quotes: `["my title"]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    if (name.length > MOST || !/^[\p{L}\p{N}_$-]+$/u.test(name)) return `${text}[${quoted(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
