import { attribute, children, descendants, localName, type XmlElement } from '../xml.ts';
import { type PackageView, repeated } from './package-view.ts';

/** Drawings in which two things have the same id, or a chart, picture or shape has no alternative text. */
export function* drawingFaults({ roots }: PackageView): Iterable<string> {
  for (const [path, root] of roots) {
    if (localName(root) !== 'wsDr') continue;
    const ids = descendants(root, 'cNvPr').map((properties) => attribute(properties, 'id') ?? '');
    for (const id of repeated(ids)) yield `${path}: two things have the id ${id}`;
    for (const name of unnamed(root)) yield `${path}: "${name}" has no alternative text`;
  }
}

const THINGS: ReadonlySet<string> = new Set(['graphicFrame', 'sp', 'cxnSp', 'pic', 'grpSp']);

/** The names of the things without alternative text. What a group describes, its members need not. */
function unnamed(element: XmlElement): readonly string[] {
  return children(element).flatMap((child) => {
    if (!THINGS.has(localName(child))) return unnamed(child);
    const properties = children(child)
      .flatMap((part) => children(part, 'cNvPr'))
      .at(0);
    if (properties === undefined) return [localName(child)];
    return isDescribed(properties) ? [] : [attribute(properties, 'name') ?? localName(child)];
  });
}

function isDescribed(properties: XmlElement): boolean {
  const decorative = descendants(properties, 'decorative').some((mark) => attribute(mark, 'val') === '1');
  return decorative || (attribute(properties, 'descr') ?? '').trim() !== '';
}
