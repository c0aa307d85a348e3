import { addressOf, type CellPosition } from '../file/address.ts';

/** Control characters, line ends, marks of direction, what has no width, and halves of characters. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get out
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Characters of a text that are shown. */
const MOST = 60;

/** A text of a file as part of a sentence: its beginning, on one line, without characters that could move the rest of it. */
export function shortened(text: string): string {
  // What is cut off is cut first, so that no text costs more than what is shown of it.
  const start = text.slice(0, MOST + 1).replace(UNSEEN, '\ufffd');
  return text.length > MOST ? `${start.slice(0, MOST - 1).replace(/[\ud800-\udbff]$/, '')}…` : start;
}

/** The same in quotation marks. */
export const quotedText = (text: string): string => `"${shortened(text)}"`;

/** A cell's address as people read it; with its sheet, where that is another one. */
export const spokenAddress = (place: CellPosition, sheet: string, from: string): string =>
  sheet.toLowerCase() === from.toLowerCase() ? addressOf(place) : `'${shortened(sheet)}'!${addressOf(place)}`;
