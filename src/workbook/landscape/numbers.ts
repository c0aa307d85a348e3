import type { Choice } from '../../network/moment.ts';
import { gradientBy, quantityName } from '../../quantities/quantity.ts';
import { TOTAL_ERROR } from '../../quantities/topology.ts';
import type { Book } from '../book.ts';
import type { OwnChoice } from '../own-choice.ts';
import { CURVE_POINTS, type LandscapePlan, PATH_POINTS } from './plan.ts';

/** One of the two weights that the sheet moves, as it is when the workbook is opened. */
export interface ChosenWeight {
  readonly name: string;
  /** Its number among all that is trained, counted from 1. */
  readonly number: number;
  readonly now: number;
  readonly gradient: number;
  readonly next: number;
  /** 0 where the next weight is no number. */
  readonly step: number;
}

/** A row of the grid: by how much the weights are moved, and the forward pass. */
export interface GridRow {
  readonly across: number;
  readonly up: number;
  readonly first: number;
  readonly second: number;
  /** A trained or computed quantity. */
  at(name: string): number;
}

/** All that the sheet shows when the workbook is opened. */
export interface LandscapeNumbers {
  readonly chosen: readonly ChosenWeight[];
  readonly range: number;
  readonly base: GridRow;
  readonly step: GridRow;
  readonly curve: readonly GridRow[];
  /** Row by row, from the top left corner. */
  readonly map: readonly GridRow[];
  /** The iterations of the path. */
  readonly path: readonly number[];
}

/** The first iteration that has a path to it. */
const OPENS_AT = 2;

/** The largest learning rate whose run ends with a number, after its first step: the steps are large there. */
export function largestSteps({
  traces,
  table,
  choice,
  only,
}: Pick<Book, 'traces' | 'table' | 'choice' | 'only'>): Choice {
  const whole = traces.flatMap((trace, rate) =>
    (only ?? rate) === rate && Number.isFinite(trace.series(trace.curve).at(-1))
      ? [{ rate, of: trace.learningRate }]
      : [],
  );
  const [largest] = whole.toSorted((a, b) => b.of - a.of);
  return largest === undefined
    ? { rate: choice.rate, iteration: 1 }
    : { rate: largest.rate, iteration: Math.min(OPENS_AT, table.iterations) };
}

/** The half of a range, in steps of the grid. */
export const curveHalf = (CURVE_POINTS - 1) / 2;
export const mapHalf = ({ side }: LandscapePlan): number => (side - 1) / 2;

/** Computes what the sheet shows, with the engine's forward pass for every row. */
export function landscapeNumbers(book: Book, plan: LandscapePlan, own: OwnChoice): LandscapeNumbers {
  const last = own.choice.iteration >= book.table.iterations;
  const weights = plan.trained.map(({ name }, k): ChosenWeight => {
    const now = own.value(name);
    const next = last ? now : own.value(name, 1);
    const step = Number.isFinite(next) ? next - now : 0;
    return { name, number: k + 1, now, gradient: own.value(quantityName(gradientBy(name))), next, step };
  });
  const chosen = firstChosen(book, weights).slice(0, plan.side > 0 ? 2 : 1);
  const range = RANGE;
  const given = new Map([...plan.held, ...plan.trained].map(({ name }) => [name, own.value(name)]));
  const [one, two] = chosen;
  const row = (across: number, up: number, first: number, second: number): GridRow => {
    const moved = new Map(given);
    for (const [weight, by] of [
      [one, first],
      [two, second],
    ] as const)
      if (weight !== undefined) moved.set(weight.name, weight.now + by);
    const read = book.calculator.forward(moved);
    return { across, up, first, second, at: (name) => moved.get(name) ?? read(name) };
  };
  const half = mapHalf(plan);
  return {
    chosen,
    range,
    base: row(0, 0, 0, 0),
    step: row(0, 0, one?.step ?? 0, 0),
    curve: Array.from({ length: CURVE_POINTS }, (_, k) =>
      row(k - curveHalf, 0, ((k - curveHalf) / curveHalf) * range, 0),
    ),
    map: Array.from({ length: plan.side ** 2 }, (_, k) => {
      const across = (k % plan.side) - half;
      const up = half - Math.floor(k / plan.side);
      return row(across, up, (across / half) * range, (up / half) * range);
    }),
    path: Array.from({ length: PATH_POINTS }, (_, k) => pathIteration(k + 1, own.choice.iteration)),
  };
}

/** What the sheet opens with: the first weight of the output layer, which all of the error reaches, and the one beside it. */
function firstChosen({ topology }: Book, weights: readonly ChosenWeight[]): readonly ChosenWeight[] {
  const first = topology.layers.at(-1)?.units[0]?.weights[0]?.name;
  const at = Math.min(
    weights.findIndex(({ name }) => name === first),
    weights.length - 2,
  );
  return weights.slice(Math.max(at, 0)).slice(0, 2);
}

/** How far the curve goes when the workbook is opened, to either side of the weight. */
export const RANGE = 1;

/** The iteration of the k-th point of the path: every one up to now, which then comes again, or evenly spaced ones. */
const pathIteration = (k: number, now: number): number =>
  now <= PATH_POINTS ? Math.min(k, now) : Math.round(1 + ((k - 1) * (now - 1)) / (PATH_POINTS - 1) + ASIDE);

/** Halves go up in every program, as they would not where one of them is off by a last digit. */
export const ASIDE = 0.000001;

/** E_total of a row. */
export const totalOf = (row: GridRow): number => row.at(TOTAL_ERROR);
