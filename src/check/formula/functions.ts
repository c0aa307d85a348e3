import { type CellFault, fault, inCell } from './value.ts';

/** A function of so many numbers. It gives NaN or infinity where it has no value, `'division'` where it divides by 0. */
interface Numeric {
  readonly least: number;
  readonly most: number;
  readonly apply: (x: number, y: number | undefined) => number | 'division';
}

const ofOne = (apply: (x: number) => number): Numeric => ({ least: 1, most: 1, apply });

/** Moves the decimal point of a number, exactly as its shortest decimal writing has it. */
function shifted(x: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(x).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Rounds to decimal places, of the size without its sign, as Excel's ROUND, ROUNDUP and ROUNDDOWN do. */
const rounding = (round: (x: number) => number, least: number): Numeric => ({
  least,
  most: 2,
  apply: (x, places = 0) => {
    const to = Math.trunc(places);
    // A double has no more decimal places than these.
    return Math.abs(to) > 330 ? (to > 0 ? x : 0) : Math.sign(x) * shifted(round(shifted(Math.abs(x), to)), -to);
  },
});

/** Functions of numbers, each of which an error or a text makes an error. Source: Microsoft, "Excel functions (alphabetical)". */
export const numeric: Readonly<Record<string, Numeric>> = {
  EXP: ofOne(Math.exp),
  LN: ofOne(Math.log),
  LOG10: ofOne(Math.log10),
  LOG: {
    least: 1,
    most: 2,
    apply: (x, base = 10) =>
      x <= 0 || base <= 0
        ? Number.NaN
        : base === 1
          ? 'division'
          : base === 10
            ? Math.log10(x)
            : Math.log(x) / Math.log(base),
  },
  SQRT: ofOne(Math.sqrt),
  ABS: ofOne(Math.abs),
  SIGN: ofOne(Math.sign),
  SIN: ofOne(Math.sin),
  COS: ofOne(Math.cos),
  TAN: ofOne(Math.tan),
  ATAN: ofOne(Math.atan),
  SINH: ofOne(Math.sinh),
  COSH: ofOne(Math.cosh),
  TANH: ofOne(Math.tanh),
  INT: ofOne(Math.floor),
  TRUNC: rounding(Math.floor, 1),
  ROUND: rounding(Math.round, 2),
  ROUNDUP: rounding(Math.ceil, 2),
  ROUNDDOWN: rounding(Math.floor, 2),
  POWER: { least: 2, most: 2, apply: (x, n = 0) => excelPower(x, n) },
  MOD: { least: 2, most: 2, apply: (x, n = 0) => (n === 0 ? 'division' : x - n * Math.floor(x / n)) },
  PI: { least: 0, most: 0, apply: () => Math.PI },
};

/** A power as Excel has it: 0 to the 0th does not exist. */
export const excelPower = (x: number, n: number): number | 'division' =>
  x === 0 && n === 0 ? Number.NaN : x === 0 && n < 0 ? 'division' : x ** n;

/** Functions of lists of numbers, in which texts and empty cells do not count. */
export const ofLists: Readonly<Record<string, (numbers: readonly number[]) => number | 'division'>> = {
  SUM: (numbers) => total(numbers),
  PRODUCT: (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((product, each) => product * each, 1)),
  SUMSQ: (numbers) => total(numbers.map((each) => each * each)),
  AVERAGE: (numbers) => (numbers.length === 0 ? 'division' : total(numbers) / numbers.length),
  MAX: (numbers) => numbers.reduce((most, each) => Math.max(most, each), numbers[0] ?? 0),
  MIN: (numbers) => numbers.reduce((least, each) => Math.min(least, each), numbers[0] ?? 0),
};

export const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** What a function gives, as a cell has it. @param name with its arguments, as people read it */
export function resultOf(given: number | 'division', name: string): number | CellFault {
  if (given === 'division') return fault('#DIV/0!', 'division', `divides by 0 in ${name}`);
  const result = inCell(given);
  if (result !== undefined) return result;
  return Number.isNaN(given)
    ? fault('#NUM!', 'overflow', `takes ${name}, which does not exist`)
    : fault('#NUM!', 'overflow', `takes ${name}, which is no number that a cell can hold`);
}

/** Functions that are not of numbers alone. */
const OTHERS: ReadonlySet<string> = new Set([
  'IF',
  'IFERROR',
  'AND',
  'OR',
  'NOT',
  'NA',
  'COUNT',
  'SUMPRODUCT',
  'SUMXMY2',
]);

/** Whether a function can be calculated here. */
export const isKnownCall = (name: string): boolean =>
  OTHERS.has(name) || Object.hasOwn(numeric, name) || Object.hasOwn(ofLists, name);

/** Functions of Excel that learners use and that are not calculated here: #NAME? does not come from them. */
export const ELSEWHERE: ReadonlySet<string> = new Set(
  `ACOS ACOSH ADDRESS AGGREGATE ASIN ASINH ATAN2 ATANH AVERAGEA AVERAGEIF AVERAGEIFS CEILING CELL CHOOSE COLUMN COLUMNS CONCAT CONCATENATE
  COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DAY DEGREES EVEN EXACT FACT FIND FIXED FLOOR FREQUENCY GROWTH HLOOKUP HYPERLINK IFNA IFS INDEX
  INDIRECT ISBLANK ISERR ISERROR ISEVEN ISNA ISNUMBER ISODD ISTEXT LARGE LEFT LEN LET LINEST LOOKUP LOWER MATCH MAXIFS MDETERM MEDIAN MID
  MINIFS MINVERSE MMULT MODE N NORMDIST NOW ODD OFFSET PERCENTILE QUOTIENT RADIANS RAND RANDBETWEEN RANK REPLACE REPT RIGHT ROW ROWS
  SEQUENCE SERIESSUM SMALL STDEV SUBSTITUTE SUBTOTAL SUMIF SUMIFS SUMX2MY2 SUMX2PY2 SWITCH TEXT TEXTJOIN TODAY TRANSPOSE TREND TRIM UPPER
  VALUE VAR VLOOKUP XLOOKUP`.split(/\s+/),
);
