import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import { mapCells, withCells, withHeights } from '../../sheet/edit.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { answersLayout } from './answers-layout.ts';
import type { ExerciseBook } from './exercise.ts';
import { guideColumns, guideRow, guideSheetName, HINT_ROW } from './guide-layout.ts';
import { scoreOf } from './status.ts';
import { exerciseWords } from './words.ts';

/** Rows of the band above a table: the score, then what the sheet says. Charts of few rows would show nothing yet. */
const SCORE_ROW = 3;
const FIRST_LINE = 4;
const LINES = 5;
const HINT_HEIGHT = 20;

/** What of the table's columns is in sight, at least, in pixels, after the iteration. */
const IN_SIGHT = 1000;

/**
 * The column at whose left edge the sheet opens: all that is to be filled in, and before it as much as there is room for. Where that is too
 * much, the beginning of the table, if that leaves half of the room for what is to be filled in.
 */
export function openingColumn(book: ExerciseBook): number {
  const columns = answersLayout(book).map(({ column }) => book.table.column(column.name));
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const widthOf = (from: number, to: number): number =>
    book.sizes.widths.slice(from - 1, to).reduce((sum, width) => sum + width, 0);
  if (widthOf(first, last) > IN_SIGHT) return widthOf(2, first - 1) <= IN_SIGHT / 2 ? 2 : first;
  let column = first;
  while (column > 2 && widthOf(column - 1, last) <= IN_SIGHT) column--;
  return column;
}

/** The column at which the lines begin. */
const lineColumn = (book: ExerciseBook): number => Math.max(openingColumn(book), book.sizes.bandEnd + 1);

/** The sheet of a learning rate with the score, lines that tell hints and slips, and above each column a cell that asks for hints. */
export function withGuide(sheet: SheetBody, book: ExerciseBook, position: number): SheetBody {
  const { table, sizes, exercise } = book;
  const bare = mapCells(sheet, (cell) => {
    const inBand = cell.row >= SCORE_ROW && cell.row <= HINT_ROW;
    return inBand && cell.column > sizes.bandEnd && cell.column <= table.lastColumn ? undefined : cell;
  });
  const { guide, hint } = exerciseWords;
  const column = lineColumn(book);
  const layout = answersLayout(book);
  const rows = layout.map(guideRow);
  const { right, all } = scoreOf(book, position);
  const range = (of: keyof typeof guideColumns): string =>
    onSheet(
      guideSheetName(position),
      `${absolute(rows[0] ?? 1, guideColumns[of])}:${absolute(rows.at(-1) ?? 1, guideColumns[of])}`,
    );
  const total = (of: 'hintsSoFar' | 'slipsSoFar'): string =>
    onSheet(guideSheetName(position), absolute(rows.at(-1) ?? 1, guideColumns[of]));
  const count = `(${total('hintsSoFar')}+${total('slipsSoFar')})`;
  const [before, between] = exerciseWords.score.headline;
  const filled = exercise.answers ? all : 0;
  const label = look({ size: 9, color: colors.muted, align: 'center' });
  const cells: readonly SheetCell[] = [
    {
      row: SCORE_ROW,
      column,
      content: live(`"${before}"&${right.formula}&"${between}${all}"`, `${before}${filled}${between}${all}`),
      look: look({ size: 12, bold: true, color: ink.strong }),
    },
    ...Array.from({ length: LINES }, (_, k) => {
      const line = k + 1;
      const said =
        `IFERROR(INDEX(${range('hint')},MATCH(${line},${range('hintLine')},0)),` +
        `IFERROR(INDEX(${range('message')},MATCH(${line},${range('slipLine')},0)),""))`;
      const more = `"${guide.more[0]}"&(${count}-${LINES - 1})&"${guide.more[1]}"`;
      return {
        row: FIRST_LINE + k,
        column,
        content: live(
          line === 1
            ? `IF(${count}=0,"${guide.begin}",${said})`
            : line < LINES
              ? said
              : `IF(${count}>${LINES},${more},${said})`,
          line === 1 ? guide.begin : '',
        ),
        look: look({ size: 11, color: shades.factor.strong }),
      };
    }),
    { row: HINT_ROW, column: table.iterationColumn, content: hint.label, look: label },
    { row: HINT_ROW + 1, column: table.iterationColumn, content: hint.state, look: label },
    ...layout.map((each) => ({
      row: HINT_ROW,
      column: table.column(each.column.name),
      content: null,
      look: look({
        color: colors.typed,
        fill: colors.typedFill,
        box: colors.typedBorder,
        align: 'center',
        format: formats.count,
      }),
      validation: { allowed: { kind: 'list', cells: '"1,2,3"' }, prompt: hint.prompt, refusal: hint.refusal } as const,
    })),
  ];
  const lines = `${relative(FIRST_LINE, column)}:${relative(FIRST_LINE + LINES - 1, column)}`;
  const first = relative(FIRST_LINE, column);
  const wrong = `ISNUMBER(FIND("${guide.row}",${first}))`;
  return {
    ...withHeights(withCells(bare, cells), [[HINT_ROW, HINT_HEIGHT]]),
    charts: [],
    rules: [
      ...bare.rules,
      { range: lines, rules: [{ priority: 13, formula: wrong, mark: { color: shades.error.strong } }] },
    ],
  };
}
