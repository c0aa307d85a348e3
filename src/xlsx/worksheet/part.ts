import type { Sheet } from '../../sheet/sheet.ts';
import type { Filling, RowBlock, TrainingRows } from '../../training/filling.ts';
import { fillDown, GROUP_ROWS } from '../fill-down.ts';
import { readPattern } from '../pattern.ts';
import type { BorrowedRows, RowWriter } from '../row-press/index.ts';
import { rowTemplates } from '../row-template.ts';
import type { Shared } from '../shared.ts';
import { DECLARATION, type Element, serialise } from '../xml.ts';
import { afterRows, type Belongings, beforeRows } from './frame.ts';
import { rowTexts } from './rows.ts';

/** A stretch of a part: its text; rows; or rows that are still to be made. */
export type Piece = string | BorrowedRows | RowBlock;

/** The most rows of a block: few enough to be made side by side; enough to be worth the way to another thread. */
const MOST_GROUPS = 4;
/** Letters of a block above which it has fewer, so that it needs little memory. */
const BLOCK_LETTERS = 4_000_000;

/** Letters after which a text is a piece of its own: to compress one takes ten times its room. */
const PIECE_LETTERS = 250_000;

const WORKSHEET =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** The part of a sheet, its last row filled down, in pieces. @param shown whether the workbook opens with it */
export function* sheetPart(
  sheet: Sheet,
  shown: boolean,
  shared: Shared,
  belongings: Belongings,
  writer: RowWriter,
): Generator<Piece> {
  let text = `${DECLARATION}${WORKSHEET}${joined(beforeRows(sheet, shown))}<sheetData>`;
  let last = '';
  for (const row of rowTexts(sheet, shared)) {
    last = row;
    text += row;
    if (text.length < PIECE_LETTERS) continue;
    yield text;
    text = '';
  }
  yield text;
  const filling = sheet.fillDown;
  if (filling !== undefined && filling.rows > 0) yield* filled(last, filling, writer);
  yield `</sheetData>${joined(afterRows(sheet, shared, belongings))}</worksheet>`;
}

const joined = (elements: readonly Element[]): string => elements.map(serialise).join('');

function* filled(row: string, filling: Filling, writer: RowWriter): Generator<Piece> {
  if (!('values' in filling)) {
    yield* blocks(row, filling);
    return;
  }
  const { rows, values } = filling;
  const templates = rowTemplates(readPattern(row));
  for (let first = 0; first < rows; first += GROUP_ROWS) {
    const end = Math.min(first + GROUP_ROWS, rows);
    fillDown(templates, { first, end, rows }, values, writer);
    yield writer.take();
  }
}

function* blocks(pattern: string, { from, ...training }: TrainingRows): Generator<RowBlock> {
  const { rows, iteration } = training;
  const groups = Math.floor(BLOCK_LETTERS / (GROUP_ROWS * pattern.length));
  const blockRows = GROUP_ROWS * Math.max(1, Math.min(groups, MOST_GROUPS));
  for (let first = 0; first < rows; first += blockRows) {
    const end = Math.min(first + blockRows, rows);
    yield { ...training, pattern, first, end, from: from(iteration + first) };
  }
}
