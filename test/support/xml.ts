import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { strFromU8 } from 'fflate';

export type { XmlElement } from '@rgrove/parse-xml';

/**
 * The root element of an XML part.
 * @throws Error where the part is not well formed or has no root.
 */
export function parsePart(bytes: Uint8Array): XmlElement {
  const { root } = parseXml(strFromU8(bytes));
  if (root === null) throw new Error('The part has no root element');
  return root;
}

/** The name of an element without its namespace prefix. */
export function localName(element: XmlElement): string {
  return withoutPrefix(element.name);
}

/** The child elements, in document order; only those of the given local name where one is given. */
export function children(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement => node instanceof XmlElement && (name === undefined || localName(node) === name),
  );
}

/** The element reached by going down through the given local names, the first of each; undefined where one is missing. */
export function descend(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) {
    if (found === undefined) return undefined;
    found = children(found, name)[0];
  }
  return found;
}

/** Every element below the given one, in document order; only those of the given local name where one is given. */
export function descendants(element: XmlElement, name?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  collect(element, name, found);
  return found;
}

/** The attribute of exactly that name, prefix included. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name];
}

/** The `val` attribute of the child of that local name, as DrawingML writes its plain values. */
export function childValue(element: XmlElement, name: string): string | undefined {
  return attribute(descend(element, name), 'val');
}

/** The relationship ids an element mentions: its `id`, `embed`, `link` or `pict` attributes that have a prefix. */
export function relationshipIds(element: XmlElement): readonly string[] {
  return Object.entries(element.attributes)
    .filter(([name]) => /^(?!xmlns:).+:(?:id|embed|link|pict)$/.test(name))
    .map(([, id]) => id);
}

/** Text of an XML file with its character references and the five named entities resolved. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
      return ENTITIES.get(name ?? '') ?? whole;
    },
  );
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function collect(element: XmlElement, name: string | undefined, found: XmlElement[]): void {
  for (const child of element.children) {
    if (child instanceof XmlElement) {
      if (name === undefined || localName(child) === name) found.push(child);
      collect(child, name, found);
    }
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
