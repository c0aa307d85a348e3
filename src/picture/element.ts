/** An element of a picture as plain data, so that a page can draw it as it draws everything, and Node can write it as a text. */
export interface Drawn {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Drawn | string)[];
}

/** What an element is given; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an element. */
export const drawn = (tag: string, attributes: Attributes, ...children: readonly (Drawn | string)[]): Drawn => ({
  tag,
  attributes,
  children,
});

/** A group of elements. */
export const group = (attributes: Attributes, ...children: readonly (Drawn | string)[]): Drawn =>
  drawn('g', attributes, ...children);

/** A number as attributes have it: at most two decimals. */
export const coordinate = (value: number): number => Math.round(value * 100) / 100;

/** A text at a place. @param kind its class */
export const label = (kind: string, x: number, y: number, text: string, more: Attributes = {}): Drawn =>
  drawn('text', { class: kind, x: coordinate(x), y: coordinate(y), ...more }, text);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);

/** An element as markup. */
export function markup({ tag, attributes, children }: Drawn): string {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escaped(String(value))}"`],
  );
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child)));
  return children.length === 0 ? `<${tag}${given.join('')}/>` : `<${tag}${given.join('')}>${inside.join('')}</${tag}>`;
}
