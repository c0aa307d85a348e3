import { symbolText } from '../../expression/text.ts';
import { columnsOf } from '../../model/quantities.ts';
import { absolute, columnLetters } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, labelOf, linkTo } from '../book.ts';
import { calledIn } from '../called.ts';
import { redMark } from '../look/marks.ts';
import { colors, shades } from '../look/palette.ts';
import { styles } from '../look/style.ts';
import { saysMissing } from '../numbers/fallback.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { choiceLists, typedChoice, writeChosen } from '../own-choice.ts';
import { START_SHEET } from '../start/layout.ts';
import { words } from '../words.ts';
import { writeGaps } from './gaps.ts';
import { stepsColumns } from './layout.ts';
import { stepStyles } from './look.ts';
import { otherNumbers, stepsHidden, stepTexts, writeBar, writeStep } from './rows.ts';
import { stepSizes } from './sizes.ts';
import { writeStages } from './stages.ts';
import { startFormula, startValue } from './values.ts';

/** The sheet that walks through one iteration: every step in symbols, with the numbers put in, and in words. */
export function stepsSheet(book: Book): SheetBody {
  const { steps } = book;
  const sheet = new SheetDraft({
    frozen: { rows: steps.headRow, columns: 0 },
    selected: steps.rateCell.replaceAll('$', ''),
  });
  const texts = new Map(
    steps.sections.flatMap(({ section }) => section.steps).map((step) => [step, stepTexts(book, step)]),
  );
  const sizes = stepSizes(book, [...texts.values()]);
  sheet.setWidths(sizes.widths);
  sheet.setHeights([36, 22, 26, 18, 24]);
  sheet.put(1, 2, words.steps.title, styles.sheetTitle);
  sheet.put(2, 2, words.steps.use(calledIn(book)), styles.subtitle);
  sheet.put(1, stepsColumns.words, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  writeChoice(sheet, book);
  writeHead(sheet, book);
  writeStart(sheet, book);
  for (const { section, barRow, whyRow } of steps.sections) {
    const shade = shades[section.steps[0]?.role ?? 'forward'];
    writeBar(sheet, barRow, whyRow, section.title, section.why, shade.strong, shade.tint);
  }
  let count = 0;
  for (const [step, text] of texts) {
    writeStep(sheet, book, step, ++count, text);
    sheet.setHeight(steps.row(step.name), sizes.height(text, otherNumbers(book, step)));
  }
  writeStages(sheet, book);
  if (book.names !== undefined) writeGaps(sheet, book);
  markFailures(sheet, book);
  return sheet.finish({ hiddenColumns: stepsHidden });
}

/** Learning rate and iteration, each from a list of what there is. */
function writeChoice(sheet: SheetDraft, book: Book): void {
  const { steps, table, choice } = book;
  const label = look({ bold: true, align: 'right' });
  const typed = look({
    size: 13,
    bold: true,
    color: colors.typed,
    fill: colors.typedFill,
    box: colors.typedBorder,
    align: 'center',
  });
  const lists = choiceLists(book);
  sheet.put(3, stepsColumns.quantity, words.steps.rate(calledIn(book)), label);
  sheet.put(3, stepsColumns.symbols, labelOf(book, choice.rate), typed, lists.rate);
  sheet.put(3, stepsColumns.numbers, words.steps.iteration(table.iterations), label);
  sheet.put(3, stepsColumns.result, choice.iteration, typed, lists.iteration);

  const chosen = typedChoice(book, { rate: steps.rateCell, typedIteration: steps.typedIterationCell });
  const { hint } = words.steps;
  const says = saysMissing([chosen.rate, chosen.iteration], hint);
  sheet.put(3, stepsColumns.agrees, live(says, hint), look({ italic: true, color: colors.muted }));
  writeChosen(sheet, chosen, choice, 3, stepsColumns.startName);
}

function writeHead(sheet: SheetDraft, { steps }: Book): void {
  const texts: readonly (readonly [number, string])[] = [
    [stepsColumns.number, '#'],
    [stepsColumns.quantity, words.steps.head.quantity],
    [stepsColumns.symbols, words.steps.head.symbols],
    [stepsColumns.numbers, words.steps.head.numbers],
    [stepsColumns.result, words.steps.head.result],
    [stepsColumns.agrees, words.steps.head.agrees],
    [stepsColumns.words, words.steps.head.words],
    [stepsColumns.written, words.steps.head.written],
    [stepsColumns.startName, words.steps.head.start],
    [stepsColumns.startValue, words.steps.head.value],
    [stepsColumns.startWritten, words.steps.head.written],
  ];
  for (const [column, text] of texts) sheet.put(steps.headRow, column, text, stepStyles.head(column));
}

/** What the iteration starts from, read from the sheet of the chosen learning rate. */
function writeStart(sheet: SheetDraft, book: Book): void {
  const { steps, table } = book;
  const roles = new Map(columnsOf(table.groups).map(({ name, role }) => [name, role]));
  for (const mention of steps.given) {
    const name = symbolText(mention.name, mention.row);
    const row = steps.startRow(mention);
    const cell = absolute(row, stepsColumns.startValue);
    sheet.put(row, stepsColumns.startName, name, stepStyles.startName(roles.get(name)));
    sheet.put(
      row,
      stepsColumns.startValue,
      live(startFormula(book, mention.name, mention.row), startValue(book, mention.name, mention.row)),
      stepStyles.startValue,
    );
    sheet.put(
      row,
      stepsColumns.startWritten,
      live(writtenFormula(cell), written(startValue(book, mention.name, mention.row))),
      stepStyles.written,
    );
  }
}

/** ✗ on red, so that it cannot be overlooked; the sign alone says it as well. */
function markFailures(sheet: SheetDraft, { steps }: Book): void {
  const letters = columnLetters(stepsColumns.agrees);
  const first = `${letters}${steps.headRow + 1}`;
  sheet.mark(`${first}:${letters}${steps.lastRow}`, redMark(`${first}="✗"`));
}
