import { columnsOf } from '../../model/quantities.ts';
import { onSheet } from '../../sheet/address.ts';
import { isFormula, type SheetCell } from '../../sheet/cell.ts';
import { mapCells } from '../../sheet/edit.ts';
import { chosenValue, traceOf } from '../book.ts';
import { rateSheet } from '../layout.ts';
import { diagramFormula, diagramNames, openingName } from '../network/diagram/values.ts';
import { beside, HEADING_ROW } from '../network/sheet.ts';
import { diagramWords } from '../network/words.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { type ExerciseBook, isAsked, isEmpty, isEmptyIn, type Overlay } from './exercise.ts';

/**
 * The sheet Network in an exercise. Its diagram shows what stands in the learner's table: there is no sheet Steps, which would give the
 * answers.
 */
export const networkOverlay: Overlay = (sheet, book) => {
  const shown = new Map(
    diagramNames(book)
      .filter((names) => names.every(book.steps.has))
      .map((names) => [diagramFormula(names, book.steps.reference), names] as const),
  );
  const namesAt = ({ content }: SheetCell): readonly string[] | undefined =>
    isFormula(content) ? shown.get(content.formula) : undefined;
  const hidden = new Set(
    sheet.cells.flatMap((cell) => {
      const [name] = namesAt(cell) ?? [];
      return name !== undefined && isComputed(book, name) && isEmpty(book, name)
        ? [`${cell.row + 1} ${cell.column}`]
        : [];
    }),
  );
  const { learningRate } = traceOf(book, book.choice.rate);
  const isFilledIn = sheet.cells.some((cell) =>
    namesAt(cell)?.some((name) => isAsked(book, name) && !isGivenIn(book, name, book.choice.iteration)),
  );
  const heading =
    diagramWords.ofExercise(rateSheet(learningRate), book.choice.iteration) + (isFilledIn ? diagramWords.appears : '');
  return mapCells(sheet, (cell) => {
    const { row, column, content } = cell;
    if (row === HEADING_ROW && column === beside(book).column) return { ...cell, content: heading };
    if (leadsToSteps(cell)) return undefined;
    const names = namesAt(cell);
    if (names !== undefined) return { ...cell, content: tableContent(book, names) };
    return hidden.has(`${row} ${column}`) && typeof content === 'string' ? { ...cell, content: '?' } : cell;
  });
};

/** Whether a number that training changes is given: the first one. */
const isGivenIn = ({ table }: ExerciseBook, name: string, iteration: number): boolean =>
  iteration === 1 && table.isLearned(name);

/** Whether a formula in symbols stands below the number of the quantity. */
const isComputed = ({ table }: ExerciseBook, name: string): boolean =>
  columnsOf(table.groups).some((column) => column.name === name && column.rule.kind === 'computed');

const leadsToSteps = ({ content }: SheetCell): boolean =>
  typeof content === 'object' &&
  content !== null &&
  'target' in content &&
  content.target.startsWith(onSheet(STEPS_SHEET, ''));

/** The number of a quantity in the learner's table, or nothing while its cell is empty. */
function tableContent(book: ExerciseBook, names: readonly string[]): SheetCell['content'] {
  const { choice, table } = book;
  const sheet = rateSheet(traceOf(book, choice.rate).learningRate);
  const name = openingName(book, names);
  const formula = diagramFormula(names, (each) => onSheet(sheet, table.cell(each, choice.iteration)));
  if (!isAsked(book, name)) return { formula, value: chosenValue(book, name) };
  return {
    formula: `IF(ISNUMBER(${formula}),${formula},"")`,
    value: isEmptyIn(book, name, choice.iteration) ? '' : chosenValue(book, name),
  };
}
