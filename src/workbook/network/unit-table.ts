import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { colors, type Shades, shades } from '../look/palette.ts';
import { formatOf, styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import type { Panel } from './diagram/panel.ts';
import { DIAGRAM_LIMITS } from './diagram/rows.ts';
import { diagramTotal, diagramValue } from './diagram/values.ts';
import { diagramWords } from './words.ts';

/** A line of the tables: a name and the numbers beside it. */
interface Line {
  readonly name: string;
  readonly numbers: readonly string[];
  readonly role: 'forward' | 'error' | 'total';
}

/** What stands for the diagram of a large network: every unit, then the errors, with their live numbers. */
export function unitTablePanel(book: Book, origin: { readonly row: number; readonly column: number }): Panel {
  const { layers, errors } = book.topology;
  const total = diagramTotal(book.topology);
  const units = layers.flatMap((layer) => layer.units);
  const unitLines = units.map(
    ({ netInput, activation }): Line => ({ name: netInput, numbers: [netInput, activation], role: 'forward' }),
  );
  const errorLines = [
    ...errors.map(({ name }): Line => ({ name, numbers: [name], role: 'error' })),
    { name: total, numbers: [total], role: 'total' } as const,
  ];
  const sentences = diagramWords.leftOut(DIAGRAM_LIMITS.layers, DIAGRAM_LIMITS.units);
  const { unit, netInput, activation, error } = diagramWords.table;
  const unitHead = origin.row + sentences.length + 1;
  const errorHead = unitHead + unitLines.length + 2;
  return {
    widths: [96, 96, 96],
    lastRow: errorHead + errorLines.length,
    write: (sheet) => {
      for (const [k, line] of sentences.entries()) sheet.put(origin.row + k, origin.column, line, styles.subtitle);
      writeTable(sheet, book, unitHead, origin.column, [unit, netInput, activation], unitLines);
      writeTable(sheet, book, errorHead, origin.column, [error, ''], errorLines);
      return [];
    },
  };
}

function writeTable(
  sheet: SheetDraft,
  book: Book,
  headRow: number,
  column: number,
  head: readonly string[],
  lines: readonly Line[],
): void {
  for (const [k, text] of head.entries()) sheet.put(headRow, column + k, text === '' ? null : text, styles.head);
  for (const [l, { name, numbers, role }] of lines.entries()) {
    const row = headRow + 1 + l;
    sheet.put(row, column, name, nameLook(shades[role]));
    for (const [k, number] of numbers.entries()) {
      const { formula, value } = diagramValue(book, number);
      sheet.put(
        row,
        column + 1 + k,
        live(formula, value),
        look({
          bold: role === 'total',
          color: role === 'total' ? colors.totalText : colors.otherSheet,
          format: formatOf(role),
          align: 'center',
          shrink: true,
          bottom,
        }),
      );
    }
  }
}

const bottom = ['hair', colors.hair] as const;

const nameLook = ({ strong, wash }: Shades) => look({ bold: true, color: strong, fill: wash, align: 'center', bottom });
