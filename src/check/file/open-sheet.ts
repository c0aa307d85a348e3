import { limits } from './limits.ts';
import type { SheetNames } from './names.ts';
import { type CellReader, cellReader, type OpenCell } from './open-cell.ts';
import { type Cell, type CellCounter, cellKey, countCell, type LearnerSheet } from './sheet.ts';
import type { Attribute, Listener } from './xml.ts';

/** Listens to the content of an OpenDocument spreadsheet, and keeps its sheets. */
export interface OpenSheets extends Required<Listener> {
  all(): readonly LearnerSheet[];
  /** The sheet that is being read. */
  current(): string | undefined;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** A cell with as many equal ones beside it. */
interface Run {
  readonly column: number;
  readonly count: number;
  readonly content: OpenCell;
}

/** What stands beside the rows of a sheet, or beside the text of a cell, and is none of it. */
const ASIDE: ReadonlySet<string> = new Set([
  'shapes',
  'forms',
  'annotation',
  'frame',
  'note',
  'ruby-text',
  'tracked-changes',
]);

/** @param tabs takes the names of the sheets */
export function openSheets(tabs: SheetNames): OpenSheets {
  const sheets: LearnerSheet[] = [];
  const counter: CellCounter = { count: 0 };
  const texts = new Map<string, string>();
  const path: string[] = [];
  let cells: Map<number, Cell> | undefined;
  let sheet = '';
  let [row, column] = [1, 1];
  let [rowCount, columnCount] = [1, 1];
  let runs: Run[] = [];
  let reader: CellReader | undefined;
  let shown = '';
  /** Whether more space would not count. */
  let afterSpace = true;
  /** How deep the element is whose content is left out; 0 where there is none. */
  let aside = 0;

  const open = (tag: string, attribute: Attribute): void => {
    const parent = path.at(-1);
    path.push(tag);
    if (aside > 0) return;
    if (ASIDE.has(tag) || (reader !== undefined && isCell(parent) && tag !== 'p')) aside = path.length;
    else if (reader !== undefined) add(spaceOf(tag, attribute, shown));
    else if (tag === 'table' && parent === 'spreadsheet') {
      sheet = tabs.take(attribute('table:name') ?? '');
      [cells, row] = [new Map(), 1];
    } else if (tag === 'table-row') {
      [runs, column, rowCount] = [[], 1, repeated(attribute('table:number-rows-repeated'))];
    } else if (cells !== undefined && isCell(tag)) {
      [shown, afterSpace, reader] = ['', true, cellReader(attribute)];
      columnCount = repeated(attribute('table:number-columns-repeated'));
    }
  };

  const text = (piece: string): void => {
    if (reader === undefined || aside > 0 || isCell(path.at(-1)) || shown.length >= limits.text) return;
    const plain = piece.replace(/[ \t\r\n]+/g, ' ');
    add(plain.startsWith(' ') && afterSpace ? plain.slice(1) : plain);
  };
  const add = (piece: string): void => {
    if (piece === '' || shown.length >= limits.text) return;
    shown += piece;
    afterSpace = /\s$/.test(piece);
  };

  const close = (tag: string): void => {
    const depth = path.length;
    path.pop();
    if (aside > 0) {
      if (depth === aside) aside = 0;
    } else if (isCell(tag) && reader !== undefined) {
      const content = column > COLUMNS ? undefined : reader(shown.slice(0, limits.text));
      if (content !== undefined) runs.push({ column, count: columnCount, content: interned(content) });
      column += columnCount;
      reader = undefined;
    } else if (tag === 'table-row') {
      finishRow();
    } else if (tag === 'table' && path.at(-1) === 'spreadsheet' && cells !== undefined) {
      sheets.push({ name: sheet, cells });
      cells = undefined;
    }
  };

  /** Puts the cells of a row into the sheet, as often as it is repeated. Rows without cells cost nothing, however many there are. */
  const finishRow = (): void => {
    if (runs.length > 0)
      for (let k = row; k < row + rowCount && k <= ROWS; k++)
        for (const run of runs)
          for (let j = run.column; j < run.column + run.count && j <= COLUMNS; j++) put(k, j, run.content);
    row += rowCount;
    runs = [];
  };
  const put = (at: number, in_: number, { formula, ...content }: OpenCell): void => {
    countCell(counter);
    const home = { row: at, column: in_ };
    const cell: Cell = {
      sheet,
      ...home,
      ...content,
      ...(formula === undefined ? {} : { formula: { text: formula, home } }),
    };
    cells?.set(cellKey(at, in_), cell);
  };
  /** Equal texts are kept once. */
  const interned = (content: OpenCell): OpenCell => {
    if (typeof content.value !== 'string') return content;
    const known = texts.get(content.value);
    if (known === undefined) texts.set(content.value, content.value);
    return { ...content, value: known ?? content.value };
  };
  return { open, text, close, all: () => sheets, current: () => (cells === undefined ? undefined : sheet) };
}

const isCell = (tag: string | undefined): boolean => tag === 'table-cell' || tag === 'covered-table-cell';

/** How often an element stands for itself. */
function repeated(count: string | undefined): number {
  const number = Number(count ?? 1);
  return Number.isSafeInteger(number) && number >= 1 ? Math.min(number, ROWS) : 1;
}

/** The space that an element of a text stands for: between paragraphs a line end. */
function spaceOf(tag: string, attribute: Attribute, before: string): string {
  switch (tag) {
    case 'p':
      return before === '' ? '' : '\n';
    case 's':
      return ' '.repeat(Math.min(repeated(attribute('text:c')), limits.text));
    case 'tab':
      return '\t';
    case 'line-break':
      return '\n';
    default:
      return '';
  }
}
