// The parts of exceljs that write a package, which it does not declare. Its index also loads its document model, CSV and streaming, which
// doubles the time to start.

declare module 'exceljs/lib/xlsx/xlsx.js' {
  /** Where the files of a package are put. */
  interface Archive {
    readonly append: (text: string, file: { readonly name: string }) => void;
  }

  type Step =
    | 'addContentTypes'
    | 'addOfficeRels'
    | 'addWorkbookRels'
    | 'addThemes'
    | 'addApp'
    | 'addCore'
    | 'addWorkbook';

  const Xlsx: new () => Readonly<Record<Step, (archive: Archive, model: object) => Promise<void>>>;
  export default Xlsx;
}

declare module 'exceljs/lib/xlsx/xform/style/styles-xform.js' {
  const StylesXform: new (
    initialise: boolean,
  ) => {
    /** The number of a style. */
    readonly addStyleModel: (style: object) => number;
    /** The number of the style of a rule. */
    readonly addDxfStyle: (style: object) => number;
    readonly xml: string;
  };
  export default StylesXform;
}

declare module 'exceljs/lib/xlsx/xform/strings/shared-strings-xform.js' {
  const SharedStringsXform: new () => {
    /** The number of a text. */
    readonly add: (text: string | { readonly richText: readonly object[] }) => number;
    readonly toXml: (model: unknown) => string;
    readonly model: unknown;
  };
  export default SharedStringsXform;
}
