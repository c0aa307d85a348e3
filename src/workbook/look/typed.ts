import type { Content } from '../../sheet/cell.ts';
import type { CellExtras, SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { colors } from './palette.ts';

/** Cells beside each other in a row, counted from 1. */
export interface CellSpan {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

/** How what is typed looks: a number format, or letters as small as a name needs. */
interface TypedLook {
  readonly format?: string;
  readonly shrink?: boolean;
}

const style = ({ format, shrink = false }: TypedLook): Look =>
  look({
    size: 12,
    bold: true,
    color: colors.typed,
    fill: colors.typedFill,
    box: colors.typedBorder,
    align: 'center',
    ...(format === undefined ? {} : { format }),
    ...(shrink ? { shrink } : {}),
  });

/** What is chosen or typed, as one cell over several narrow columns. */
export function writeTyped(
  sheet: SheetDraft,
  { row, column, columns }: CellSpan,
  content: Content,
  extras: CellExtras,
  how: TypedLook = {},
): void {
  if (columns > 1) sheet.merge({ top: row, left: column, bottom: row, right: column + columns - 1 });
  // The first cell comes last: what is put into another one of the area would take its place.
  for (let k = columns - 1; k >= 1; k--) sheet.put(row, column + k, null, style(how));
  sheet.put(row, column, content, style(how), extras);
}
