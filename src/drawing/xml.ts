import { parseXml, type XmlDocument, XmlElement, XmlProcessingInstruction, XmlText } from '@rgrove/parse-xml';

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
export interface Fragment {
  readonly xml: string;
}

/** What an element holds: elements, text, and in templates slots. */
export type Node = Element | Fragment | Slot | string;

/** Makes an element; numbers and booleans become text, attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly Node[] = [],
): Element {
  const entries = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return { name, attributes: Object.fromEntries(entries) as Record<string, string>, children };
}

/** True for elements, of one name if given. */
export function isElement(node: Node | undefined, name?: string): node is Element {
  return typeof node === 'object' && 'name' in node && (name === undefined || node.name === name);
}

/** The first child element of a name. */
export function childOf(parent: Element, name: string): Element | undefined {
  return parent.children.find((child): child is Element => isElement(child, name));
}

/** The child elements of a name. */
export function childrenOf(parent: Element, name: string): readonly Element[] {
  return parent.children.filter((child): child is Element => isElement(child, name));
}

/** Parses a document to its root element. White space between elements is left out; declarations and comments too. */
export function parse(xml: string): Element {
  const document: XmlDocument = parseXml(xml);
  if (document.root === null) throw new SyntaxError('The XML has no root element.');
  return convert(document.root);
}

function convert(from: XmlElement): Element {
  const children = from.children.flatMap((child): Node[] => {
    if (child instanceof XmlElement) return [convert(child)];
    if (child instanceof XmlProcessingInstruction) return [{ slot: child.name }];
    if (!(child instanceof XmlText)) return [];
    const layout = from.children.length > 1 && child.text.trim() === '';
    return layout ? [] : [child.text];
  });
  return { name: from.name, attributes: from.attributes, children };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML shows it; the one place where anything is escaped. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark) : text;
}

/** An element as XML, without white space between elements. An unfilled slot is an error of the template: RangeError. */
export function serialise(node: Node): string {
  if (typeof node === 'string') return escapeXml(node);
  if ('xml' in node) return node.xml;
  if ('slot' in node) throw new RangeError(`The slot ${node.slot} was not filled.`);
  let xml = `<${node.name}`;
  for (const key in node.attributes) xml += ` ${key}="${escapeXml(node.attributes[key] as string)}"`;
  if (node.children.length === 0) return `${xml}/>`;
  xml += '>';
  for (const child of node.children) xml += serialise(child);
  return `${xml}</${node.name}>`;
}

/** A whole part: the declaration and its root element. */
export function serialisePart(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${serialise(root)}`;
}
