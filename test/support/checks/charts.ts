import { cellCount, parseArea } from '../addresses.ts';
import { attribute, children, childValue, descend, descendants, localName, type XmlElement } from '../xml.ts';
import { type PackageView, repeated } from './package-view.ts';
import { CELL_ERRORS, numberFault } from './plain-number.ts';

/** Charts whose axes do not pair up, with too many or confused series, or with caches that do not fit their ranges. */
export function* chartFaults(view: PackageView): Iterable<string> {
  for (const [path, root] of view.roots) {
    if (root.name !== 'c:chartSpace') continue;
    const plotArea = descend(root, 'chart', 'plotArea');
    if (plotArea === undefined) {
      yield `${path}: the chart has no plot area`;
      continue;
    }
    for (const fault of axisFaults(plotArea)) yield `${path}: ${fault}`;
    for (const fault of seriesFaults(plotArea)) yield `${path}: ${fault}`;
    for (const fault of cacheFaults(view, root)) yield `${path}: ${fault}`;
  }
}

function* axisFaults(plotArea: XmlElement): Iterable<string> {
  const axes = children(plotArea).filter((child) => localName(child).endsWith('Ax'));
  const types = children(plotArea).filter((child) => localName(child).endsWith('Chart'));
  const declared = axes.map((axis) => childValue(axis, 'axId') ?? '');
  const used = types.flatMap((type) => children(type, 'axId').map((axis) => attribute(axis, 'val') ?? ''));
  if (types.length === 0) yield 'the chart has no chart type';
  for (const id of repeated(declared)) yield `two axes have the id ${id}`;
  for (const id of new Set(used)) {
    if (!declared.includes(id)) yield `a chart type uses the axis ${id}, which is not declared`;
  }
  for (const axis of axes) {
    const id = childValue(axis, 'axId') ?? '';
    const crossed = childValue(axis, 'crossAx') ?? '';
    if (!used.includes(id)) yield `no chart type uses the axis ${id}`;
    if (!declared.includes(crossed) || crossed === id)
      yield `the axis ${id} crosses ${crossed}, which is no other axis`;
  }
}

function* seriesFaults(plotArea: XmlElement): Iterable<string> {
  const series = descendants(plotArea, 'ser');
  if (series.length > 255) yield `the chart has ${series.length} series, and 255 is the most`;
  for (const key of ['idx', 'order']) {
    for (const value of repeated(series.map((each) => childValue(each, key) ?? ''))) {
      yield `two series have the ${key} ${value}`;
    }
  }
}

const CACHES: ReadonlySet<string> = new Set(['numCache', 'strCache', 'numLit', 'strLit']);

function* cacheFaults(view: PackageView, root: XmlElement): Iterable<string> {
  for (const holder of descendants(root)) {
    const reference = descend(holder, 'f')?.text ?? '(no reference)';
    for (const cache of children(holder).filter((child) => CACHES.has(localName(child)))) {
      const count = Number(childValue(cache, 'ptCount') ?? Number.NaN);
      const size = referenceSize(view, reference);
      if (size !== undefined && size !== count) yield `the cache of ${reference} has ${count} points, not ${size}`;
      const points = children(cache, 'pt');
      const indices = points.map((point) => attribute(point, 'idx') ?? '');
      for (const index of repeated(indices)) yield `the cache of ${reference} has point ${index} twice`;
      for (const index of indices) {
        if (!(Number(index) < count)) yield `the cache of ${reference} has a point ${index} but ptCount ${count}`;
      }
      for (const point of points) {
        const value = descend(point, 'v')?.text ?? '';
        const fault = localName(cache).startsWith('num') ? cachedNumberFault(value) : emptyFault(value);
        if (fault !== undefined) yield `the cache of ${reference}: point ${attribute(point, 'idx')} ${fault}`;
      }
    }
  }
}

function cachedNumberFault(value: string): string | undefined {
  return CELL_ERRORS.has(value) ? undefined : numberFault(value);
}

function emptyFault(value: string): string | undefined {
  return value === '' ? 'is empty' : undefined;
}

/** How many cells a reference has, undefined where that cannot be told from its text. */
function referenceSize({ names }: PackageView, reference: string): number | undefined {
  const afterSheet = reference.slice(reference.lastIndexOf('!') + 1);
  const named = names.find(({ name }) => name.toLowerCase() === afterSheet.toLowerCase())?.text;
  try {
    return cellCount(parseArea(named === undefined ? afterSheet : named.slice(named.lastIndexOf('!') + 1)));
  } catch {
    return undefined;
  }
}
