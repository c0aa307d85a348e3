import { absolute } from '../../sheet/address.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { colors, ink } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import type { Position } from './diagram/position.ts';
import { SHOWN_SAMPLE } from './diagram/shown-cell.ts';
import { SHOWN_STAGE, SHOWN_STAGE_POSITION, STAGE_POSITION } from './diagram/stage.ts';
import { choosesSample, SAMPLE_POSITION } from './diagram/values.ts';
import { listedStages } from './stage-list.ts';
import { diagramWords, stageWords } from './words.ts';

/** Where the formula of the step stands, right of the list: in symbols, and below with the numbers put in. */
export const linesAt = ({ initial }: Pick<Book, 'initial'>): Position => ({
  row: STAGE_POSITION.row,
  column: initial.lastColumn + 3,
});

/** Up to which step everything is shown, and of that step a formula in symbols and with the numbers put in. */
export function writeStageChoice(sheet: SheetDraft, book: Book, working: Position): void {
  const stages = listedStages(book);
  const working9 = look({ size: 9, color: colors.muted });
  for (const [k, { name, symbols, numbers }] of stages.entries()) {
    const row = working.row + k;
    sheet.put(row, working.column, name, working9);
    sheet.put(row, working.column + 1, symbols, working9);
    sheet.put(
      row,
      working.column + 2,
      typeof numbers === 'string' ? numbers : live(numbers.formula, numbers.value),
      working9,
    );
  }
  const list = (k: number): string =>
    `${absolute(working.row, working.column + k)}:${absolute(working.row + stages.length - 1, working.column + k)}`;
  const { row, column } = STAGE_POSITION;
  const lines = linesAt(book);
  const { nameColumn, lastColumn } = book.initial;
  const typed = look({ size: 11, bold: true, color: colors.typed, fill: colors.typedFill, align: 'left', indent: 1 });
  sheet.put(row, nameColumn, stageWords.label, look({ bold: true, align: 'right' }));
  // The text goes on over the empty cells beside it.
  for (let k = column + 1; k <= lastColumn + 2; k++) sheet.put(row, k, null, typed);
  sheet.put(row, column, stageWords.all, typed, {
    validation: { allowed: { kind: 'list', cells: list(0) }, prompt: stageWords.prompt, refusal: stageWords.notInList },
  });
  const found = `MATCH(${absolute(row, column)},${list(0)},0)`;
  sheet.put(
    SHOWN_STAGE_POSITION.row,
    SHOWN_STAGE_POSITION.column,
    live(`IFERROR(${found},${stages.length})`, stages.length),
    look({ format: formats.unseen }),
  );
  const shown = stages.at(-1);
  const numbers = shown === undefined || typeof shown.numbers === 'string' ? '' : shown.numbers.value;
  sheet.put(
    lines.row,
    lines.column,
    live(`IF(ISNUMBER(${found}),INDEX(${list(1)},${SHOWN_STAGE}),"${stageWords.missing}")`, shown?.symbols ?? ''),
    look({ size: 12, bold: true, color: ink.strong }),
  );
  const line = `INDEX(${list(2)},${SHOWN_STAGE})`;
  sheet.put(
    lines.row + 1,
    lines.column,
    live(choosesSample(book) ? `IF(${isSample()},${line},"${diagramWords.noSample}")` : line, numbers),
    look({ size: 11 }),
  );
}

/** Says that there is no such sample, where that is so; what stands in place of the formula where there is no list of steps. */
export const sampleTrouble = (): Formula => live(`IF(${isSample()},"","${diagramWords.noSample}")`, '');

/** Whether a cell belongs to the list of steps or to its lines. @param workingColumn the first column of what these are made of */
export function isOfStages(book: Book, { row, column }: Position, workingColumn: number): boolean {
  const lines = linesAt(book);
  const above = row === STAGE_POSITION.row && column <= lines.column;
  return above || (row === lines.row + 1 && column === lines.column) || column >= workingColumn;
}

/** Whether the sample that was typed is there. */
function isSample(): string {
  const chosen = absolute(SAMPLE_POSITION.row, SAMPLE_POSITION.column);
  return `IF(ISNUMBER(${chosen}),${chosen}=${SHOWN_SAMPLE},FALSE)`;
}
