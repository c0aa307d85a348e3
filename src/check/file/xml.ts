import { limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** What a document tells, in order. Names come without their prefixes. */
export interface Listener {
  /** @param attribute reads an attribute by its name without prefix; undefined where there is none */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

const broken = (): Unreadable => new Unreadable('The file is damaged: a part of it is not XML.');

/**
 * Reads XML from front to back in one pass. A document with a type declaration, which could define entities or name other files,
 * is refused: no part of a workbook has one. Only the five entities of XML and numbered characters are known.
 * Source: W3C, "Extensible Markup Language (XML) 1.0", 2.4, 2.7 and 4.6.
 *
 * @throws Unreadable when it is broken
 */
export function scanXml(xml: string, listener: Listener): void {
  const stack: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const mark = xml.indexOf('<', at);
    const upTo = mark === -1 ? xml.length : mark;
    if (upTo > at && stack.length > 0) listener.text?.(decoded(xml.slice(at, upTo)));
    if (mark === -1) break;
    const next = xml.charCodeAt(mark + 1);
    if (next === BANG) {
      at = afterMarkup(xml, mark, listener);
      continue;
    }
    const end = next === QUESTION ? xml.indexOf('?>', mark) + 1 : endOfTag(xml, mark);
    if (end <= mark) throw broken();
    at = end + 1;
    if (next === QUESTION) continue;
    if (next === SLASH) {
      const name = localName(xml.slice(mark + 2, end).trimEnd());
      if (stack.pop() !== name) throw broken();
      listener.close?.(name);
      continue;
    }
    const empty = xml.charCodeAt(end - 1) === SLASH;
    const tag = xml.slice(mark + 1, empty ? end - 1 : end);
    const space = tag.search(/\s/);
    const name = localName(space === -1 ? tag : tag.slice(0, space));
    if (name === '') throw broken();
    listener.open?.(name, (wanted) => (space === -1 ? undefined : attributeOf(tag, space, wanted)));
    if (empty) listener.close?.(name);
    else if (stack.push(name) > limits.depth) throw broken();
  }
  if (stack.length > 0) throw broken();
}

const BANG = 33;
const DOUBLE = 34;
const SINGLE = 39;
const CLOSING = 62;
const SLASH = 47;
const QUESTION = 63;

/** The end of a comment or of literal text; a type declaration is refused. */
function afterMarkup(xml: string, at: number, listener: Listener): number {
  const [opening, closing] = xml.startsWith('<!--', at) ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
  if (!xml.startsWith(opening, at))
    throw new Unreadable('A part of the file declares a document type, which no workbook does, so it is not opened.');
  const end = xml.indexOf(closing, at + opening.length);
  if (end === -1) throw broken();
  if (closing === ']]>') listener.text?.(xml.slice(at + opening.length, end));
  return end + closing.length;
}

/** The `>` that ends a tag, not one in an attribute's value; -1 where there is none. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === CLOSING) return at;
    if (code !== DOUBLE && code !== SINGLE) continue;
    at = xml.indexOf(code === DOUBLE ? '"' : "'", at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributeOf(tag: string, from: number, wanted: string): string | undefined {
  const pattern = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  pattern.lastIndex = from;
  for (let found = pattern.exec(tag); found !== null; found = pattern.exec(tag))
    if (localName(found[1] ?? '') === wanted) return decoded(found[2] ?? found[3] ?? '');
  return undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        const known = entities[name];
        if (known === undefined) throw broken();
        return known;
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
    },
  );
}
