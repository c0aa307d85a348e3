import type { SheetDraft } from '../../../sheet/draft.ts';
import { look } from '../../../sheet/look.ts';
import { colors, sizeTints } from '../../look/palette.ts';
import { diagramWords } from '../words.ts';
import type { DiagramLayout } from './layout.ts';

/** The row of the legend: that of the sentence below the title. */
const LEGEND_ROW = 2;

/** One line that says what the colours mean, over the last columns of the diagram. */
export function writeLegend(sheet: SheetDraft, { columns, lastColumn }: DiagramLayout): void {
  const { scales, negative, small, positive, lit } = diagramWords.legend;
  const last = columns.at(-1);
  if (last === undefined) return;
  const key = (column: number, text: string | null, fill: string): void =>
    sheet.put(LEGEND_ROW, column, text, look({ size: 9, align: 'center', color: colors.black, fill }));
  // A single layer leaves no room for it.
  if (columns.length > 1)
    sheet.put(LEGEND_ROW, last.next, scales, look({ size: 9, align: 'right', color: colors.muted }));
  key(last.netInput, negative, sizeTints.negative[0]);
  key(last.symbol, null, sizeTints.negative[2]);
  sheet.put(LEGEND_ROW, last.activation, small, look({ size: 9, align: 'center', color: colors.muted }));
  key(last.activation + 1, null, sizeTints.positive[2]);
  key(last.activation + 2, positive, sizeTints.positive[0]);
  key(lastColumn, lit, colors.lit);
}
