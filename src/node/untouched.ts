import { text } from 'node:stream/consumers';
import type { Entry, ZipFile } from 'yauzl';
import { type PartRecord, readSeal, SEAL_PATH, sealOf } from '../seal/seal.ts';

/** Whether a file is a workbook of this program that nobody has changed since: its seal fits what its parts hold. */
export async function isUntouched(path: string): Promise<boolean> {
  const { default: yauzl } = await import('yauzl');
  try {
    const archive = await yauzl.openPromise(path, { autoClose: false });
    try {
      return await sealFits(archive);
    } finally {
      archive.close();
    }
  } catch {
    // Not a zip, a broken one, or one that cannot be read: in any case not as we wrote it.
    return false;
  }
}

async function sealFits(archive: ZipFile): Promise<boolean> {
  const records: PartRecord[] = [];
  let sealed: Entry | undefined;
  for await (const entry of archive.eachEntry()) {
    records.push({ path: entry.fileName, crc: entry.crc32, size: entry.uncompressedSize });
    if (entry.fileName === SEAL_PATH) sealed = entry;
  }
  if (sealed === undefined || sealed.uncompressedSize > 10_000) return false;
  const xml = await text(await archive.openReadStreamPromise(sealed));
  return readSeal(xml) === sealOf(records);
}
