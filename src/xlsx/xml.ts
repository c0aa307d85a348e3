import { flatText } from '../sheet/flat-text.ts';

/** An XML element with its attributes in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** A place in a template, written as a processing instruction: `<?series?>`. */
export interface Slot {
  readonly slot: string;
}

/** XML made before, for what is repeated so often that elements would be a burden. */
export interface XmlFragment {
  readonly xml: string;
}

/**
 * XML that repeats for every number of a list, for lists so long that elements would be a burden: what stands before its place, counted
 * from 0; before the number; and after it. What is no number is left out.
 */
export interface NumberList {
  readonly values: Float64Array;
  readonly texts: readonly [beforePlace: string, beforeNumber: string, after: string];
}

/** What an element holds: elements, text, and in templates slots. */
export type Node = Element | XmlFragment | NumberList | Slot | string;

/** Makes an element; numbers and booleans become text, attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly Node[] = [],
): Element {
  const given: Record<string, string> = {};
  for (const key in attributes) if (attributes[key] !== undefined) given[key] = String(attributes[key]);
  return { name, attributes: given, children };
}

/** True for elements, of one name if given. */
export function isElement(node: Node | undefined, name?: string): node is Element {
  return typeof node === 'object' && 'name' in node && (name === undefined || node.name === name);
}

/** The child elements of a name. */
export function childrenOf(parent: Element, name: string): readonly Element[] {
  return parent.children.filter((child): child is Element => isElement(child, name));
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML shows it; the one place where anything is escaped. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark) : text;
}

/** What {@link escapeXml} has escaped. */
export function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof meanings) => meanings[name]);
}

const meanings = { amp: '&', lt: '<', gt: '>', quot: '"' } as const;

/**
 * An element as XML, without white space between elements. An unfilled slot is an error of the template, and a list of numbers is not to be
 * a string: RangeError.
 */
export function serialise(node: Node): string {
  const [text, ...more] = inStretches(node);
  if (typeof text !== 'string' || more.length > 0) throw new RangeError('A list of numbers is written by itself.');
  return text;
}

/** An element written already, which takes a tenth of its room. RangeError as above. */
export const fragment = (root: Element): XmlFragment => ({ xml: flatText(serialise(root)) });

/** A whole part: the declaration and its root element. RangeError as above. */
export function serialisePart(root: Element): string {
  return `${DECLARATION}${serialise(root)}`;
}

/** A whole part as a list of texts, with its lists of numbers as they are. RangeError where a slot was not filled. */
export function partInStretches(root: Element): readonly (string | NumberList)[] {
  return [DECLARATION, ...inStretches(root)];
}

/** How every part begins. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function inStretches(root: Node): readonly (string | NumberList)[] {
  const stretches: (string | NumberList)[] = [];
  let text = '';
  const write = (node: Node): void => {
    if (typeof node === 'string') text += escapeXml(node);
    else if ('xml' in node) text += node.xml;
    else if ('slot' in node) throw new RangeError(`The slot ${node.slot} was not filled.`);
    else if ('values' in node) {
      stretches.push(text, node);
      text = '';
    } else writeElement(node);
  };
  const writeElement = ({ name, attributes, children }: Element): void => {
    text += `<${name}`;
    for (const key in attributes) text += ` ${key}="${escapeXml(attributes[key] as string)}"`;
    if (children.length === 0) {
      text += '/>';
      return;
    }
    text += '>';
    for (const child of children) write(child);
    text += `</${name}>`;
  };
  write(root);
  stretches.push(text);
  return stretches;
}
