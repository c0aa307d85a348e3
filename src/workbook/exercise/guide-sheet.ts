import { hintsOf } from '../../model/hints.ts';
import { relative } from '../../sheet/address.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { traceOf } from '../book.ts';
import { rateSheet } from '../layout.ts';
import { colors, tabColors } from '../look/palette.ts';
import { formats, styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import type { Tab } from '../tab.ts';
import type { Exercise, ExerciseBook } from './exercise.ts';
import { guideFormulas, type NumberCells, slipFormula } from './guide-formulas.ts';
import {
  GUIDE_HEAD,
  type Guided,
  guideColumns,
  guideLayout,
  guideSheetName,
  numberColumns,
  slipColumns,
} from './guide-layout.ts';
import { exerciseWords } from './words.ts';

const { guide } = exerciseWords;

/** Pixels of a column: those of the hints are the widest. */
const WIDTH = 132;
const NAME_WIDTH = 200;
const HINT_WIDTH = 480;
const head = look({ bold: true, align: 'left', color: colors.text });
const text = look({ size: 10, color: colors.text });
const judged = look({ color: colors.otherSheet, align: 'center', format: formats.plain });

/** The sheets that give hints and name slips, which only an exercise has. */
export const guideTab = (exercise: Exercise): Tab => ({
  sheets: ({ traces }) => traces.map((_, position) => ({ name: guideSheetName(position), color: tabColors.check })),
  build: (book, position) => guideSheet({ ...book, exercise }, position),
});

function guideSheet(book: ExerciseBook, position: number): SheetBody {
  const sheet = new SheetDraft({ selected: relative(GUIDE_HEAD + 1, 1) });
  sheet.setWidths(
    Array.from({ length: guideColumns.everEarned }, (_, k) => {
      if (k + 1 === guideColumns.name) return NAME_WIDTH;
      return k + 1 >= guideColumns.hints && k + 1 < guideColumns.asked ? HINT_WIDTH : WIDTH;
    }),
  );
  sheet.put(1, 1, guide.title(rateSheet(traceOf(book, position).learningRate)), styles.tableTitle);
  for (const [k, line] of guide.notes.entries()) sheet.put(2 + k, 1, line, styles.subtitle);
  for (const [k, name] of guide.head.entries()) sheet.put(GUIDE_HEAD, 1 + k, name, head);
  const layout = guideLayout(book);
  const hints = hintsOf(book.topology);
  for (const guided of layout) {
    sheet.put(guided.row, guideColumns.name, guide.forColumn(guided.column.name), text);
    for (const [k, hint] of hints(guided.column).entries()) sheet.put(guided.row, guideColumns.hints + k, hint, text);
    for (const [column, formula] of guideFormulas(book, position, guided, layout))
      sheet.put(guided.row, guideColumns[column], live(formula, firstValue(book, column)), judged);
  }
  const slipHead = (layout[0]?.firstSlip ?? GUIDE_HEAD) - 1;
  for (const [k, name] of guide.slipHead.entries()) sheet.put(slipHead, 1 + k, name, head);
  const numbers = new Map<string, Located>();
  const numberHead =
    layout.reduce((last, { firstSlip, slips }) => Math.max(last, firstSlip + slips.length), slipHead) + 1;
  const cellOf: NumberCells = (name, formula) => {
    const row = numbers.get(formula)?.row ?? numberHead + 1 + numbers.size;
    numbers.set(formula, { name, row });
    return relative(row, numberColumns.value);
  };
  for (const guided of layout) sheet.add(slipCells(book, position, guided, cellOf));
  if (numbers.size > 0) sheet.put(numberHead, 1, guide.numberHead, head);
  for (const [formula, { name, row }] of numbers) {
    sheet.put(row, numberColumns.name, guide.number(name), text);
    sheet.put(row, numberColumns.value, live(formula, ''), judged);
  }
  return sheet.finish({ hidden: !book.exercise.answers });
}

/** What the cells hold while nothing is asked for and nothing is wrong. */
function firstValue({ exercise }: ExerciseBook, column: keyof typeof guideColumns): number | string {
  switch (column) {
    case 'earned':
    case 'everEarned':
      return exercise.answers ? 1 : 0;
    case 'asked':
    case 'wrong':
    case 'hintsSoFar':
    case 'slipsSoFar':
      return 0;
    default:
      return '';
  }
}

/** A number that slips are made of. */
interface Located {
  readonly name: string;
  readonly row: number;
}

function slipCells(book: ExerciseBook, position: number, guided: Guided, cellOf: NumberCells): readonly SheetCell[] {
  return guided.slips.flatMap((slip, k): readonly SheetCell[] => {
    const row = guided.firstSlip + k;
    const formula = slipFormula(book, position, guided, slip, cellOf);
    return [
      { row, column: slipColumns.name, content: guide.ofColumn(guided.column.name), look: text },
      { row, column: slipColumns.words, content: slip.words, look: text },
      ...(formula === undefined
        ? []
        : [{ row, column: slipColumns.distance, content: live(formula, ''), look: judged }]),
    ];
  });
}
