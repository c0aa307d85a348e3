import { evaluate } from '../../expression/evaluate.ts';
import { excelFormula } from '../../expression/excel.ts';
import type { SymbolReading } from '../../model/read-rule.ts';
import type { Step } from '../../model/step.ts';
import { absolute } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, chosenFormula, chosenValue } from '../book.ts';
import { comparedIterations } from '../cross-check/layout.ts';
import { live } from '../numbers/live.ts';
import { putIn, putInFormula } from '../numbers/put-in.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { stepsColumns } from './layout.ts';
import { stepStyles, symbolsText } from './look.ts';
import type { StepTexts } from './sizes.ts';
import { choiceCells, startValue } from './values.ts';

/** Columns that hold what other cells are made of. */
export const stepsHidden: readonly number[] = Array.from(
  { length: stepsColumns.stage - stepsColumns.written + 1 },
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
    sheet.put(barRow, column, column === stepsColumns.number ? title : null, stepStyles.bar(strong));
    sheet.put(
      whyRow,
      column,
      column === stepsColumns.number ? why : null,
      look({ italic: true, color: strong, fill: tint }),
    );
  }
}

/** A step: its formula in symbols, with the numbers put in, the result, whether the table agrees, and why. */
export function writeStep(sheet: SheetDraft, book: Book, step: Step, count: number, texts: StepTexts): void {
  const { steps } = book;
  const row = steps.row(step.name);
  const resolve = (name: string): string => step.aliases.get(name) ?? name;
  const { later } = step;
  const result = later === 1 ? newWeight(book, step) : chosenValue(book, step.column);
  const { symbols, numbers } = texts;
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
}

/** A number of the chosen iteration, given or computed. */
const valueIn =
  (book: Book): SymbolReading<number> =>
  (name, of = 0) =>
    book.steps.isGiven(name, of) ? startValue(book, name, of) : chosenValue(book, name);

/** The texts of a step: its formula in symbols and with the numbers put in, and why. */
export function stepTexts(book: Book, step: Step): StepTexts {
  const value = valueIn(book);
  const numbers = putIn(step.formula, (name, of) => written(value(step.aliases.get(name) ?? name, of)));
  return { symbols: symbolsText(step), numbers, words: step.words };
}

/** The formula with the numbers of other iterations put in: some of the first and the last run with such steps, for whose texts rows have room as well. */
export function otherNumbers(book: Book, step: Step): readonly string[] {
  const rates = new Set(book.only === undefined ? [0, book.traces.length - 1] : [book.only]);
  const iterations = comparedIterations(book.table.iterations);
  return [...rates].flatMap((rate) =>
    iterations.map((iteration) => stepTexts({ ...book, choice: { rate, iteration } }, step).numbers),
  );
}

/** The weight that the next iteration starts with, which the table holds for all iterations but the last. */
export function newWeight(
  book: Book,
  { column, formula }: Pick<Step, 'column' | 'formula'>,
  value: SymbolReading<number> = valueIn(book),
): number {
  const { choice, table } = book;
  return choice.iteration < table.iterations ? chosenValue(book, column, 1) : evaluate(formula, value);
}

/** ✓ when the table of the learning rate holds the same number; a dash where it has no next row, or no number either. */
function agreement(book: Book, step: Step, later: number, resultCell: string): Formula {
  const { steps, table, choice } = book;
  const other = chosenFormula(book, step.column, choiceCells(book), later);
  // Where the table shows an error too, there are no numbers to compare.
  const failed = `IF(AND(ISERROR(${resultCell}),ISERROR(${other})),"–","✗")`;
  const same = `IFERROR(IF(ABS(${resultCell}-${other})<=0.000000001*ABS(${resultCell}),"✓","✗"),${failed})`;
  const known = later === 0 || choice.iteration < table.iterations;
  const formula = later === 0 ? same : `IF(${steps.iterationCell}<${table.iterations},${same},"–")`;
  const compared = known && Number.isFinite(chosenValue(book, step.column, later));
  return live(formula, compared ? '✓' : '–');
}
