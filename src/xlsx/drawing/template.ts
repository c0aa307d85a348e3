import { type Element, isElement, type Node, serialise } from '../xml.ts';

/** What a template is filled with: texts for `{name}` in text and attributes, nodes for `<?name?>`. */
export type TemplateFilling = Readonly<Record<string, string | number | readonly Node[]>>;

/** The templates of the drawing parts: see templates/drawing. */
export interface DrawingTemplates {
  readonly drawing: Element;
  readonly chartAnchor: Element;
  readonly shape: Element;
  readonly connector: Element;
  readonly lineChart: Element;
  readonly title: Element;
  readonly legend: Element;
  readonly series: Element;
  readonly line: Element;
  readonly marker: Element;
  readonly scatterChart: Element;
  readonly scatterSeries: Element;
}

/** A template whose parts that need no filling are made ready, so that only the rest is done for every use. */
export const readyTemplate = (root: Element): Element => ({ ...root, children: root.children.map(ready) });

function ready(node: Node): Node {
  if (!isElement(node)) return node;
  const children = node.children.map(ready);
  const open =
    Object.values(node.attributes).some(needsFilling) ||
    children.some((child) => (typeof child === 'string' ? needsFilling(child) : !('xml' in child)));
  return open ? { ...node, children } : { xml: serialise({ ...node, children }) };
}

const needsFilling = (text: string): boolean => text.includes('{');

/**
 * Fills a template. `{name}` becomes a text, `<?name?>` the nodes given for it. RangeError when the template asks for something that
 * was not given.
 */
export function fillTemplate(template: Element, filling: TemplateFilling): Element {
  const text = (source: string): string =>
    needsFilling(source) ? source.replace(/\{(\w+)\}/g, (_, name: string) => textFor(name)) : source;
  const textFor = (name: string): string => {
    const value = filling[name];
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new RangeError(`Nothing was given for {${name}}.`);
    return String(value);
  };
  const nodesFor = (name: string): readonly Node[] => {
    const nodes = filling[name];
    if (typeof nodes !== 'object') throw new RangeError(`Nothing was given for <?${name}?>.`);
    return nodes;
  };
  const fillElement = (source: Element): Element => {
    const attributes: Record<string, string> = {};
    for (const key in source.attributes) attributes[key] = text(source.attributes[key] as string);
    const children: Node[] = [];
    for (const child of source.children) {
      if (typeof child === 'string') children.push(text(child));
      else if ('slot' in child) children.push(...nodesFor(child.slot));
      else children.push(isElement(child) ? fillElement(child) : child);
    }
    return { name: source.name, attributes, children };
  };
  return fillElement(template);
}
