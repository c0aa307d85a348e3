import type { Workbook } from 'exceljs';

/** The parts of a package by path, without a leading slash. */
export type PackageParts = ReadonlyMap<string, string>;

/** Where exceljs puts the files of a package. */
interface Archive {
  readonly append: (text: string, file: { readonly name: string }) => void;
}

/** exceljs's writer of packages, which is not declared: it fills the model in, then writes part after part. */
interface Writer {
  readonly prepareModel: (model: object, options: object) => void;
  readonly addContentTypes: WritePart;
  readonly addOfficeRels: WritePart;
  readonly addWorkbookRels: WritePart;
  readonly addWorksheets: WritePart;
  readonly addSharedStrings: WritePart;
  readonly addThemes: WritePart;
  readonly addStyles: WritePart;
  readonly addApp: WritePart;
  readonly addCore: WritePart;
  readonly addWorkbook: WritePart;
}

type WritePart = (archive: Archive, model: object) => Promise<void>;

/** In the order of exceljs's own `write`: the shared strings are complete only behind the sheets. */
const IN_ORDER = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addThemes',
  'addStyles',
  'addApp',
  'addCore',
  'addWorkbook',
] as const;

/**
 * The parts as exceljs makes them. Its `writeBuffer` would pack them into an archive that has to be unpacked at once to go on, which
 * takes as long as all the rest; so its steps are taken one by one, into a map. Tables and media are left out: we have none.
 */
export async function exceljsParts(workbook: Workbook): Promise<PackageParts> {
  const parts = new Map<string, string>();
  const archive: Archive = { append: (text, { name }) => parts.set(name, text) };
  const writer = workbook.xlsx as unknown as Writer;
  const { model } = workbook;
  writer.prepareModel(model, {});
  for (const step of IN_ORDER) await writer[step](archive, model);
  return parts;
}
