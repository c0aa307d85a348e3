import { entryNames, type PackageParts, relationshipsOf, unzipParts } from '../package-parts.ts';
import { type RawRow, scanRows } from '../scan-cells.ts';
import { attribute, children, descend, parsePart, type XmlElement } from '../xml.ts';

/** A worksheet as the workbook part lists it. */
export interface SheetView {
  readonly name: string;
  readonly sheetId: string;
  readonly hidden: boolean;
  /** The path of its part, the empty text where no relationship leads to one. */
  readonly path: string;
  /** Its rows in document order, none where the part is missing. */
  readonly rows: readonly RawRow[];
}

/** A defined name. */
export interface NameView {
  readonly name: string;
  /** The index of the sheet it is confined to, undefined for the whole workbook. */
  readonly scope: string | undefined;
  readonly text: string;
}

/** A package taken apart once for all checks. */
export interface PackageView {
  readonly parts: PackageParts;
  /** The names in the zip file's directory, repetitions included. */
  readonly entries: readonly string[];
  /** The root element of every XML part. */
  readonly roots: ReadonlyMap<string, XmlElement>;
  readonly sheets: readonly SheetView[];
  readonly names: readonly NameView[];
}

/** Finds one kind of faults, one line each. */
export type Check = (view: PackageView) => Iterable<string>;

/**
 * Takes a package apart.
 * @returns the view and a fault for each XML part that is not well formed
 * @throws Error where the bytes are no zip file.
 */
export function viewPackage(bytes: Uint8Array): { readonly view: PackageView; readonly faults: readonly string[] } {
  const parts = unzipParts(bytes);
  const faults: string[] = [];
  const roots = new Map<string, XmlElement>();
  for (const [path, part] of parts) {
    if (!/\.(?:xml|rels|vml)$/.test(path)) continue;
    try {
      roots.set(path, parsePart(part));
    } catch (error) {
      faults.push(`${path} is not well formed: ${String(error).split('\n', 1)[0]}`);
    }
  }
  return { view: { parts, entries: entryNames(bytes), roots, ...viewWorkbook(parts, roots) }, faults };
}

/** The elements of that local name inside the list of that local name, such as `mergeCell` in `mergeCells`. */
export function listed(root: XmlElement | undefined, list: string, item: string): readonly XmlElement[] {
  const found = descend(root, list);
  return found === undefined ? [] : children(found, item);
}

/** The members that are there more than once, each listed once. */
export function repeated(members: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const member of members) (seen.has(member) ? again : seen).add(member);
  return [...again];
}

const WORKBOOK = 'xl/workbook.xml';

function viewWorkbook(
  parts: PackageParts,
  roots: ReadonlyMap<string, XmlElement>,
): Pick<PackageView, 'sheets' | 'names'> {
  const workbook = roots.get(WORKBOOK);
  const targets = new Map(
    roots.has('xl/_rels/workbook.xml.rels')
      ? relationshipsOf(parts, WORKBOOK).map(({ id, target }) => [id, target])
      : [],
  );
  return {
    sheets: listed(workbook, 'sheets', 'sheet').map((sheet) => {
      const path = targets.get(attribute(sheet, 'r:id') ?? '') ?? '';
      const part = roots.has(path) ? parts.get(path) : undefined;
      return {
        name: attribute(sheet, 'name') ?? '',
        sheetId: attribute(sheet, 'sheetId') ?? '',
        hidden: (attribute(sheet, 'state') ?? 'visible') !== 'visible',
        path,
        rows: part === undefined ? [] : scanRows(part),
      };
    }),
    names: listed(workbook, 'definedNames', 'definedName').map((element) => ({
      name: attribute(element, 'name') ?? '',
      scope: attribute(element, 'localSheetId'),
      text: element.text,
    })),
  };
}
