import type { Filling, RowBlock, TrainingRows } from '../training/filling.ts';
import { fillDown, GROUP_ROWS } from './fill-down.ts';
import { withInternalLinks } from './internal-links.ts';
import { readPattern } from './pattern.ts';
import type { BorrowedRows, RowWriter } from './row-press/index.ts';
import { rowTemplates } from './row-template.ts';
import { inSchemaOrder } from './schema-order.ts';
import { type Element, element, parse, serialise, serialisePart } from './xml.ts';

/** What is added to a sheet that exceljs wrote. */
export interface Additions {
  /** Relationship id of the sheet's drawing. */
  readonly drawing?: string | undefined;
  /** The same of the boxes of its notes. */
  readonly notes?: string | undefined;
  readonly filling?: Filling;
  /** What Excel is not to mark as doubtful. */
  readonly ignored?: Element | undefined;
}

/** A stretch of a part: its text; rows; or rows that are still to be made. */
export type Piece = string | BorrowedRows | RowBlock;

/** The most rows of a block: few enough to be made side by side; enough to be worth the way to another thread. */
const MOST_GROUPS = 4;
/** Letters of a block above which it has fewer, so that it needs little memory. */
const BLOCK_LETTERS = 4_000_000;

const ROWS_BEGIN = '<sheetData>';
const ROWS_END = '</sheetData>';

/**
 * The worksheet part with its drawing attached and its last row filled down, in pieces. Only what stands around the rows is parsed;
 * the rows that exceljs wrote pass through as they are.
 */
export function* sheetPart(
  xml: string,
  { drawing, notes, filling, ignored }: Additions,
  writer: RowWriter,
): Generator<Piece> {
  const begin = xml.indexOf(ROWS_BEGIN);
  const end = xml.lastIndexOf(ROWS_END);
  if (begin === -1 || end === -1) throw new RangeError('The sheet has no rows.');
  const rows = xml.slice(begin + ROWS_BEGIN.length, end);
  const added = filling?.rows ?? 0;

  const frame = inSchemaOrder(
    withAdded(
      withInternalLinks(
        withDimension(parse(`${xml.slice(0, begin)}<sheetData/>${xml.slice(end + ROWS_END.length)}`), added),
      ),
      [ignored, reference('drawing', drawing), reference('legacyDrawing', notes)],
    ),
  );
  const [before, after] = serialisePart(frame).split(serialise(element('sheetData')));
  yield `${before}${ROWS_BEGIN}${rows}`;
  if (filling !== undefined && added > 0) yield* filled(rows.slice(rows.lastIndexOf('<row ')), filling, writer);
  yield `${ROWS_END}${after}`;
}

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

const reference = (name: string, id: string | undefined): Element | undefined =>
  id === undefined ? undefined : element(name, { 'r:id': id });

function withAdded(worksheet: Element, added: readonly (Element | undefined)[]): Element {
  return { ...worksheet, children: [...worksheet.children, ...added.filter((child) => child !== undefined)] };
}

/** The used range, which grows by the rows that are filled down. */
function withDimension(worksheet: Element, added: number): Element {
  const grow = (reference: string): string => reference.replace(/\d+$/, (row) => String(Number(row) + added));
  return {
    ...worksheet,
    children: worksheet.children.map((child) =>
      typeof child === 'object' && 'name' in child && child.name === 'dimension'
        ? element('dimension', { ref: grow(child.attributes.ref ?? '') })
        : child,
    ),
  };
}
