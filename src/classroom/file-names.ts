/** What Windows reserves for devices, with any ending. Source: Microsoft, "Naming Files, Paths, and Namespaces". */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** What some file system takes in no name: marks of paths and of commands, and what is not to be seen. */
const UNFIT = /[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu;

/** The most bytes of a name, with room for an ending; file systems take 255. */
const MOST_BYTES = 200;

/** The most characters of a name, as a class list holds it, so that no path on Windows gets too long by it. */
const MOST_CHARACTERS = 100;

/**
 * A name as that of a file which every file system takes, without an ending: "AC/DC" as "AC-DC". Empty where nothing is left of it that
 * tells one from another.
 */
export function fileNameOf(name: string): string {
  const plain = name.normalize('NFC').replace(UNFIT, '-').replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}\p{S}]/u.test(plain)) return '';
  const short = cut(plain.replace(/^\.+/, ''));
  const safe = short.replace(/[. ]+$/, '');
  return DEVICE.test(safe.split('.')[0]?.trim() ?? '') ? `${safe}_` : safe;
}

/** The beginning of a name, as long as every file system takes it, no character of it cut in two. */
function cut(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > MOST_BYTES || kept.length + character.length > MOST_CHARACTERS) break;
    kept += character;
  }
  return kept;
}
