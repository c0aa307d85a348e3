import { inputError } from '../../network/input-error.ts';
import { EXCEL_FORMULA_LENGTH } from '../../network/limits.ts';
import type { Formula } from '../../sheet/cell.ts';

/**
 * A formula with the value that it has now.
 *
 * @param value errors as in `training/cell-error.ts`
 * @param rowsBelow by how many rows it is to be filled down, which makes its row numbers longer
 * @throws InputError when the formula is longer than a cell may hold; only a network with very wide layers leads there
 */
export function live(formula: string, value: number | string, rowsBelow = 0): Formula {
  const length = rowsBelow === 0 ? formula.length : lengthBelow(formula, rowsBelow);
  if (length > EXCEL_FORMULA_LENGTH)
    throw inputError(
      `This network needs a formula of ${length} characters, but a cell holds ${EXCEL_FORMULA_LENGTH}; give its layers fewer units or inputs.`,
      'layers',
    );
  return { formula, value };
}

/** The length of a formula that is filled down; row numbers after a $ stay. */
const lengthBelow = (formula: string, rows: number): number =>
  formula.length < EXCEL_FORMULA_LENGTH / 7
    ? formula.length
    : formula.replace(/(?<=[A-Z])\d+/g, (row) => String(Number(row) + rows)).length;
