import { children, descendants } from '../xml.ts';
import type { PackageView } from './package-view.ts';

/** The oldest Excel that workbooks are made for. */
export const OLDEST_EXCEL = 2010;

/**
 * The functions that sheets use, and the version of Excel that each came with; all that Excel 2003 had count as 2003.
 * Source: Microsoft, "Excel functions (alphabetical)" and "What's new: changes made to Excel functions" of Excel 2007 and 2010.
 */
export const EXCEL_FUNCTIONS: Readonly<Record<string, number>> = {
  ABS: 2003,
  AND: 2003,
  AVERAGE: 2003,
  CHOOSE: 2003,
  COLUMN: 2003,
  COS: 2003,
  COUNT: 2003,
  COUNTA: 2003,
  COUNTBLANK: 2003,
  COUNTIF: 2003,
  COUNTIFS: 2007,
  'ERROR.TYPE': 2003,
  EXP: 2003,
  FIND: 2003,
  IF: 2003,
  IFERROR: 2007,
  INDEX: 2003,
  INT: 2003,
  ISBLANK: 2003,
  ISERROR: 2003,
  ISNA: 2003,
  ISNUMBER: 2003,
  LEFT: 2003,
  LN: 2003,
  LOG10: 2003,
  MATCH: 2003,
  MAX: 2003,
  MIN: 2003,
  MOD: 2003,
  NA: 2003,
  NOT: 2003,
  OR: 2003,
  PI: 2003,
  ROUND: 2003,
  ROUNDUP: 2003,
  ROW: 2003,
  SIGN: 2003,
  SQRT: 2003,
  SUBSTITUTE: 2003,
  SUM: 2003,
  SUMPRODUCT: 2003,
  TANH: 2003,
  VALUE: 2003,
};

/** Functions that the oldest Excel does not have, or that the list above does not know. */
export function* functionFaults(view: PackageView): Iterable<string> {
  for (const [name, place] of functionsUsed(view)) {
    const since = EXCEL_FUNCTIONS[name];
    if (since === undefined) yield `${place} uses ${name}, of which nobody has said which Excel it came with`;
    else if (since > OLDEST_EXCEL) yield `${place} uses ${name}, which came with Excel ${since}`;
  }
}

/** The functions of all formulas of cells, rules, validations and names, each with the first place that uses it. */
export function functionsUsed({ sheets, roots, names }: PackageView): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (formula: string, place: () => string): void => {
    const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!/g, '');
    for (const [name] of bare.matchAll(/[A-Za-z_][\w.]*(?=\()/g)) if (!found.has(name)) found.set(name, place());
  };
  for (const { name, path, rows } of sheets) {
    for (const { cells } of rows)
      for (const { address, formula } of cells)
        if (formula !== undefined) look(formula.text, () => `${name}!${address}`);
    for (const element of formulaElements(roots.get(path))) look(element, () => `A rule or validation of ${name}`);
  }
  for (const { name, text } of names) look(text, () => `The name ${name}`);
  return found;
}

/** The formulas of a worksheet besides those of its cells. */
function formulaElements(root: Parameters<typeof children>[0] | undefined): readonly string[] {
  if (root === undefined) return [];
  const holders = [...children(root, 'conditionalFormatting'), ...children(root, 'dataValidations')];
  return holders.flatMap((holder) =>
    descendants(holder)
      .filter((element) => /^formula[12]?$/.test(element.name))
      .map(({ text }) => text),
  );
}
