import { type Element, isElement, type Node } from './xml.ts';

/** What a template is filled with: texts for `{name}` in text and attributes, nodes for `<?name?>`. */
export type Filling = Readonly<Record<string, string | number | readonly Node[]>>;

/** The templates of the drawing parts, parsed: see templates/drawing. */
export interface DrawingTemplates {
  readonly drawing: Element;
  readonly chartAnchor: Element;
  readonly lineChart: Element;
  readonly series: Element;
  readonly marker: Element;
}

/**
 * Fills a template. `{name}` becomes a text, `<?name?>` the nodes given for it. RangeError when the template asks for something that
 * was not given.
 */
export function fill(template: Element, filling: Filling): Element {
  const text = (source: string): string =>
    source.includes('{') ? source.replace(/\{(\w+)\}/g, (_, name: string) => textFor(name)) : source;
  const textFor = (name: string): string => {
    const value = filling[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw new RangeError(`Nothing was given for {${name}}.`);
    return String(value);
  };
  const nodesFor = (name: string): readonly Node[] => {
    const nodes = filling[name];
    if (typeof nodes !== 'object') throw new RangeError(`Nothing was given for <?${name}?>.`);
    return nodes;
  };
  const fillElement = (source: Element): Element => ({
    name: source.name,
    attributes: Object.fromEntries(Object.entries(source.attributes).map(([key, value]) => [key, text(value)])),
    children: source.children.flatMap((child): readonly Node[] => {
      if (typeof child === 'string') return [text(child)];
      return isElement(child) ? [fillElement(child)] : nodesFor(child.slot);
    }),
  });
  return fillElement(template);
}
