import { evaluate } from '../../expression/evaluate.ts';
import { excelFormula } from '../../expression/excel.ts';
import type { SymbolReading } from '../../model/read-rule.ts';
import type { Step } from '../../model/step.ts';
import { absolute } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, chosenFormula, chosenValue } from '../book.ts';
import { colors } from '../look/palette.ts';
import { live } from '../numbers/live.ts';
import { putIn, putInFormula } from '../numbers/put-in.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { stepsColumns } from './layout.ts';
import { linesOf, stepStyles, symbolsText } from './look.ts';
import { choiceCells, startValue } from './values.ts';

/** Pixels that LibreOffice shows of a sheet on a screen of 1366, where it draws columns wider than they are. */
const SCREEN = 1140;

const FIXED = { margin: 8, number: 28, result: 100, agrees: 54 } as const;

/** Widths of the columns of the sheet Steps, in pixels: that of the quantities follows the longest name, the texts share what is left. */
export function stepsWidths({ steps }: Book): readonly number[] {
  const names = steps.sections.flatMap(({ section }) => section.steps.map((step) => step.name.length));
  const quantity = Math.max(80, 7 * Math.max(...names) + 10);
  const { margin, number, result, agrees } = FIXED;
  const rest = SCREEN - margin - number - quantity - result - agrees;
  const symbols = Math.round(0.31 * rest);
  const numbers = Math.round(0.32 * rest);
  const texts = Math.max(200, rest - symbols - numbers);
  return [margin, number, quantity, symbols, numbers, result, agrees, texts, 110, 20, 56, 84, 110];
}

/** Columns that hold what other cells are made of. */
export const stepsHidden: readonly number[] = Array.from(
  { length: stepsColumns.startWritten - stepsColumns.written + 1 },
  (_, k) => stepsColumns.written + k,
);

/** The bar of a section, and why its steps are done. */
export function writeBar(
  sheet: SheetDraft,
  barRow: number,
  whyRow: number,
  title: string,
  why: string,
  strong: string,
  tint: string,
): void {
  sheet.setHeight(barRow, 24);
  sheet.setHeight(whyRow, 22);
  for (let column = stepsColumns.number; column <= stepsColumns.words; column++) {
    sheet.put(
      barRow,
      column,
      column === stepsColumns.number ? title : null,
      look({ size: 12, bold: true, color: colors.white, fill: strong }),
    );
    sheet.put(
      whyRow,
      column,
      column === stepsColumns.number ? why : null,
      look({ italic: true, color: strong, fill: tint }),
    );
  }
}

/** A step: its formula in symbols, with the numbers put in, the result, whether the table agrees, and why. */
export function writeStep(sheet: SheetDraft, book: Book, step: Step, count: number, widths: readonly number[]): void {
  const { steps } = book;
  const row = steps.row(step.name);
  const resolve = (name: string): string => step.aliases.get(name) ?? name;
  const { later } = step;
  const value: SymbolReading<number> = (name, of = 0) =>
    steps.isGiven(name, of) ? startValue(book, name, of) : chosenValue(book, name);
  const result = later === 1 ? newWeight(book, step, value) : chosenValue(book, step.column);
  const numbers = putIn(step.formula, (name, of) => written(value(resolve(name), of)));
  const symbols = symbolsText(step);
  const look4 = stepStyles.of(step.role);
  const resultCell = absolute(row, stepsColumns.result);

  sheet.put(row, stepsColumns.number, count, look4.number);
  sheet.put(row, stepsColumns.quantity, step.name, look4.quantity);
  sheet.put(row, stepsColumns.symbols, symbols, look4.symbols);
  sheet.put(
    row,
    stepsColumns.numbers,
    live(
      putInFormula(step.formula, (name, of) => steps.written(resolve(name), of)),
      numbers,
    ),
    look4.numbers,
  );
  sheet.put(
    row,
    stepsColumns.result,
    live(
      excelFormula(step.formula, (name, of) => steps.value(resolve(name), of)),
      result,
    ),
    look4.result,
  );
  sheet.put(row, stepsColumns.agrees, agreement(book, step, later, resultCell), look4.agrees);
  sheet.put(row, stepsColumns.words, step.words, look4.words);
  sheet.put(row, stepsColumns.written, live(writtenFormula(resultCell), written(result)), stepStyles.written);
  const lines = Math.max(
    linesOf(symbols, widths[stepsColumns.symbols - 1] ?? 0),
    linesOf(numbers, widths[stepsColumns.numbers - 1] ?? 0),
    linesOf(step.words, widths[stepsColumns.words - 1] ?? 0),
  );
  sheet.setHeight(row, Math.max(21, 15 * lines + 6));
}

/** The weight that the next iteration starts with, which the table holds for all iterations but the last. */
function newWeight(book: Book, { column, formula }: Step, value: SymbolReading<number>): number {
  const { choice, table } = book;
  return choice.iteration < table.iterations ? chosenValue(book, column, 1) : evaluate(formula, value);
}

/** ✓ when the table of the learning rate holds the same number; a dash where it has no next row. */
function agreement(book: Book, step: Step, later: number, resultCell: string): Formula {
  const { steps, table, choice } = book;
  const other = chosenFormula(book, step.column, choiceCells(book), later);
  const same = `IFERROR(IF(ABS(${resultCell}-${other})<=0.000000001*ABS(${resultCell}),"✓","✗"),"✗")`;
  const known = later === 0 || choice.iteration < table.iterations;
  const formula = later === 0 ? same : `IF(${steps.iterationCell}<${table.iterations},${same},"–")`;
  const right = known && Number.isFinite(chosenValue(book, step.column, later)) ? '✓' : '✗';
  return live(formula, known ? right : '–');
}
