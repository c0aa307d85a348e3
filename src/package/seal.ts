import { type Element, element } from '../drawing/xml.ts';
import type { ZipRecord } from './zip.ts';

/**
 * A workbook carries a seal: a digest of what its other parts hold, as a custom document property. Whoever saves the file from a
 * spreadsheet program changes the parts, and the seal is broken; so the program can tell its own untouched work from a person's.
 */

/** The part that holds the seal. */
export const SEAL_PATH = 'docProps/custom.xml';

/** The name of the property. */
const SEAL_NAME = 'backprop-workbook seal';

/** The digest of an archive's files other than the seal itself, as hexadecimal SHA-256. */
export async function sealOf(records: readonly ZipRecord[]): Promise<string> {
  const lines = records
    .filter((record) => record.path !== SEAL_PATH)
    .map((record) => `${record.path} ${record.size} ${record.crc >>> 0}\n`)
    .sort();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join('')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The part with the seal (ECMA-376 Part 1, 22.3 custom properties). */
export function sealPart(seal: string): Element {
  return element(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    [
      element('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: 2, name: SEAL_NAME }, [
        element('vt:lpwstr', {}, [seal]),
      ]),
    ],
  );
}

/** The seal in a part written by {@link sealPart}, if it has one. */
export function readSeal(xml: string): string | undefined {
  return new RegExp(`name="${SEAL_NAME}"[^>]*><vt:lpwstr>([0-9a-f]{64})<`).exec(xml)?.[1];
}
