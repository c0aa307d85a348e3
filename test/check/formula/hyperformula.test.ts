import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOf } from '../../../src/check/file/address.ts';
import { readBook } from '../../../src/check/file/workbook.ts';
import { type Grid, gridOf } from '../../../src/check/formula/grid.ts';
import { near } from '../../helpers/numbers.ts';
import { times } from '../../helpers/sample.ts';
import { recalculateWithHyperFormula } from '../../support/hyperformula.ts';
import type { Recalculated } from '../../support/recalculated.ts';
import type { LearnerCell } from '../learner-table.ts';
import { smallXlsx } from '../small-xlsx.ts';

/** The cells that the formulas read: numbers, texts with and without a number, and empty ones. */
const given: readonly LearnerCell[] = [
  { address: 'A1', value: 0.15 },
  { address: 'B1', value: -2.5 },
  { address: 'C1', value: 3 },
  { address: 'A2', value: 0 },
  { address: 'B2', value: 0.05 },
  { address: 'A3', value: 'text' },
  { address: 'B3', value: '0.4' },
  { address: 'C3', value: 710 },
];

const cell = fc
  .tuple(
    fc.constantFrom('', '$'),
    fc.constantFrom('A', 'B', 'C'),
    fc.constantFrom('', '$'),
    fc.constantFrom(1, 1, 2, 2, 3),
  )
  .map((parts) => parts.join(''));
const range = fc.constantFrom('A1:C1', 'A1:C3', '$A$1:B2', 'B2:A1', 'C2:C2', 'A2:B3');
const number = fc.constantFrom('1', '2', '0.5', '0', '.5', '12', '3.', '100');

/** A cell alone, also in parentheses and with other signs. */
const IS_CELL = /^[(+]*\$?[A-C]\$?\d\)*$/;

/** Formulas as people type them, with spaces, parentheses and operators in any order. */
const { formula } = fc.letrec<{ formula: string; call: string }>((again) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    { weight: 3, arbitrary: cell },
    { weight: 2, arbitrary: number },
    { weight: 1, arbitrary: fc.constantFrom('TRUE', '"3"', '"x"') },
    {
      weight: 8,
      arbitrary: fc
        .tuple(
          again('formula'),
          fc.constantFrom('+', '-', '*', '/', ' + ', ' * ', ' - ', '=', '<', '>=', '<>'),
          again('formula'),
        )
        .map((parts) => parts.join('')),
    },
    { weight: 3, arbitrary: again('formula').map((of) => (/^[\w$]+$/.test(of) ? of : `(${of})`)) },
    // 0^0 does not exist in Excel; HyperFormula has it.
    {
      weight: 2,
      arbitrary: fc
        .tuple(again('formula'), fc.constantFrom('^2', '^3', ' ^ -1', '^0.5', '^C1', '^2^3'))
        .map((of) => of.join('')),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('-', '- ', '--', '+'), again('formula'))
        // Whether +A3 is still a cell, whose text SUM passes over, programs do not agree on: see grid.test.ts.
        .map(([sign, of]) => (sign === '+' && IS_CELL.test(of) ? of : `${sign}${of}`)),
    },
    { weight: 1, arbitrary: again('formula').map((of) => `(${of})%`) },
    { weight: 5, arbitrary: again('call') },
  ),
  call: fc.oneof(
    fc
      .tuple(
        fc.constantFrom('EXP', 'LN', 'LOG10', 'SQRT', 'TANH', 'ABS', 'SIGN', 'TRUNC', 'SINH', 'COSH', 'NOT'),
        again('formula'),
      )
      .map(([name, of]) => `${name}(${of})`),
    fc.tuple(fc.constant('IFERROR'), again('formula'), again('formula')).map(([name, a, b]) => `${name}(${a},${b})`),
    fc
      .tuple(fc.constantFrom('ROUND', 'ROUNDUP', 'ROUNDDOWN'), again('formula'), fc.constantFrom('0', '-1'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc
      .tuple(
        fc.constantFrom('SUM', 'SUMSQ', 'AVERAGE', 'MAX', 'MIN'),
        fc.array(fc.oneof(range, cell, again('formula')), { minLength: 1, maxLength: 4 }),
      )
      .map(([name, of]) => `${name}(${of.join(',')})`),
    fc
      .tuple(fc.constantFrom('A1:B2', 'B1:C2'), fc.constantFrom('B1:C2', 'A1:B2', 'A1:C1'))
      .map((of) => `SUMPRODUCT(${of.join(',')})`),
    fc
      .tuple(fc.constantFrom('AND', 'OR'), again('formula'), again('formula'))
      .map(([name, a, b]) => `${name}(${a}>1,${b}<=2)`),
    fc.tuple(again('formula'), again('formula'), again('formula')).map((of) => `IF(${of.join(',')})`),
  ),
}));

/** What a spreadsheet shows: a number, `text`, or `error`. */
function theirs(value: ReturnType<Recalculated['value']>): number | string {
  // HyperFormula keeps numbers below 2.2e-308, which are 0 in a cell.
  if (typeof value === 'number') return Math.abs(value) < 2.3e-308 ? 0 : value;
  return value !== null && typeof value === 'object' ? 'error' : 'text';
}

/** The same of a cell as it is judged; TRUE and FALSE count as text. */
function ours(grid: Grid, address: string): number | string | undefined {
  const place = positionOf(address);
  const cell = place === undefined ? undefined : grid.cell('S', place);
  const number = place === undefined ? undefined : grid.number('S', place);
  if (number !== undefined) return Number.isNaN(number) ? 'error' : number;
  const kind = cell === undefined ? undefined : grid.failureOf(cell)?.kind;
  // A formula that only shows another cell's text is told by that cell.
  return kind === 'text-number' ? 'text' : (kind ?? (cell === undefined ? undefined : grid.unreadable(cell)));
}

/** How many formulas; FORMULAS=10000 tries more of them. */
const FORMULAS = Number(process.env.FORMULAS ?? times(400));
/** As many are in a workbook. */
const EACH = 20;

/** Sums may be rounded in another order. */
const ROUNDING = { relative: 1e-11, floor: 0 };

test(`${FORMULAS} formulas at random give what HyperFormula gives`, { timeout: 120_000 }, () => {
  const formulas = fc.array(formula, { minLength: EACH, maxLength: EACH });
  const property = fc.property(formulas, (texts) => {
    const cells = texts.map((text, k): LearnerCell => ({ address: `E${k + 1}`, value: 0, formula: text }));
    const bytes = smallXlsx({ S: [...given, ...cells] }, { bare: true });
    const grid = gridOf(readBook(bytes));
    const right = recalculateWithHyperFormula(bytes);
    for (const { address, formula: text } of cells) {
      const [own, their] = [ours(grid, address), theirs(right.value('S', address))];
      const agree = typeof own === 'number' && typeof their === 'number' ? near(own, their, ROUNDING) : own === their;
      expect(agree ? 'the same' : [own, their], text).toBe('the same');
    }
  });
  fc.assert(property, { numRuns: FORMULAS / EACH });
});
