import type { LearnerBook } from './book.ts';
import { readExcel } from './excel.ts';
import { refuseArchive, refuseBytes } from './format.ts';
import { isOpenDocument, readOpenDocument } from './open-document.ts';
import { isSealed } from './seal.ts';
import { openWorkbook } from './zip.ts';

export type { LearnerBook } from './book.ts';

/**
 * Reads a workbook that a stranger made: .xlsx, .xlsm without its macros, or .ods. Everything is bounded before it is unpacked, no
 * link is followed, nothing is run.
 *
 * @param bytes of the file
 * @throws Unreadable with a sentence that says why it cannot be read
 */
export function readBook(bytes: Uint8Array): LearnerBook {
  refuseBytes(bytes);
  const archive = openWorkbook(bytes);
  refuseArchive(archive.names);
  return isOpenDocument(archive) ? readOpenDocument(archive) : { ...readExcel(archive), sealed: isSealed(archive) };
}
