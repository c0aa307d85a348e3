/** A name as it is written once: composed letters, one space between words. */
export const plainName = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** A name by which two are known to be the same. */
export const foldedName = (name: string): string => plainName(name).toLowerCase();
