import { excelFormula } from '../../expression/excel.ts';
import type { LikelySlip } from '../../model/likely-slips.ts';
import { readRule } from '../../model/read-rule.ts';
import { EXCEL_FORMULA_LENGTH } from '../../network/limits.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import { LEARNING_RATE_CELL } from '../layout.ts';
import { learnerSheet, tolerance } from './answers-formulas.ts';
import { answersSheetName, askedBefore, STATE_ROW } from './answers-layout.ts';
import { type ExerciseBook, firstAsked } from './exercise.ts';
import { type Guided, guideCell, guideColumns, HINT_ROW, slipColumns } from './guide-layout.ts';
import { exerciseWords } from './words.ts';

const { guide } = exerciseWords;

/** Gives a number its cell on the sheet of hints: that of a name, by the formula that reads it. */
export type NumberCells = (name: string, formula: string) => string;

/**
 * How far what a slip gives in the first row that is wrong is from the number of the learner, for the size of that; undefined where no cell can
 * hold the formula.
 */
export function slipFormula(
  book: ExerciseBook,
  position: number,
  { column, row }: Guided,
  { formula }: LikelySlip,
  cellOf: NumberCells,
): string | undefined {
  const { table } = book;
  const sheet = learnerSheet(book, position);
  const wrong = absolute(row, guideColumns.wrong);
  const at = (name: string, iteration: string): string => {
    const k = table.column(name);
    const range = `${sheet}${absolute(table.firstRow, k)}:${absolute(table.lastRow, k)}`;
    return cellOf(name, `IF(${wrong}=0,"",INDEX(${range},${iteration}))`);
  };
  // Iterations are counted from the wrong one.
  const read = readRule(column.rule, 0, {
    quantity: (name, iteration) => at(name, shifted(wrong, iteration)),
    iteration: (iteration) => shifted(wrong, iteration),
    givenRate: table.givenRate,
    learningRate: sheet + absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column),
    first: Number.NEGATIVE_INFINITY,
    before: '0',
  });
  const needsAbove = column.rule.kind === 'accumulated';
  const text = excelFormula(formula, (name, of) => {
    if (typeof of === 'object') return at(name, String(of.k));
    // Before the first iteration every state is 0.
    return needsAbove && of === -1 ? `IF(${wrong}>1,${at(name, `MAX(1,${wrong}-1)`)},0)` : read(name, of);
  });
  const learner = absolute(row, guideColumns.learner);
  const distance = `ROUND(ABS(${learner}-(${text}))/MAX(ABS(${learner}),1E-300),9)`;
  const whole = `IF(${wrong}=0,"",IFERROR(${distance},""))`;
  return whole.length > EXCEL_FORMULA_LENGTH ? undefined : whole;
}

const shifted = (from: string, by: number): string => (by === 0 ? from : `${from}${by > 0 ? '+' : '-'}${Math.abs(by)}`);

