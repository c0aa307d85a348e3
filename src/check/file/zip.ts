import { type Archive, openArchive } from '../../unzip/archive.ts';
import { ZipFault } from '../../unzip/fault.ts';
import { PROTECTED } from './format.ts';
import { limits } from './limits.ts';
import { damaged, Unreadable } from './unreadable.ts';

/**
 * Opens the archive of a workbook that a stranger made, within the limits. Its parts are read as XML in UTF-8.
 *
 * @throws Unreadable when the archive is broken or goes beyond the limits; so does reading a part of it
 */
export function openWorkbook(bytes: Uint8Array): Archive {
  const source = { size: bytes.length, bytes: (from: number, count: number) => bytes.subarray(from, from + count) };
  const archive = toldInWords(() => openArchive(source, limits));
  return {
    ...archive,
    read: (name) => {
      const part = toldInWords(() => archive.read(name));
      return part === undefined ? undefined : inUtf8(part);
    },
  };
}

/** A part in UTF-8, which nearly all are; marks of byte order tell UTF-16. */
function inUtf8(part: Uint8Array): Uint8Array {
  const [first, second] = part;
  const little = first === 0xff && second === 0xfe;
  if (!little && !(first === 0xfe && second === 0xff)) return part;
  return new TextEncoder().encode(new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(part));
}

function toldInWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ZipFault ? inWords(error) : error;
  }
}

function inWords({ kind, count }: ZipFault): Unreadable {
  switch (kind) {
    case 'broken':
      return damaged('its archive cannot be read');
    case 'protected':
      return new Unreadable(PROTECTED);
    case 'too large':
      return new Unreadable('The file unpacks to far more than a workbook of this kind holds, so it is not opened.');
    case 'too many':
      return new Unreadable(`The file has ${count} parts; a workbook has at most ${limits.entries}.`);
  }
}
