import { limits } from './limits.ts';
import { damaged } from './unreadable.ts';

/** Bytes of a text that are decoded, enough for as many characters as are read. */
const MOST_BYTES = 4 * limits.text;

// A mark of byte order within a document is a character as others are.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a stretch of a document without its entities; of a very long one its beginning. It holds no memory of the document. */
export function textIn(xml: Uint8Array, from: number, to: number): string {
  const text = literalIn(xml, from, to);
  return text.includes('&') ? decoded(text) : text;
}

/** The text of a stretch in which `&` has no meaning. */
export const literalIn = (xml: Uint8Array, from: number, to: number): string =>
  decoder.decode(xml.subarray(from, Math.min(to, from + MOST_BYTES)));

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Only the five entities of XML and numbered characters are known. Source: XML 1.0, 4.1 and 4.6. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{1,9}));/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        const known = entities.get(name);
        if (known === undefined) throw damaged('a part of it is not XML');
        return known;
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code);
    },
  );
}

/** Names that a document repeats for every cell, decoded once. */
export class XmlNames {
  readonly #known: string[] = [];

  in(xml: Uint8Array, from: number, to: number): string {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = (hash * 31 + (xml[at] ?? 0)) & 0x3ff;
    const known = this.#known[hash];
    if (known !== undefined && isAt(known, xml, from, to)) return known;
    const name = literalIn(xml, from, to);
    this.#known[hash] = name;
    return name;
  }
}

function isAt(name: string, xml: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let k = 0; k < name.length; k++) if (name.charCodeAt(k) !== xml[from + k]) return false;
  return true;
}
