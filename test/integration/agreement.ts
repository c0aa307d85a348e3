import { appendFileSync } from 'node:fs';
import { near, type Tolerance } from '../helpers/numbers.ts';
import { formatAddress, parseArea } from '../support/addresses.ts';
import { formulaTokens } from '../support/formula-tokens.ts';
import type { Cell, CellValue, WorkbookContents } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';

/** How near the value of a formula must come to the expected one; undefined where it does not count. */
export type Judge = (formula: string) => Tolerance | undefined;

/**
 * Rounding adds up over the iterations: measured 5e-11. A slope divides the rounding of E_total by twice the nudge, 0.00002: measured
 * 4e-12; so it differs from the gradient by as much, which is compared with 0.0001 at least, where a wrong gradient makes 1e-4.
 * 1 + tanh, of GELU, is what rounding leaves of it where tanh is nearly −1: measured 4e-15; a cell that
 * only repeats another, which is compared by itself, is as near as that.
 */
export const endToEnd: Judge = (formula) => {
  if (formula.includes('(1+TANH(') || /^[A-Z]+\d+$/.test(formula)) return { relative: 1e-9, floor: 1e-14 };
  if (/\bABS\(\w+-\w+\)\/MAX\(/.test(formula)) return { relative: 0, floor: 1e-6 };
  return /^\(\w+-\w+\)\/\(2\*\$/.test(formula) ? { relative: 1e-7, floor: 1e-10 } : { relative: 1e-9, floor: 1e-15 };
};

/** The same for HyperFormula, whose INT rounds towards zero where Excel's and LibreOffice's round down. */
export const endToEndWithoutInt: Judge = (formula) => (/\bINT\(/.test(formula) ? undefined : endToEnd(formula));

/** The same for IronCalc, whose MIN, MAX and SUM read ranges, but no numbers that an array formula chose among them. */
export const endToEndWithoutArrays: Judge = (formula) =>
  /\b(?:MIN|MAX|SUM)\(IF\(/.test(formula) ? undefined : endToEnd(formula);

/**
 * Where a recalculated workbook does not show what the file holds: of the formula cells of all sheets those that are wrong
 * themselves, not just because a cell is wrong that they read, directly or through others.
 *
 * @param workbook the formulas, and the values that they should have
 * @returns names such as `LR 0.5!K20`; empty where all agree
 */
export function disagreements(
  workbook: WorkbookContents,
  recalculated: Recalculated,
  judge: Judge = endToEnd,
): readonly string[] {
  const isWrong = (sheet: string, { address, formula, value }: Cell): boolean => {
    const tolerance = formula === undefined ? undefined : judge(formula);
    return tolerance !== undefined && !agrees(recalculated.value(sheet, address), value, tolerance);
  };
  const isDoubtful = (sheet: string, cell: Cell): boolean =>
    isWrong(sheet, cell) || (cell.formula !== undefined && judge(cell.formula) === undefined);
  const readsDoubtful = precedents(workbook, isDoubtful);
  countCompared(workbook, judge);
  return workbook.sheets.flatMap(({ name, cells }) =>
    [...cells.values()]
      .filter((cell) => isWrong(name, cell) && !readsDoubtful(name, cell))
      .map(({ address }) => `${name}!${address}`),
  );
}

/** With COUNTS=file, adds to that file how many formula cells were compared: a line for each workbook. */
function countCompared({ sheets }: WorkbookContents, judge: Judge): void {
  const file = process.env.COUNTS;
  if (file === undefined) return;
  const compared = sheets.flatMap(({ cells }) =>
    [...cells.values()].filter(({ formula }) => formula !== undefined && judge(formula) !== undefined),
  );
  appendFileSync(file, `${compared.length}\n`);
}

/** Says of a cell whether it reads, directly or through other cells, one that is marked. */
function precedents(
  { sheets, definedNames }: WorkbookContents,
  marked: (sheet: string, cell: Cell) => boolean,
): (sheet: string, cell: Cell) => boolean {
  const cellsOf = new Map(sheets.map(({ name, cells }) => [name, cells]));
  const known = new Map<string, boolean>();
  const holdsMarked = ({ sheet, reference }: SheetReference): boolean => {
    const key = `${sheet}!${reference}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // A cell that reads itself is not its own cause.
    known.set(key, false);
    const answer = cellsIn(reference, cellsOf.get(sheet)).some(
      (cell) => marked(sheet, cell) || readsMarked(sheet, cell),
    );
    known.set(key, answer);
    return answer;
  };
  const readsMarked = (sheet: string, { formula = '' }: Cell): boolean =>
    referencesOf(formula, sheet, definedNames).some(holdsMarked);
  return readsMarked;
}

function cellsIn(reference: string, cells: ReadonlyMap<string, Cell> = new Map()): readonly Cell[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = parseArea(reference);
  const found: Cell[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = cells.get(formatAddress(row, column));
      if (cell !== undefined) found.push(cell);
    }
  }
  return found;
}

/** Whether a cell shows what is expected: numbers within the tolerance, all else exactly. */
export function agrees(actual: CellValue, expected: CellValue, tolerance: Tolerance): boolean {
  // LibreOffice has no booleans of their own.
  if (typeof expected === 'boolean') return Number(actual) === Number(expected);
  if (typeof expected === 'number') return typeof actual === 'number' && near(actual, expected, tolerance);
  if (typeof expected === 'string') return typeof actual === 'string' && sameText(actual, expected);
  if (expected === null) return actual === expected;
  return typeof actual === 'object' && actual?.error === expected.error;
}

/** Whether texts are the same but for the last digit of numbers, which falls either way where rounding meets a half. */
function sameText(actual: string, expected: string): boolean {
  if (actual === expected) return true;
  const numbers = /\d+(?:\.\d+)?/g;
  const [a, b] = [withoutNoise(actual), withoutNoise(expected)];
  const [found, wanted] = [a, b].map((text) => text.match(numbers) ?? []);
  return (
    a.replace(numbers, '0') === b.replace(numbers, '0') &&
    (wanted ?? []).every((number, k) => near(Number(found?.[k]), Number(number), lastDigit(number, found?.[k] ?? '')))
  );
}

/** Numbers below 10^(−12), which stand for nothing but the rounding of a 0, as that 0. */
const withoutNoise = (text: string): string => text.replace(NOISE, '0');

const TINY = '(?:1[3-9]|\\d\\d\\d|[2-9]\\d)';
const NOISE = new RegExp(
  `\\(−?\\d\\.?\\d*·10\\^\\(−${TINY}\\)\\)|\\(−\\d\\.?\\d*E-${TINY}\\)|−?\\d\\.?\\d*E-${TINY}`,
  'g',
);

/** The last of four decimals or more, as far as either shows them; of the mantissa of others the fourth. */
function lastDigit(...numbers: readonly string[]): Tolerance {
  const decimals = Math.max(...numbers.map((number) => number.split('.')[1]?.length ?? 0));
  return { relative: 1.1e-4, floor: decimals < 4 ? 1.1e-6 : 1.1 * 10 ** -decimals };
}

interface SheetReference {
  readonly sheet: string;
  /** A cell or a range, without its sheet. */
  readonly reference: string;
}

/** The cells that a formula reads, those behind defined names too. */
function referencesOf(
  formula: string,
  ownSheet: string,
  definedNames: ReadonlyMap<string, string>,
): readonly SheetReference[] {
  const tokens = formulaTokens(formula);
  return tokens.flatMap(({ kind, text }, k) => {
    const named = kind === 'name' ? definedNames.get(text) : undefined;
    if (named !== undefined) return referencesOf(named, ownSheet, new Map());
    if (kind !== 'cell' || tokens[k - 1]?.text === ':') return [];
    const before = tokens[k - 1];
    const end = tokens[k + 1]?.text === ':' ? `:${tokens[k + 2]?.text}` : '';
    const reference = (text + end).replaceAll('$', '');
    return [{ sheet: before?.kind === 'sheet' ? plainName(before.text) : ownSheet, reference }];
  });
}

/** The sheet that `'it''s'!` means. */
function plainName(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
