import type { Sheet } from '../../sheet/sheet.ts';
import type { Filling, RowBlock, TrainingRows } from '../../training/filling.ts';
import { fillDown, GROUP_ROWS } from '../fill-down.ts';
import { readPattern } from '../pattern.ts';
import { compressed, PIECE_LETTERS, type Piece } from '../piece.ts';
import type { RowWriter } from '../row-press/index.ts';
import { rowTemplates } from '../row-template.ts';
import type { Shared } from '../shared.ts';
import { DECLARATION, type Element, serialise } from '../xml.ts';
import { afterRows, type Belongings, beforeRows } from './frame.ts';
import { rowTexts } from './rows.ts';

/** The most rows of a block: few enough to be made side by side; enough to be worth the way to another thread. */
const MOST_ROWS = 4 * GROUP_ROWS;
/** Letters of a block above which it has fewer rows, so that it needs little memory. */
const BLOCK_LETTERS = 1_000_000;

const WORKSHEET =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/**
 * The part of a sheet, its last row filled down, in pieces. What is written out is compressed at once, so that the cells can go; rows are made
 * when they are asked for.
 *
 * @param shown whether the workbook opens with it
 */
export function sheetPart(
  sheet: Sheet,
  shown: boolean,
  shared: Shared,
  belongings: Belongings,
  writer: RowWriter,
): Iterable<Piece> {
  let last = '';
  const texts = function* (): Generator<string> {
    let text = `${DECLARATION}${WORKSHEET}${joined(beforeRows(sheet, shown))}<sheetData>`;
    for (const row of rowTexts(sheet, shared)) {
      last = row;
      text += row;
      if (text.length < PIECE_LETTERS) continue;
      yield text;
      text = '';
    }
    yield text;
  };
  const begun = compressed(texts(), writer);
  const end = `</sheetData>${joined(afterRows(sheet, shared, belongings))}</worksheet>`;
  return wholePart(begun, last, sheet.fillDown, end, writer);
}

function* wholePart(
  begun: readonly Piece[],
  row: string,
  filling: Filling | undefined,
  end: string,
  writer: RowWriter,
): Generator<Piece> {
  yield* begun;
  if (filling !== undefined && filling.rows > 0) yield* filled(row, filling, writer);
  yield end;
}

const joined = (elements: readonly Element[]): string => elements.map(serialise).join('');

function* filled(row: string, filling: Filling, writer: RowWriter): Generator<Piece> {
  if (!('values' in filling)) {
    yield* blocks(row, filling);
    return;
  }
  const { rows, values } = filling;
  const templates = rowTemplates(readPattern(row));
  for (const stretch of stretches(rows, row, GROUP_ROWS)) {
    fillDown(templates, stretch, values, writer);
    yield writer.take();
  }
}

function* blocks(pattern: string, { from, ...training }: TrainingRows): Generator<RowBlock> {
  const { rows, iteration } = training;
  for (const { first, end } of stretches(rows, pattern, MOST_ROWS))
    yield { ...training, pattern, first, end, from: from(iteration + first) };
}

/** Stretches of rows like one of them: whole groups, unless a group is too long. */
function* stretches(rows: number, row: string, most: number): Generator<Pick<RowBlock, 'first' | 'end' | 'rows'>> {
  const fitting = Math.floor(BLOCK_LETTERS / row.length);
  const size = fitting < GROUP_ROWS ? Math.max(1, fitting) : Math.min(fitting - (fitting % GROUP_ROWS), most);
  for (let first = 0; first < rows; first += size) yield { first, end: Math.min(first + size, rows), rows };
}
