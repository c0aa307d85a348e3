import { oneLine } from '../../network/path-text.ts';

/** A file that cannot be read as a workbook. Its message is one sentence for the person who gave it. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreadable';
  }
}

/** Bytes that are not what the format says. @param what is wrong, as the end of a sentence */
export const damaged = (what: string): Unreadable => new Unreadable(`The file is damaged: ${what}.`);

/** The most characters of a fault's own words. */
const MOST = 200;

/** Why nothing came of a file, in a sentence: what is wrong with the file, or else that this program is at fault. */
export function whyUnread(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const words = oneLine(error instanceof Error ? `${error.name}: ${error.message}` : String(error), MOST);
  return `An unexpected fault of this program: ${words.replace(/\.$/, '')}. Please report it.`;
}
