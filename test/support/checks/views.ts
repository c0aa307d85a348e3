import { strFromU8 } from 'fflate';
import { attribute } from '../xml.ts';
import { listed, type PackageView } from './package-view.ts';

/** Workbooks of which it is not said how they open, and folds that are said to be closed though nothing in them is hidden. */
export function* viewFaults({ roots, sheets, parts }: PackageView): Iterable<string> {
  const views = listed(roots.get('xl/workbook.xml'), 'bookViews', 'workbookView');
  if (views.length !== 1) yield `The workbook has ${views.length} views`;
  const front = attribute(views[0], 'activeTab') ?? '0';
  const selected = sheets.flatMap(({ path }, k) =>
    listed(roots.get(path), 'sheetViews', 'sheetView').some((view) => attribute(view, 'tabSelected') === '1')
      ? [k]
      : [],
  );
  if (selected.join() !== front) yield `The selected tabs are [${selected}], but that in front is ${front}`;
  for (const { name, path } of sheets) {
    const xml = strFromU8(parts.get(path) ?? new Uint8Array());
    const lines = [...xml.matchAll(/<(?:row|col) [^>]*>/g)].map(([line]) => line);
    const some = (what: string): boolean => lines.some((line) => new RegExp(` ${what}="(?:1|true)"`).test(line));
    if (some('collapsed') && !some('hidden')) yield `${name}: rows or columns are called collapsed, but none is hidden`;
  }
}
