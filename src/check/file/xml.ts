import { limits } from './limits.ts';
import { damaged, Unreadable } from './unreadable.ts';
import { literalIn, textIn, XmlNames } from './xml-text.ts';

/** Reads an attribute of an element by its name, with its prefix (`calcext:value-type`) or without; undefined where there is none. */
export type Attribute = (name: string) => string | undefined;

/** What a document tells, in order. Names of elements come without their prefixes. Texts may come in several pieces. */
export interface Listener {
  open?(name: string, attribute: Attribute): void;
  text?(text: string): void;
  close?(name: string): void;
}

const broken = (): Unreadable => damaged('a part of it is not XML');
const strange = (what: string): Unreadable =>
  new Unreadable(`A part of the file ${what}, which no workbook does, so it is not opened.`);

const TAB = 9;
const LINE = 10;
const RETURN = 13;
const SPACE = 32;
const BANG = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

const isSpace = (code: number | undefined): boolean =>
  code === SPACE || code === LINE || code === RETURN || code === TAB;

/**
 * Reads XML in UTF-8 from front to back in one pass, and every byte of it at most a few times. A document with a type declaration, which
 * could define entities or name other files, is refused: no part of a workbook has one.
 * Source: W3C, "Extensible Markup Language (XML) 1.0", 2.4, 2.7, 2.8 and 3.1.
 *
 * @throws Unreadable when it is broken, or strange
 */
export function scanXml(xml: Uint8Array, listener: Listener): void {
  const names = new XmlNames();
  const stack: string[] = [];
  let at = 0;
  let roots = 0;
  while (at < xml.length) {
    const mark = indexOf(xml, LESS, at);
    if (mark > at && stack.length > 0) listener.text?.(textIn(xml, at, mark));
    if (mark === xml.length) break;
    const next = xml[mark + 1];
    if (next === BANG || next === QUESTION) {
      at = afterMarkup(xml, mark, listener);
      continue;
    }
    const end = endOfTag(xml, mark + 1);
    at = end + 1;
    if (next === SLASH) {
      const name = names.in(xml, localFrom(xml, mark + 2, end), nameEnd(xml, mark + 2, end));
      if (stack.pop() !== name) throw broken();
      listener.close?.(name);
      continue;
    }
    const empty = xml[end - 1] === SLASH;
    const inner = empty ? end - 1 : end;
    const nameTo = nameEnd(xml, mark + 1, inner);
    const name = names.in(xml, localFrom(xml, mark + 1, nameTo), nameTo);
    if (name === '' || (stack.length === 0 && ++roots > 1)) throw broken();
    listener.open?.(name, attributesOf(xml, nameTo, inner, names));
    if (empty) listener.close?.(name);
    else if (stack.push(name) > limits.depth) throw strange(`has more than ${limits.depth} elements within each other`);
  }
  if (stack.length > 0 || roots === 0) throw broken();
}

/** Where a byte next stands; the end where it does not. */
function indexOf(xml: Uint8Array, code: number, from: number): number {
  let at = from;
  while (at < xml.length && xml[at] !== code) at++;
  return at;
}

/** The `>` that ends a tag, not one in an attribute's value. */
function endOfTag(xml: Uint8Array, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const code = xml[at];
    if (code === GREATER) return at;
    if (code === LESS) throw broken();
    if (code === DOUBLE || code === SINGLE) at = indexOf(xml, code, at + 1);
  }
  throw broken();
}

/** The end of a name that begins here. */
function nameEnd(xml: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && !isSpace(xml[at]) && xml[at] !== EQUALS) at++;
  return at;
}

/** Where a name begins after its prefix. */
function localFrom(xml: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (xml[at] === COLON) return at + 1;
  return from;
}

/** What follows a comment, an instruction, or literal text, which is told; a type declaration is refused. */
function afterMarkup(xml: Uint8Array, mark: number, listener: Listener): number {
  const after = (closing: string, from: number): number => {
    for (let at = from; at < xml.length; at++) if (startsWith(xml, closing, at)) return at + closing.length;
    throw broken();
  };
  if (startsWith(xml, '<?', mark)) return after('?>', mark + 2);
  if (startsWith(xml, '<!--', mark)) return after('-->', mark + 4);
  if (!startsWith(xml, '<![CDATA[', mark)) throw strange('declares a document type');
  const end = after(']]>', mark + 9);
  listener.text?.(literalIn(xml, mark + 9, end - 3));
  return end;
}

function startsWith(xml: Uint8Array, text: string, at: number): boolean {
  for (let k = 0; k < text.length; k++) if (xml[at + k] !== text.charCodeAt(k)) return false;
  return true;
}

/** A reader of a tag's attributes. The tag is looked through once, when the first is asked for. */
function attributesOf(xml: Uint8Array, from: number, to: number, names: XmlNames): Attribute {
  let found: readonly Stretch[] | undefined;
  return (wanted) => {
    found ??= stretches(xml, from, to, names);
    for (const { name, local, from: start, to: end } of found)
      if (name === wanted || local === wanted) return textIn(xml, start, end);
    return undefined;
  };
}

interface Stretch {
  readonly name: string;
  readonly local: string;
  /** Where its value stands. */
  readonly from: number;
  readonly to: number;
}

function stretches(xml: Uint8Array, from: number, to: number, names: XmlNames): readonly Stretch[] {
  const found: Stretch[] = [];
  const skipSpace = (start: number): number => {
    let at = start;
    while (at < to && isSpace(xml[at])) at++;
    return at;
  };
  for (let at = skipSpace(from); at < to; at = skipSpace(at)) {
    const end = nameEnd(xml, at, to);
    const opening = skipSpace(skipSpace(end) + 1);
    const quote = xml[opening];
    if (xml[skipSpace(end)] !== EQUALS || (quote !== DOUBLE && quote !== SINGLE)) throw broken();
    const closing = indexOf(xml, quote, opening + 1);
    const local = localFrom(xml, at, end);
    found.push({ name: names.in(xml, at, end), local: names.in(xml, local, end), from: opening + 1, to: closing });
    if (found.length > limits.attributes)
      throw strange(`has an element with more than ${limits.attributes} attributes`);
    at = closing + 1;
  }
  return found;
}
