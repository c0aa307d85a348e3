import type { LineStyle, MarkerStyle, Series } from '../../sheet/line-chart.ts';
import { mixed } from './color.ts';

/** The look of a learning rate's line: the larger the rate, the darker, so that the order survives grey printing. */
export interface RateLine {
  readonly line: LineStyle;
  readonly symbol: MarkerStyle['symbol'];
}

const ramp = ['E8A13A', 'DB6B5C', 'C0417F', '8E2AA0', '5A1AA8', '12107C'] as const;

const strokes = [
  { dash: 'sysDot', symbol: 'circle' },
  { dash: 'dash', symbol: 'square' },
  { dash: 'solid', symbol: 'triangle' },
  { dash: 'dashDot', symbol: 'diamond' },
  { dash: 'lgDash', symbol: 'x' },
  { dash: 'solid', symbol: 'circle' },
] as const;

/** The look of each learning rate's line, in the order given; the ramp follows their size. */
export function rateLines(learningRates: readonly number[]): readonly RateLine[] {
  const ascending = [...learningRates].sort((a, b) => a - b);
  return learningRates.map((rate) => rateLine(ascending.indexOf(rate), learningRates.length));
}

/** Colours of lines that have no order: those of units, which can be told apart without red and green. */
const namedColors = ['0072B2', 'D55E00', '008F68', 'C0417F', 'B58900', '12107C', '56A9DB', '6C4A2F'] as const;

/** The look of the lines of so many runs that are called by name. */
export const namedLines = (count: number): readonly RateLine[] =>
  Array.from({ length: count }, (_, k) => {
    const { dash, symbol } = strokes[k % strokes.length] ?? strokes[0];
    return { line: { color: namedColors[k % namedColors.length] ?? namedColors[0], width: 1.75, dash }, symbol };
  });

function rateLine(rank: number, count: number): RateLine {
  const position = count === 1 ? ramp.length - 1 : (rank * (ramp.length - 1)) / (count - 1);
  const below = Math.floor(position);
  const from = ramp[below] ?? ramp[0];
  const stroke = strokes[count === 1 ? strokes.length - 1 : rank % strokes.length] ?? strokes[0];
  return {
    line: {
      color: mixed(from, ramp[below + 1] ?? from, position - below),
      width: rank === count - 1 ? 2.5 : 1.75,
      dash: stroke.dash,
    },
    symbol: stroke.symbol,
  };
}

/** Marks about nine points of a line, staggered so that the marks of neighbouring lines do not meet. */
export function staggered(k: number, n: number, points: number, look: RateLine): NonNullable<Series['marker']> {
  const every = Math.max(1, Math.round(points / 9));
  return { symbol: look.symbol, first: Math.round(((k + 0.5) / n) * every) % every, every };
}

/** E_total thick and red, the single errors thin. */
export const totalLine: LineStyle = { color: 'B42318', width: 2.25, dash: 'solid' };

const errorLines: readonly LineStyle[] = [
  { color: 'E69F00', width: 1.5, dash: 'dash' },
  { color: '0072B2', width: 1.5, dash: 'sysDot' },
  { color: '008F68', width: 1.5, dash: 'dashDot' },
  { color: '8E2AA0', width: 1.5, dash: 'lgDash' },
  { color: '56A9DB', width: 1.5, dash: 'lgDashDot' },
  { color: '6C4A2F', width: 1.5, dash: 'sysDash' },
  { color: 'C0417F', width: 1.5, dash: 'solid' },
];

/** The line of the k-th error, counted from 0. */
export const errorLine = (k: number): LineStyle => errorLines[k % errorLines.length] ?? totalLine;

const unitColors = ['0072B2', '56A9DB', 'D55E00', '008F68', '8E2AA0', 'B58900', '6C4A2F', 'C0417F'] as const;
/** So many units have colours of their own; then they begin again. */
export const UNIT_COLORS = unitColors.length;

const dashes = ['solid', 'sysDash', 'sysDot', 'dashDot', 'lgDash', 'lgDashDot'] as const;

/** The line of the k-th weight of a unit (counted through the network): a colour per unit, a dash per weight. */
export const weightLine = (unit: number, k: number): LineStyle => ({
  color: unitColors[unit % unitColors.length] ?? unitColors[0],
  width: 1.75,
  dash: dashes[k % dashes.length] ?? 'solid',
});

/** A target: grey, thin, dashed. */
export const targetLine: LineStyle = { color: '8A97A8', width: 1, dash: 'sysDash' };
