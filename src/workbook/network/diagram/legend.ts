import type { SheetDraft } from '../../../sheet/draft.ts';
import { look } from '../../../sheet/look.ts';
import { colors, sizeTints } from '../../look/palette.ts';
import { diagramWords } from '../words.ts';
import type { LayerColumns } from './columns.ts';
import type { DiagramLayout } from './layout.ts';

/** The row of the legend: that of the sentence below the title. */
const LEGEND_ROW = 2;

/** Columns of the legend after those of its layer. */
const COLUMNS_AFTER = 4;

/**
 * The layer over which the legend begins: the last one; of a diagram that is not seen whole, the last that is seen with all of the legend.
 *
 * @param room pixels of the diagram that are seen when the sheet opens
 */
function legendLayer({ columns, firstColumn, widths }: DiagramLayout, room: number): LayerColumns | undefined {
  const right = (column: number): number =>
    widths.slice(0, column - firstColumn + 1).reduce((sum, width) => sum + width, 0);
  const seen = columns.filter(({ activation }) => right(activation + COLUMNS_AFTER) <= room);
  return seen.at(-1) ?? columns[0];
}

/** The last column of the legend. */
export const legendEnd = (layout: DiagramLayout, room: number): number =>
  (legendLayer(layout, room)?.activation ?? 0) + COLUMNS_AFTER;

/** One line that says what the colours mean, over the last columns of the diagram that are seen when the sheet opens. */
export function writeLegend(sheet: SheetDraft, layout: DiagramLayout, room: number): void {
  const { scales, negative, small, positive, lit } = diagramWords.legend;
  const over = legendLayer(layout, room);
  if (over === undefined) return;
  const { next, netInput, symbol, activation } = over;
  const key = (column: number, text: string | null, fill: string): void =>
    sheet.put(LEGEND_ROW, column, text, look({ size: 9, align: 'center', color: colors.black, fill }));
  // The first layer leaves no room for it.
  if (over !== layout.columns[0])
    sheet.put(LEGEND_ROW, next, scales, look({ size: 9, align: 'right', color: colors.muted }));
  key(netInput, negative, sizeTints.negative[0]);
  key(symbol, null, sizeTints.negative[2]);
  sheet.put(LEGEND_ROW, activation, small, look({ size: 9, align: 'center', color: colors.muted }));
  key(activation + 1, null, sizeTints.positive[2]);
  key(activation + 2, positive, sizeTints.positive[0]);
  key(activation + COLUMNS_AFTER, lit, colors.lit);
}
