import { parseArea } from '../addresses.ts';
import { formulaTokens, mentionedSheets } from '../formula-tokens.ts';
import { relationshipsOf, relationshipsOwner } from '../package-parts.ts';
import { attribute, children, descendants, localName, type XmlElement } from '../xml.ts';
import type { PackageView } from './package-view.ts';
import { referenceLike } from './reference-like.ts';

/** Formulas, defined names, charts, shapes, links, validations and rules that refer to what is not there. */
export function* referenceFaults(view: PackageView): Iterable<string> {
  const { sheets, names, roots, parts } = view;
  for (const { name, text } of names) yield* faultsIn(view, `The defined name "${name}"`, text);
  for (const { name, path, rows } of sheets) {
    for (const { address, formula } of rows.flatMap(({ cells }) => cells)) {
      if (formula !== undefined) yield* faultsIn(view, `${name}!${address}`, formula.text);
    }
    const root = roots.get(path);
    if (root !== undefined) yield* sheetSettings(view, name, root);
  }
  for (const [path, root] of roots) {
    if (root.name === 'c:chartSpace') yield* chartReferences(view, path, root);
    if (localName(root) === 'wsDr') yield* textLinks(view, path, root);
    if (!path.endsWith('.rels')) continue;
    for (const { id, kind, target } of relationshipsOf(parts, relationshipsOwner(path))) {
      if (kind === 'hyperlink' && target.startsWith('#')) yield* linkFaults(view, `${path} ${id}`, decodeURI(target));
    }
  }
}

// Besides its cells, a sheet has formulas in validations, conditional formats and their newer extensions.
const FORMULA_ELEMENTS: ReadonlySet<string> = new Set(['formula', 'formula1', 'formula2', 'f']);

function* sheetSettings(view: PackageView, name: string, root: XmlElement): Iterable<string> {
  const settings = children(root).filter((child) => localName(child) !== 'sheetData');
  for (const element of settings.flatMap((child) => descendants(child))) {
    const kind = localName(element);
    if (FORMULA_ELEMENTS.has(kind)) {
      yield* faultsIn(view, `${name}: <${element.name}>`, element.text);
    }
    if (kind === 'formula1' && /^"/.test(element.text) && element.text.length > 257) {
      yield `${name}: a list in a data validation is longer than 255 characters`;
    }
    if (kind === 'hyperlink') {
      const where = `${name}!${attribute(element, 'ref')}: the link`;
      const location = attribute(element, 'location');
      if (location !== undefined) yield* linkFaults(view, where, location);
      else if (attribute(element, 'r:id') === undefined) yield `${where} leads nowhere`;
    }
  }
}

function* chartReferences(view: PackageView, path: string, root: XmlElement): Iterable<string> {
  for (const { text } of descendants(root, 'f')) {
    yield* faultsIn(view, path, text);
    if (!text.includes('!')) yield `${path}: the reference "${text}" names no sheet`;
  }
}

function* textLinks(view: PackageView, path: string, root: XmlElement): Iterable<string> {
  for (const shape of descendants(root, 'sp')) {
    const link = attribute(shape, 'textlink') ?? '';
    if (link !== '') yield* faultsIn(view, `${path}: the text of a shape`, link.replace(/^=/, ''));
  }
}

function* linkFaults(view: PackageView, where: string, location: string): Iterable<string> {
  const target = location.replace(/^#/, '');
  yield* faultsIn(view, where, target);
  const isName = view.names.some(({ name }) => name.toLowerCase() === target.toLowerCase());
  if (!target.includes('!') && !isName && !isArea(target)) yield `${where} leads to "${target}", which is not there`;
}

function* faultsIn({ sheets }: PackageView, where: string, formula: string): Iterable<string> {
  for (const { name, quoted, external } of mentionedSheets(formula)) {
    if (external) yield `${where} refers to another workbook: ${formula}`;
    else if (!sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
      yield `${where} refers to the sheet "${name}", which is not there`;
    } else if (!quoted && referenceLike(name) !== undefined) {
      yield `${where} has to put the sheet name ${name} in quotes, as it ${referenceLike(name)}`;
    }
  }
  if (
    formula.includes('#REF!') &&
    formulaTokens(formula).some(({ kind, text }) => kind === 'error' && text === '#REF!')
  ) {
    yield `${where} holds a broken reference: ${formula}`;
  }
}

function isArea(text: string): boolean {
  try {
    parseArea(text);
    return true;
  } catch {
    return false;
  }
}
