import { columnsOf } from '../../model/quantities.ts';
import { newName } from '../../model/step.ts';
import { trainedOf } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import { isFormula, type SheetCell } from '../../sheet/cell.ts';
import { mapCells } from '../../sheet/edit.ts';
import { traceOf } from '../book.ts';
import { LEARNING_RATE_CELL, rateSheet } from '../layout.ts';
import { isOfMeans } from '../network/diagram/means.ts';
import { withoutStage } from '../network/diagram/stage.ts';
import { diagramStyles } from '../network/diagram/styles.ts';
import { shownFormulas } from '../network/diagram/texts.ts';
import { choosesSample } from '../network/diagram/values.ts';
import { headingAt, stagesColumn } from '../network/sheet.ts';
import { isOfStages, linesAt, sampleTrouble } from '../network/stages.ts';
import { diagramWords } from '../network/words.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { askedOf, type ExerciseBook, isAsked, isEmpty, isEmptyIn, type Overlay } from './exercise.ts';

/** A cell of the learner's table that stands for one of Steps. */
interface Source {
  readonly reference: string;
  /** Whether the learner fills it in, and whether it is empty at first. */
  readonly asked: boolean;
  readonly empty: boolean;
}

/**
 * The sheet Network in an exercise. Its diagram shows what stands in the learner's table: there is no sheet Steps, which would give the
 * answers, and no list of steps with formulas, which would give them too.
 */
export const networkOverlay: Overlay = (sheet, book) => {
  const sources = sourcesOf(book);
  const { learningRate } = traceOf(book, book.choice.rate);
  const [heading, lines, hidden] = [headingAt(book), linesAt(book), stagesColumn(book)];
  const asksGradients = askedOf(book).some(({ name, role }) => role === 'gradient' && isEmpty(book, name));
  const asked = [...sources.values()].some((source) => source?.asked);
  const title =
    diagramWords.ofExercise(rateSheet(learningRate), book.choice.iteration) + (asked ? diagramWords.appears : '');
  const untold = new Set(shownFormulas(book).flatMap(([name, text]) => (isEmpty(book, name) ? [text] : [])));
  const formulas = new Map(
    sheet.cells.flatMap(({ row, column, content }) =>
      isFormula(content) ? [[`${row} ${column}` as string, content.formula] as const] : [],
    ),
  );
  return mapCells(sheet, (cell) => {
    const { row, column, content, look } = cell;
    if (choosesSample(book) && row === lines.row + 1 && column === lines.column)
      return { ...cell, content: sampleTrouble() };
    if (isOfStages(book, cell, hidden) || leadsToSteps(cell) || content === diagramWords.legend.lit) return undefined;
    // Of what is still to be filled in, nothing is said.
    if (asksGradients && isFormula(content) && isOfMeans(content.formula)) return undefined;
    if (row === heading.row && column === heading.column) return { ...cell, content: title };
    if (typeof content === 'string' && look.italic === true && untold.has(content)) return { ...cell, content: '?' };
    const told = formulas.get(toldBy(cell)) ?? '';
    return ofTable(cell, sources, told);
  });
};

/** Where the number stands that a cell would tell: the shares of a sum tell the sum, and a new weight its gradient. */
function toldBy({ row, column, look }: SheetCell): string {
  if (look === diagramStyles.shares) return `${row - 1} ${column}`;
  return look === diagramStyles.label.next ? `${row + 1} ${column - 1}` : '';
}

/**
 * The cell with the learner's numbers in place of those of Steps; blank where one of them is still to be filled in.
 *
 * @param told the formula of a number that the cell would tell, if any
 */
function ofTable(
  cell: SheetCell,
  sources: ReadonlyMap<string, Source | undefined>,
  told: string,
): SheetCell | undefined {
  const { content } = cell;
  if (!isFormula(content)) return cell;
  const plain = withoutStage(content.formula);
  const numbers = [...new Set([...numbersIn(plain), ...numbersIn(withoutStage(told))])];
  const used = numbers.map((number) => (number.match(STEPS_REFERENCE) ?? []).map((each) => sources.get(each)));
  // The table ends before the weights of the next iteration.
  if (used.some((all) => all.includes(undefined))) return undefined;
  const inTable = (formula: string): string =>
    formula.replaceAll(STEPS_REFERENCE, (reference) => sources.get(reference)?.reference ?? reference);
  const asked = numbers.filter((_, k) => used[k]?.some((source) => source?.asked)).map(inTable);
  const formula = inTable(plain);
  if (asked.length === 0) return { ...cell, content: { ...content, formula } };
  // Not COUNT: of the empty cell that CHOOSE leads to, programs make a number or none.
  const filled = `AND(${asked.map((number) => `ISNUMBER(${number})`).join(',')})`;
  return {
    ...cell,
    content: {
      formula: `IF(${filled},${formula},"")`,
      value: used.some((all) => all.some((source) => source?.empty)) ? '' : content.value,
    },
  };
}

/** The numbers of Steps that a formula reads: cells, or of several samples that of the one that is shown. */
const numbersIn = (formula: string): readonly string[] =>
  formula.match(/CHOOSE\(ROUNDUP\([^()]*\)(?:,CHOOSE\([^()]*\))+\)|CHOOSE\([^()]*\)|'Steps'!\$[A-Z]+\$\d+/g) ?? [];

const STEPS_REFERENCE = /'Steps'!\$[A-Z]+\$\d+/g;

/** What stands for the cells of Steps: for the weights of the next iteration, too, where the table has one. */
function sourcesOf(book: ExerciseBook): ReadonlyMap<string, Source | undefined> {
  const { steps, table, topology, choice } = book;
  const { learningRate } = traceOf(book, choice.rate);
  const sheet = rateSheet(learningRate);
  const inTable = (name: string, iteration: number): Source => ({
    reference: onSheet(sheet, table.cell(name, iteration)),
    asked: isAsked(book, name) && !(iteration === 1 && table.isLearned(name)),
    empty: isEmptyIn(book, name, iteration),
  });
  const own = columnsOf(table.groups)
    .map(({ name }) => name)
    .filter(steps.has)
    .map((name) => [steps.reference(name), inTable(name, choice.iteration)] as const);
  const next = trainedOf(topology).map(
    ({ name }) =>
      [
        steps.reference(newName(name)),
        choice.iteration < table.iterations ? inTable(name, choice.iteration + 1) : undefined,
      ] as const,
  );
  const { row, column } = LEARNING_RATE_CELL;
  const rate = { reference: onSheet(sheet, absolute(row, column)), asked: false, empty: false };
  return new Map<string, Source | undefined>([...own, ...next, [steps.reference(topology.givenRate), rate]]);
}

const leadsToSteps = ({ content }: SheetCell): boolean =>
  typeof content === 'object' &&
  content !== null &&
  'target' in content &&
  content.target.startsWith(onSheet(STEPS_SHEET, ''));
