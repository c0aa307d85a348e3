/**
 * The bounds of what is read from a file of a stranger. Ratio and entries follow the limits that Apache POI ships (ZipSecureFile),
 * those of formulas, texts and names the ones of Excel; the rest, with `budget.ts` for the judging, keeps a check under 1 GB of memory and 20 s of the processor.
 */
export const limits = {
  /** Bytes of the file. */
  file: 25_000_000,
  /** Entries of the archive. */
  entries: 1_000,
  /** Links between parts, of one part. */
  relationships: 10_000,
  /** Inflated bytes of one part. */
  part: 80_000_000,
  /** Inflated bytes of all parts that are read. */
  total: 120_000_000,
  /** Inflated bytes for each deflated one, where a part has more than `ratioFrom` bytes. */
  ratio: 100,
  ratioFrom: 1_000_000,
  /** Filled cells of all sheets. */
  cells: 300_000,
  /** Texts that cells share. */
  strings: 1_000_000,
  /** Elements within elements. */
  depth: 200,
  /** Attributes of an element. */
  attributes: 1_000,
  /** Characters of one text; what is beyond is not read. */
  text: 32_767,
  /** Characters of a formula; a longer one is cut, see `cutFormula`. */
  formula: 8_192,
  /** Characters of a sheet's name in Excel, and in OpenDocument, where programs allow more. */
  sheetName: 31,
  openSheetName: 255,
  sheets: 300,
  /** Defined names, and the characters of one; further ones are left out. */
  names: 10_000,
  name: 255,
  /** Charts, and series of all of them; further ones are left out. */
  charts: 300,
  series: 10_000,
} as const;

/** A formula's text. A longer one than Excel takes is cut and ends with `…`, which no formula does, so that it is never read as another. */
export const cutFormula = (text: string, most: number = limits.formula): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;
