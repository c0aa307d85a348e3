import * as z from 'zod/mini';

/** What no line of text can hold: control characters, line ends, halves of surrogate pairs, and what Unicode keeps from being a character. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

const LINE_ENDS = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

/** What a line of text cannot hold and where, the first of it; undefined where all is well. */
function unfitCharacter(text: string): string | undefined {
  const found = UNFIT.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const kind = LINE_ENDS.includes(found)
    ? 'a line end'
    : found === '\t'
      ? 'a tab'
      : 'a character that no text can hold';
  const before = textBefore(text, text.indexOf(found));
  return `holds ${kind}, U+${code}, ${before === '' ? 'at its start' : `after "${before}"`}; remove it`;
}

/** The twenty characters before a position, or fewer; of two code units each, at most. */
const textBefore = (text: string, at: number): string => [...text.slice(Math.max(0, at - 40), at)].slice(-20).join('');

/** A line of text of at most so many characters, any of them but those that cannot be shown. */
export const line = (most: number): z.ZodMiniString =>
  z.string().check(
    z.trim(),
    z.maxLength(most),
    z.refine((text) => unfitCharacter(text) === undefined, {
      error: ({ input }) => unfitCharacter(String(input)) ?? '',
    }),
  );
