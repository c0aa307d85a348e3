import { relative } from '../../sheet/address.ts';
import { type SheetCell, shownContent } from '../../sheet/cell.ts';
import type { Mark } from '../../sheet/look.ts';
import type { FormulaRule, NumberRule, Sheet } from '../../sheet/sheet.ts';

/** A cell in a formula, each part fixed where it has a `$`. */
const CELL = /(\$?)([A-Z]+)(\$?)(\d+)/;
const EQUAL = new RegExp(`^${CELL.source}=${CELL.source}$`);
const ERROR = new RegExp(`^ISERROR\\(${CELL.source}\\)$`);
const EVERY = new RegExp(`^MOD\\(${CELL.source},(\\d+)\\)=0$`);

/**
 * Finds what the rules of a sheet change in the look of a cell: rules about the cell's own number, and of formulas those that compare two
 * cells, find errors or count rows. Where several hold, the first has its way in what it changes.
 */
export function marksOf(sheet: Sheet): (cell: SheetCell) => Mark | undefined {
  const values = new Map(sheet.cells.map(({ row, column, content }) => [relative(row, column), shownContent(content)]));
  const rules = sheet.rules
    .flatMap(({ range, rules: own }) =>
      range.split(' ').flatMap((area) => own.map((rule) => ({ area: areaOf(area), rule }))),
    )
    .sort((a, b) => b.rule.priority - a.rule.priority);
  return ({ row, column, content }) => {
    const marks = rules.flatMap(({ area: { top, left, bottom, right }, rule }) => {
      if (row < top || row > bottom || column < left || column > right) return [];
      const moved = { rows: row - top, columns: column - left };
      const isMet =
        'formula' in rule ? holds(rule, moved, (address) => values.get(address)) : lies(rule, shownContent(content));
      return isMet ? [rule.mark] : [];
    });
    return marks.length === 0 ? undefined : Object.assign({}, ...marks);
  };
}

const lies = ({ lies: where, from, to }: NumberRule, value: number | string | null): boolean =>
  typeof value === 'number' && Number.isFinite(value) && (value >= from && value <= to) === (where === 'within');

interface Moved {
  readonly rows: number;
  readonly columns: number;
}

type Reading = (address: string) => number | string | null | undefined;

function holds({ formula }: FormulaRule, moved: Moved, read: Reading): boolean {
  const equal = EQUAL.exec(formula);
  if (equal !== null) {
    const [one, other] = [movedCell(equal.slice(1, 5), moved), movedCell(equal.slice(5, 9), moved)].map(read);
    return one !== undefined && one !== null && one === other;
  }
  const error = ERROR.exec(formula);
  if (error !== null) {
    const value = read(movedCell(error.slice(1, 5), moved));
    return typeof value === 'number' && !Number.isFinite(value);
  }
  const every = EVERY.exec(formula);
  const counted = every === null ? undefined : read(movedCell(every.slice(1, 5), moved));
  return typeof counted === 'number' && counted % Number(every?.[5]) === 0;
}

/** The address of a cell of a rule's formula, as another cell of its range sees it. */
function movedCell([fixedColumn, letters = '', fixedRow, row = '']: readonly string[], moved: Moved): string {
  const column = columnNumber(letters) + (fixedColumn === '$' ? 0 : moved.columns);
  return relative(Number(row) + (fixedRow === '$' ? 0 : moved.rows), column);
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

function areaOf(range: string): {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
} {
  const [first = '', last = first] = range.split(':');
  const corner = (address: string): readonly [number, number] => {
    const [, , letters = '', , row = ''] = CELL.exec(address) ?? [];
    return [Number(row), columnNumber(letters)];
  };
  const [[top, left], [bottom, right]] = [corner(first), corner(last)];
  return { top, left, bottom, right };
}
