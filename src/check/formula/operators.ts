import type { Ast, Operator } from './ast.ts';
import { excelPower, resultOf } from './functions.ts';
import type { Reader } from './reader.ts';
import {
  type CellFault,
  compareValues,
  fault,
  inCell,
  isStop,
  numberOfText,
  type Stop,
  unknown,
  type Value,
} from './value.ts';

/** What an operator stands between: a value and the part of the formula that gave it. */
type Operand = readonly [value: Value, node: Ast];

/** What an operator gives, as Excel has it: the error of its left side first, then that of its right side. */
export function operate(operator: Operator, [a, aNode]: Operand, [b, bNode]: Operand, reader: Reader): Value {
  if (isStop(a)) return a;
  if (isStop(b)) return b;
  if (operator === '&') return joined(a, b);
  if (isComparison(operator)) return comparisons[operator](compareValues(a, b));
  const x = numberIn(a, aNode, reader);
  if (isStop(x)) return x;
  const y = numberIn(b, bNode, reader);
  if (isStop(y)) return y;
  if (operator === '/' && y === 0) return fault('#DIV/0!', 'division', `divides by ${divisor(bNode, b, reader)}`);
  const result = operator === '^' ? excelPower(x, y) : arithmetic[operator](x, y);
  return typeof result === 'number' ? (inCell(result) ?? noNumber(operator, result)) : resultOf(result, 'a power of 0');
}

/** The number that a value counts as where a formula calculates with it. */
export function numberIn(value: Value, node: Ast, reader: Reader): number | Stop {
  if (typeof value === 'number') return value;
  if (isStop(value)) return value;
  if (typeof value !== 'string') return Number(value ?? 0);
  const number = numberOfText(value);
  return number ?? textFault(node, reader);
}

/** The error of a text in place of a number; where a cell holds the text, it comes from there. */
export function textFault(node: Ast, reader: Reader): CellFault {
  const source = node.kind === 'cell' ? reader.source(node) : undefined;
  return source === undefined
    ? fault('#VALUE!', 'text', 'calculates with a text')
    : { kind: 'fault', error: '#VALUE!', from: source };
}

export const negative = (x: number | Stop): number | Stop => (isStop(x) ? x : x === 0 ? 0 : -x);

const arithmetic: Readonly<Record<'+' | '-' | '*' | '/', (x: number, y: number) => number>> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
};

const comparisons: Readonly<Record<'=' | '<>' | '<' | '>' | '<=' | '>=', (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

const isComparison = (operator: Operator): operator is keyof typeof comparisons => Object.hasOwn(comparisons, operator);

/** Two values as one text; a number whose text depends on its format is not known. */
function joined(a: number | string | boolean | undefined, b: number | string | boolean | undefined): Value {
  const [x, y] = [textOf(a), textOf(b)];
  if (x === undefined || y === undefined) return unknown('the text of such a number cannot be told here');
  return x.length + y.length > 32_767 ? fault('#VALUE!', 'text', 'gives a text that is too long') : x + y;
}

function textOf(value: number | string | boolean | undefined): string | undefined {
  if (typeof value !== 'number') return typeof value === 'boolean' ? String(value).toUpperCase() : (value ?? '');
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? undefined : text;
}

export const shown = (x: number): string => String(Number(x.toPrecision(6)));

const noNumber = (operator: Operator, result: number): CellFault =>
  Number.isNaN(result)
    ? fault('#NUM!', 'overflow', 'takes a power that does not exist')
    : fault('#NUM!', 'overflow', `gives a number too large for a cell, by ${operator}`);

function divisor(node: Ast, value: Value, reader: Reader): string {
  if (node.kind === 'cell') return `${reader.address(node)}, which is ${value === undefined ? 'empty' : '0'}`;
  return node.kind === 'number' ? '0' : 'a part of its formula that is 0';
}
