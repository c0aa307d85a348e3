import type { PackageParts } from './package-parts.ts';
import { children, descend, parsePart, type XmlElement } from './xml.ts';

const ENCODER = new TextEncoder();

/** The shared strings of a workbook by index, formatting dropped; none where it has no such part. */
export function readSharedStrings(parts: PackageParts): readonly string[] {
  const bytes = parts.get('xl/sharedStrings.xml');
  return bytes === undefined ? [] : children(parsePart(bytes), 'si').map(stringText);
}

/** The text of the XML inside a cell's `<is>`, formatting dropped. */
export function inlineText(xml: string): string {
  return stringText(parsePart(ENCODER.encode(`<is>${xml}</is>`)));
}

/** Text with Excel's own escapes such as `_x000D_` resolved. */
export function unescapeString(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function stringText(element: XmlElement): string {
  // Phonetic readings (`rPh`) have text as well, which is not part of the string.
  const pieces = children(element).map((child) => {
    if (child.name === 't') return child.text;
    return child.name === 'r' ? (descend(child, 't')?.text ?? '') : '';
  });
  return unescapeString(pieces.join(''));
}
