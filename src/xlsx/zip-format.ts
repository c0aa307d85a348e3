/**
 * The records of a zip archive whose files are written before their sizes are known.
 * Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3.7, 4.3.9, 4.3.12 and 4.3.16.
 */

/** A file of an archive, as far as it is written. */
export interface ZippedFile {
  readonly path: string;
  /** Of its bytes. */
  readonly crc: number;
  /** Bytes, and bytes that they take in the archive. */
  readonly size: number;
  readonly deflated: number;
}

const VERSION = 20;
/** That sizes follow on a file, and that its path is UTF-8. */
const SIZES_FOLLOW = 1 << 3;
const UTF_8 = 1 << 11;
const DEFLATED = 8;
/** The earliest date that a zip can hold, 1980-01-01 in local time: the same bytes in every time zone. */
const DATE = (1 << 21) | (1 << 16);

const LOCAL_LENGTH = 30;
const DESCRIPTOR_LENGTH = 16;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;

const pathBytes = (path: string): Uint8Array => new TextEncoder().encode(path);

/** What a header says first, locally and in the directory. */
function putHeader(view: DataView, at: number, name: Uint8Array, path: string): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, SIZES_FOLLOW | (name.length === path.length ? 0 : UTF_8), true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint32(at + 6, DATE, true);
  view.setUint16(at + 22, name.length, true);
}

const putSizes = (view: DataView, at: number, { crc, size, deflated }: ZippedFile): void => {
  view.setUint32(at, crc, true);
  view.setUint32(at + 4, deflated, true);
  view.setUint32(at + 8, size, true);
};

/** What stands before a file. */
export function localHeader(path: string): Uint8Array {
  const name = pathBytes(path);
  const bytes = new Uint8Array(LOCAL_LENGTH + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0403_4b50, true);
  putHeader(view, 4, name, path);
  bytes.set(name, LOCAL_LENGTH);
  return bytes;
}

/** What stands after a file: its sizes. */
export function dataDescriptor(file: ZippedFile): Uint8Array {
  const bytes = new Uint8Array(DESCRIPTOR_LENGTH);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0807_4b50, true);
  putSizes(view, 4, file);
  return bytes;
}

/** The end of an archive: its directory. @param files in order, without anything between them */
export function zipDirectory(files: readonly ZippedFile[]): Uint8Array {
  const names = files.map(({ path }) => pathBytes(path));
  const length = names.reduce((sum, name) => sum + CENTRAL_LENGTH + name.length, 0);
  const bytes = new Uint8Array(length + END_LENGTH);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let offset = 0;
  for (const [k, file] of files.entries()) {
    const name = names[k] as Uint8Array;
    view.setUint32(at, 0x0201_4b50, true);
    view.setUint16(at + 4, VERSION, true);
    putHeader(view, at + 6, name, file.path);
    putSizes(view, at + 16, file);
    view.setUint32(at + 42, offset, true);
    bytes.set(name, at + CENTRAL_LENGTH);
    at += CENTRAL_LENGTH + name.length;
    offset += LOCAL_LENGTH + name.length + file.deflated + DESCRIPTOR_LENGTH;
  }
  view.setUint32(at, 0x0605_4b50, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, length, true);
  view.setUint32(at + 16, offset, true);
  return bytes;
}
