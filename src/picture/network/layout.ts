import type { Unit } from '../../quantities/layer.ts';
import type { Pass, Topology } from '../../quantities/topology.ts';
import { type View, viewOf } from '../../quantities/view.ts';
import type { TextMeasure } from '../measure.ts';
import type { Box, Head, PictureLayout, UnitPlace } from './places.ts';
import { type ColumnWidths, type Density, heights, pictureColumns, widths } from './sizes.ts';

/** What a picture of a network is to fit into. */
export interface Frame {
  readonly measure: TextMeasure;
  /** What there is; where more is needed, the picture is larger. */
  readonly width: number;
  readonly height: number;
  /** Whether inputs, activations and lines are enough, as on a phone. */
  readonly dense?: boolean;
}

const HEAD = 22;
const TOP = 14;
/** Where the units begin, and what stays free below them. */
const BELOW_HEAD = TOP + HEAD + 12;
const BOTTOM = 12;
const GAP = 14;
/** From one unit of a layer to the next, at most. */
const MOST_PITCH = 142;

/** From where on compact slots save so much height that they are worth their width. */
const WORTH = 40;

/** Lays out one pass of a network: lines only in channels, numbers only in columns, so that they cannot meet. */
export function pictureLayout(topology: Topology, pass: Pass, frame: Frame): PictureLayout {
  const view = viewOf(topology, pass);
  const saved = neededHeight(view, 'roomy') - neededHeight(view, 'compact');
  const fits = neededHeight(view, 'roomy') <= frame.height - BELOW_HEAD - BOTTOM;
  const wanted = topology.layers.length > 2 && saved > WORTH ? 'compact' : fits ? 'roomy' : 'snug';
  const density = frame.dense ? 'dense' : wanted;
  return placed(view, pass, frame, pictureColumns(topology, pass, view, frame.measure, density), density);
}

const slotsOf = ({ weights, bias }: Unit): number => weights.length + (bias === undefined ? 0 : 1);

const slotHeights = {
  roomy: heights.roomySlot,
  snug: heights.snugSlot,
  compact: heights.compactSlot,
  dense: 0,
} as const;

const cardHeight = (density: Density): number => (density === 'dense' ? heights.denseCard : heights.card);

const blockHeight = (unit: Unit, density: Density): number =>
  Math.max(cardHeight(density), slotsOf(unit) * slotHeights[density]);

/** The height of the tallest column. */
function neededHeight({ inputs, layers, errors }: View, density: Density): number {
  const columns = [
    inputs.length * (heights.input + GAP),
    ...layers.map(({ units }) => units.reduce((sum, unit) => sum + blockHeight(unit, density) + GAP, 0)),
    errors.length * (cardHeight(density) + GAP),
  ];
  return Math.max(...columns) - GAP;
}

function placed(
  view: View,
  pass: Pass,
  { width, height }: Frame,
  columns: ColumnWidths,
  density: Density,
): PictureLayout {
  const { inputs, layers, errors } = view;
  const dense = density === 'dense';
  const [slotHeight, own, stub] = [slotHeights[density], cardHeight(density), dense ? 0 : widths.stub];
  const room = Math.max(height - BELOW_HEAD - BOTTOM, neededHeight(view, density));
  const middle = BELOW_HEAD + room / 2;
  const fixed =
    2 * widths.margin +
    columns.input +
    columns.slots.reduce((sum, each, l) => sum + each + stub + (columns.cards[l] ?? 0), 0) +
    (dense ? 0 : widths.toError + columns.error);
  const channel = Math.min(
    widths.mostChannel,
    Math.max(widths.leastChannel, Math.floor((width - fixed) / layers.length)),
  );
  const rows = (count: number, block: number): readonly number[] => {
    const pitch = Math.max(block + GAP, Math.min(MOST_PITCH, room / Math.max(1, count)));
    return Array.from({ length: count }, (_, k) => middle + (k - (count - 1) / 2) * pitch);
  };
  const head = (kind: Head['kind'], layer: number, x: number, of: number): Head => ({
    ...{ kind, layer, x, y: TOP, width: of, height: HEAD },
  });
  // A narrow network stands in the middle of what there is.
  let x = widths.margin + Math.max(0, (width - fixed - channel * layers.length) / 2);
  const inputBoxes = rows(inputs.length, heights.input).map((y) => ({
    ...{ x, y: y - heights.input / 2, width: columns.input, height: heights.input },
  }));
  const heads: Head[] = [head('inputs', -1, x, columns.input)];
  x += columns.input;
  let sources = inputBoxes.map((box) => ({ x: box.x + box.width, y: box.y + box.height / 2 }));
  const places = layers.map(({ units }, l): readonly UnitPlace[] => {
    const [slot = 0, card = 0] = [columns.slots[l], columns.cards[l]];
    x += channel;
    const slotX = x;
    const cardX = x + slot + stub;
    if (!dense) heads.push(head('slots', l, slotX, slot));
    heads.push(head('units', l, cardX, card));
    const tallest = Math.max(...units.map((unit) => blockHeight(unit, density)));
    const ys = rows(units.length, tallest);
    const from = sources;
    const here = units.map((unit, u): UnitPlace => {
      const y = ys[u] ?? middle;
      const count = slotsOf(unit);
      const names = [...unit.weights.map(({ name }) => name), ...(unit.bias === undefined ? [] : [unit.bias])];
      return {
        unit,
        card: { x: cardX, y: y - own / 2, width: card, height: own },
        slots: names.map((name, k) => ({
          ...{ name, from: k < unit.weights.length ? from[k] : undefined, x: slotX, width: slot },
          ...{ y: y + (k - count / 2) * slotHeight + (dense ? 0 : 1), height: Math.max(0, slotHeight - 2) },
        })),
      };
    });
    sources = here.map(({ card: box }) => ({ x: box.x + box.width, y: box.y + box.height / 2 }));
    x = cardX + card;
    return here;
  });
  x += widths.toError;
  if (!dense) heads.push(head('error', -1, x, columns.error));
  const errorBoxes = sources.slice(0, errors.length).map(({ y }) => ({
    ...{ x, y: y - heights.error / 2, width: columns.error, height: heights.error },
  }));
  const [first, last] = [errorBoxes[0], errorBoxes.at(-1)];
  const free = first === undefined || last === undefined ? 0 : last.y - first.y - heights.error;
  const totalBetween = errors.length === 2 && free >= heights.total + 24;
  const totalY = totalBetween
    ? (first?.y ?? 0) + heights.error + (free - heights.total) / 2
    : (last?.y ?? 0) + heights.error + 26;
  const total: Box = { x, y: totalY, width: columns.error, height: heights.total };
  return {
    width: Math.max(width, fixed + channel * layers.length),
    height: dense ? BELOW_HEAD + room + BOTTOM : Math.max(BELOW_HEAD + room + BOTTOM, total.y + total.height + BOTTOM),
    ...{
      compact: density === 'compact',
      dense,
      chip: columns.chip,
      view,
      pass,
      heads,
      inputs: inputBoxes,
      layers: places,
      errors: errorBoxes,
      total,
      totalBetween,
    },
  };
}
