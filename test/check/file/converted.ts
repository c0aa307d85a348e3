import { strToU8, unzipSync, zipSync } from 'fflate';
import { savedByLibreOffice } from '../../support/libreoffice.ts';

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts that LibreOffice asks for, and a small workbook lacks. */
const further = (paths: readonly string[]): Readonly<Record<string, string>> => ({
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${paths
    .filter((path) => path.includes('/worksheets/'))
    .map((path) => `<Override PartName="/${path}" ContentType="${types}.worksheet+xml"/>`)
    .join('')}</Types>`,
});

/** A small workbook as LibreOffice saves it in its own format. @throws Error where LibreOffice is missing or fails */
export function convertedToOds(xlsx: Uint8Array): Promise<Uint8Array> {
  const parts = unzipSync(xlsx);
  const added = Object.entries(further(Object.keys(parts))).map(([path, text]) => [path, strToU8(text)]);
  return savedByLibreOffice(zipSync({ ...parts, ...Object.fromEntries(added) }), [], 'ods');
}
