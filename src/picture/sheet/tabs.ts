import { coordinate, type Drawn, drawn } from '../element.ts';
import type { TextMeasure } from '../measure.ts';
import type { Theme } from '../theme.ts';

/** A tab of a workbook. */
export interface TabName {
  readonly name: string;
  /** RRGGBB */
  readonly color: string;
}

/** The height of the tabs below a sheet, in pixels. */
export const TAB_BAR = 30;

const TEXT = 12;
const PADDING = 12;

interface Bar {
  readonly y: number;
  readonly width: number;
  readonly theme: Theme;
  readonly measure: TextMeasure;
}

/** The tabs below a sheet, each with its colour; as many as there is room for. */
export function tabBar(tabs: readonly TabName[], open: string, { y, width, theme, measure }: Bar): readonly Drawn[] {
  const parts: Drawn[] = [];
  let x = PADDING;
  for (const { name, color } of tabs) {
    const tab = measure(name, TEXT, true) + 2 * PADDING;
    if (x + tab > width - PADDING) break;
    const isOpen = name === open;
    if (isOpen)
      parts.push(drawn('rect', { x, y, width: tab, height: TAB_BAR - 4, fill: theme.shown('FFFFFF'), rx: 3 }));
    parts.push(
      drawn(
        'text',
        {
          ...{ x: coordinate(x + tab / 2), y: y + 18, 'text-anchor': 'middle', 'font-size': TEXT },
          ...{ 'font-weight': isOpen ? 700 : undefined, fill: theme.shown(isOpen ? '1B2A41' : '64748B') },
        },
        name,
      ),
      drawn('path', {
        d: `M${coordinate(x + 4)} ${y + TAB_BAR - 5}h${coordinate(tab - 8)}`,
        ...{ stroke: theme.shown(color), 'stroke-width': isOpen ? 3 : 2 },
      }),
    );
    x += tab + 2;
  }
  return [
    drawn('path', {
      fill: theme.shown('EEF2F7'),
      d: `M0 ${y}H${width}V${y + TAB_BAR - 8}a8 8 0 0 1 -8 8H8a8 8 0 0 1 -8 -8z`,
    }),
    ...parts,
  ];
}
