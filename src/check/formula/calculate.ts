import type { Ast, Reference } from './ast.ts';

/** What a cell holds: a number (NaN for an error), a text, or nothing. */
export type Value = number | string | boolean | undefined;

/** Cells of a range; a larger one has no number. */
const MAX_RANGE = 20_000;

/**
 * Calculates a formula. Functions that the exercise has no use for have no number.
 *
 * @param read gives what the cell of a reference holds
 */
export function calculate(ast: Ast, read: (reference: Reference) => Value): Value {
  const number = (node: Ast): number => {
    const value = calculate(node, read);
    return typeof value === 'number' ? value : value === undefined ? 0 : Number.NaN;
  };
  switch (ast.kind) {
    case 'number':
    case 'text':
      return ast.value;
    case 'cell':
      return read(ast);
    case 'sign':
      return -number(ast.of);
    case 'percent':
      return number(ast.of) / 100;
    case 'binary':
      return binary(ast.operator, number(ast.left), number(ast.right));
    case 'call':
      return call(ast.name, ast.of, number, read);
    case 'name':
    case 'range':
      return Number.NaN;
  }
}

function binary(operator: string, a: number, b: number): Value {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? Number.NaN : a / b;
    case '^':
      return a ** b;
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return Number.NaN;
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const functions: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
  EXP: ([x = 0]) => Math.exp(x),
  LN: ([x = 0]) => Math.log(x),
  LOG10: ([x = 0]) => Math.log10(x),
  SQRT: ([x = 0]) => Math.sqrt(x),
  TANH: ([x = 0]) => Math.tanh(x),
  ABS: ([x = 0]) => Math.abs(x),
  POWER: ([x = 0, n = 0]) => x ** n,
  SUM: total,
  PRODUCT: (numbers) => numbers.reduce((product, each) => product * each, 1),
  SUMSQ: (numbers) => total(numbers.map((each) => each * each)),
  AVERAGE: (numbers) => total(numbers) / numbers.length,
  MAX: (numbers) => Math.max(...numbers),
  MIN: (numbers) => Math.min(...numbers),
  ROUND: ([x = 0, n = 0]) => Math.round(x * 10 ** n) / 10 ** n,
  PI: () => Math.PI,
  MOD: ([x = 0, n = 0]) => x - n * Math.floor(x / n),
};

/** Functions that are not of numbers alone. */
const OTHERS: ReadonlySet<string> = new Set(['IF', 'IFERROR', 'SUMPRODUCT', 'SUMXMY2']);

/** Whether a function can be calculated here. */
export const isKnownCall = (name: string): boolean => OTHERS.has(name) || name in functions;

function call(
  name: string,
  of: readonly Ast[],
  number: (node: Ast) => number,
  read: (reference: Reference) => Value,
): Value {
  const spread = (node: Ast): readonly number[] => {
    if (node.kind !== 'range') return [number(node)];
    const cells = cellsOf(node.from, node.to);
    if (cells === undefined) return [Number.NaN];
    return cells.map(read).filter((each) => typeof each === 'number');
  };
  if (name === 'IF') {
    const [test, then, otherwise] = of;
    const truth = test === undefined ? false : calculate(test, read);
    const chosen = truth === true || (typeof truth === 'number' && truth !== 0) ? then : otherwise;
    return chosen === undefined ? false : calculate(chosen, read);
  }
  if (name === 'IFERROR') {
    const [tried, otherwise] = of;
    const value = tried === undefined ? Number.NaN : calculate(tried, read);
    return typeof value === 'number' && !Number.isFinite(value) && otherwise !== undefined
      ? calculate(otherwise, read)
      : value;
  }
  const lists = of.map(spread);
  if (name === 'SUMPRODUCT')
    return total((lists[0] ?? []).map((_, k) => lists.reduce((product, list) => product * (list[k] ?? Number.NaN), 1)));
  if (name === 'SUMXMY2') return total((lists[0] ?? []).map((x, k) => (x - (lists[1]?.[k] ?? Number.NaN)) ** 2));
  return functions[name]?.(lists.flat()) ?? Number.NaN;
}

/** The cells of a range, row by row; undefined where there are too many or its corners are of different kinds. */
export function cellsOf(from: Reference, to: Reference): readonly Reference[] | undefined {
  if (from.fixedRow !== to.fixedRow || from.fixedColumn !== to.fixedColumn) return undefined;
  const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
  if (rows < 1 || columns < 1 || rows * columns > MAX_RANGE) return undefined;
  return Array.from({ length: rows * columns }, (_, k) => ({
    ...from,
    row: from.row + Math.floor(k / columns),
    column: from.column + (k % columns),
  }));
}
