import { type SheetCell, shownContent } from '../../sheet/cell.ts';
import type { Line, Look } from '../../sheet/look.ts';
import { coordinate, type Drawn, drawn, group } from '../element.ts';
import type { TextMeasure } from '../measure.ts';
import { formatted, ROOM } from '../number-format.ts';
import type { Theme } from '../theme.ts';

/** A cell where it is drawn. */
export interface PlacedCell {
  readonly cell: SheetCell;
  /** Its look, with what rules change in it. */
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far a text may go on over empty cells, from the left edge of its own. */
  readonly free: number;
}

/** Pixels of a point: a little less than in a spreadsheet, since other fonts are wider than that of the workbook. */
const PIXELS = 1.22;
const PADDING = 4;
const INDENT = 9;

/** What a cell shows. */
export function shownText({ content, look: { format } }: Pick<SheetCell, 'content' | 'look'>): string {
  const shown = shownContent(content);
  if (typeof shown === 'number') return formatted(shown, format);
  // The fourth section of a format is that of texts.
  return format?.split(';')[3] === '' ? '' : (shown ?? '');
}

/** Grounds, borders and texts of cells, one over the other. */
export const drawnCells = (cells: readonly PlacedCell[], theme: Theme, measure: TextMeasure): readonly Drawn[] => [
  ...grounds(cells, theme),
  ...borders(cells, theme),
  ...texts(cells, theme, measure),
];

/** What is alike, together: of most looks there are hundreds of cells. */
function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function grounds(cells: readonly PlacedCell[], theme: Theme): readonly Drawn[] {
  const filled = cells.filter(({ look: { fill } }) => fill !== undefined);
  return [...grouped(filled, ({ look }) => look.fill ?? '')].map(([color, alike]) =>
    drawn('path', {
      fill: theme.shown(color),
      d: alike.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join(''),
    }),
  );
}

const strokes: Readonly<Record<Line[0], number>> = { hair: 0.75, thin: 1, medium: 2, thick: 3 };

function borders(cells: readonly PlacedCell[], theme: Theme): readonly Drawn[] {
  const lines = cells.flatMap(({ look: { left, bottom, box }, x, y, width, height }) => [
    ...(bottom === undefined ? [] : [{ line: bottom, d: `M${x} ${y + height - strokes[bottom[0]] / 2}h${width}` }]),
    ...(left === undefined ? [] : [{ line: left, d: `M${x + strokes[left[0]] / 2} ${y}v${height}` }]),
    ...(box === undefined
      ? []
      : [{ line: ['thin', box] as Line, d: `M${x + 0.5} ${y + 0.5}h${width - 1}v${height - 1}h${1 - width}z` }]),
  ]);
  return [...grouped(lines, ({ line }) => line.join(' '))].map(([, alike]) => {
    const [style, color] = alike[0]?.line ?? ['thin', '000000'];
    return drawn('path', {
      ...{ fill: 'none', stroke: theme.shown(color), 'stroke-width': strokes[style] },
      d: alike.map(({ d }) => d).join(''),
    });
  });
}

function texts(cells: readonly PlacedCell[], theme: Theme, measure: TextMeasure): readonly Drawn[] {
  const written = cells
    .map((placed) => ({ placed, text: shownText({ content: placed.cell.content, look: placed.look }) }))
    .filter(({ text }) => text !== '');
  const alike = grouped(written, ({ placed: { look } }) =>
    [look.size, look.bold, look.italic, look.underline, look.color, anchorOf(look)].join(' '),
  );
  return [...alike.values()].map((of) => {
    const { size = 10, bold, italic, color = '27364B', ...look } = of[0]?.placed.look ?? {};
    return group(
      {
        'font-size': coordinate(size * PIXELS),
        ...{ 'font-weight': bold ? 700 : undefined, 'font-style': italic ? 'italic' : undefined },
        ...{ 'text-anchor': anchorOf(look), fill: theme.shown(color) },
      },
      ...of.flatMap(({ placed, text }) => cellText(placed, text, size * PIXELS, measure)),
    );
  });
}

function anchorOf({ align }: Look): string | undefined {
  if (align === 'center' || align === 'centerContinuous') return 'middle';
  return align === 'right' ? 'end' : undefined;
}

/** The lines of a cell's text. What does not fit into its room is written smaller; what cannot go on over other cells, ends there. */
function cellText(placed: PlacedCell, text: string, size: number, measure: TextMeasure): readonly Drawn[] {
  const { cell, look, x, y, width, height, free } = placed;
  const anchor = anchorOf(look);
  const inset = PADDING + (look.indent ?? 0) * INDENT;
  const isNumber = typeof shownContent(cell.content) === 'number';
  const room = (anchor === undefined && !isNumber ? free : width) - (isNumber ? 2 : 2 * PADDING);
  const lines = text.split('\n');
  const needed = Math.max(...lines.map((line) => measure(line.replaceAll(ROOM, ''), size, look.bold)));
  const fitting = needed > room && (isNumber || anchor !== undefined) ? Math.max(6, (size * room) / needed) : size;
  const pitch = fitting * 1.2;
  const top = y + height / 2 - (pitch * lines.length) / 2 + fitting * 0.95;
  const place = anchor === 'middle' ? x + width / 2 : anchor === 'end' ? x + width - inset : x + inset;
  const drawnLines = lines.map((line, k) =>
    drawn(
      'text',
      {
        ...{ x: coordinate(place), y: coordinate(top + k * pitch) },
        'font-size': fitting === size ? undefined : coordinate(fitting),
        'text-decoration': look.underline ? 'underline' : undefined,
      },
      line,
    ),
  );
  if (needed <= room || anchor !== undefined || isNumber) return drawnLines;
  // A picture within the picture, which ends where the next cell begins.
  const view = { x: coordinate(x), y: coordinate(y), width: coordinate(free), height: coordinate(height) };
  return [drawn('svg', { ...view, viewBox: `${view.x} ${view.y} ${view.width} ${view.height}` }, ...drawnLines)];
}