/** The formulas of the row of a column, by where they stand. */
export function guideFormulas(
  book: ExerciseBook,
  position: number,
  guided: Guided,
  all: readonly Guided[],
): ReadonlyMap<keyof typeof guideColumns, string> {
  const { table } = book;
  const { column, row, own, verdict, slips, firstSlip } = guided;
  const at = (of: keyof typeof guideColumns, line = row): string => relative(line, guideColumns[of]);
  const sheet = learnerSheet(book, position);
  const k = table.column(column.name);
  const first = firstAsked(column);
  const verdicts = onSheet(
    answersSheetName(position),
    `${absolute(table.row(first), verdict)}:${absolute(table.lastRow, verdict)}`,
  );
  const there = (range: string): string => `INDEX(${range},${at('wrong')})`;
  const number = there(`${sheet}${absolute(table.firstRow, k)}:${absolute(table.lastRow, k)}`);
  const answer = there(
    onSheet(answersSheetName(position), `${absolute(table.firstRow, own)}:${absolute(table.lastRow, own)}`),
  );
  const slipRange = (of: keyof typeof slipColumns): string =>
    `${absolute(firstSlip, slipColumns[of])}:${absolute(firstSlip + slips.length - 1, slipColumns[of])}`;
  const hints = `${relative(row, guideColumns.hints)}:${relative(row, guideColumns.hints + 2)}`;
  const typed = `${sheet}${absolute(HINT_ROW, k)}`;
  const shift = first > 1 ? `+${first - 1}` : '';
  const above = table.firstRow - 1;
  const last = all.at(-1)?.row ?? row;
  const before = (of: 'hintsSoFar' | 'slipsSoFar'): string => (row === all[0]?.row ? '0' : at(of, row - 1));
  const named = `"${column.name}"`;
  return new Map([
    ['asked', `IFERROR(MAX(0,MIN(3,INT(VALUE(${typed}&"")))),0)`],
    [
      'hint',
      `IF(${at('asked')}=0,"","${guide.hint[0]}"&${at('asked')}&"${guide.hint[1]}"&${named}&": "&INDEX(${hints},1,${at('asked')}))`,
    ],
    ['wrong', `IFERROR(MATCH(2,${verdicts},0)${shift},0)`],
    [
      'learner',
      `IF(${at('wrong')}=0,"",IF(ISERROR(${number}),"${guide.error}",IF(ISNA(${answer}),IF(${number}=0,"",${number}),${number})))`,
    ],
    ['nearest', slips.length === 0 ? '""' : `IF(COUNT(${slipRange('distance')})=0,"",MIN(${slipRange('distance')}))`],
    [
      'slip',
      slips.length === 0
        ? '""'
        : `IF(ISNUMBER(${at('nearest')}),IF(${at('nearest')}<=${tolerance(column)},INDEX(${slipRange('words')},MATCH(${at('nearest')},${slipRange('distance')},0)),""),"")`,
    ],
    [
      'message',
      `IF(${at('wrong')}=0,"",${named}&"${guide.row}"&(${at('wrong')}+${above})&": "&IF(${at('learner')}="","${guide.empty}",IF(ISNUMBER(${at('learner')}),IF(${at('slip')}="","${guide.unknown}",${at('slip')}),"${guide.noNumber}")))`,
    ],
    ['hintLine', `IF(${at('hint')}="","",${at('hintsSoFar')})`],
    ['slipLine', `IF(${at('message')}="","",${absolute(last, guideColumns.hintsSoFar)}+${at('slipsSoFar')})`],
    ['hintsSoFar', `${before('hintsSoFar')}+IF(${at('hint')}="",0,1)`],
    ['slipsSoFar', `${before('slipsSoFar')}+IF(${at('message')}="",0,1)`],
    ['earned', earnedFormula(book, position, guided, all)],
    [
      'everEarned',
      position === 0 ? at('earned') : `MAX(${at('earned')},${guideCell(position - 1, row, 'everEarned')})`,
    ],
  ]);
}

/** A column is earned when it is right; a chain factor also when something that is made of it was written in one go and is. */
function earnedFormula(
  book: ExerciseBook,
  position: number,
  { column, verdict, row }: Guided,
  all: readonly Guided[],
): string {
  const state = onSheet(answersSheetName(position), relative(STATE_ROW, verdict));
  const users =
    column.role === 'factor'
      ? all.filter((each) => each.row > row && askedBefore(book, each.column).some(({ name }) => name === column.name))
      : [];
  if (users.length === 0) return `IF(${state}=1,1,0)`;
  const sums = rangesOf(users.map((each) => each.row)).map(
    ([from, to]) => `SUM(${relative(from, guideColumns.earned)}:${relative(to, guideColumns.earned)})`,
  );
  return `IF(${state}=1,1,IF(${state}=0,IF(${sums.join('+')}>0,1,0),0))`;
}

/** Rows that follow one another as ranges. */
function rangesOf(rows: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
