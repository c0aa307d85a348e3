import { activations } from '../../model/activation/index.ts';
import { initialValues, type Topology } from '../../quantities/topology.ts';
import type { ForwardReader } from '../../training/calculator.ts';
import type { Book } from '../book.ts';
import type { OwnChoice } from '../own-choice.ts';
import { OUTPUT, type SurfacePlan, WINNER } from './plan.ts';

/** An axis of the grid as it is when the workbook is opened. */
export interface Axis {
  /** The number of the input that it stands for, counted from 1. */
  readonly number: number;
  readonly lowest: number;
  readonly highest: number;
  readonly first: number;
  readonly step: number;
}

/** All that the sheet shows when the workbook is opened. */
export interface SurfaceNumbers {
  readonly axes: readonly Axis[];
  /** A weight, a bias or a slope of the chosen iteration. */
  given(name: string): number;
  /** An input or a target of a sample, both counted from 0. */
  input(sample: number, input: number): number;
  target(sample: number, target: number): number;
  /** A block at a point: the k-th row from the top, the c-th from the left. */
  at(block: string, row: number, column: number): number;
  /** All values of a block. */
  values(block: string): readonly number[];
}

/** The class that wins counts as this much surer than its number, at most. */
export const SURE = 0.99;

/** Shares this near to each other count as the same, so that rounding chooses no winner. */
export const TIE = 0.999999999;

/** Computes what the sheet shows, with the engine's forward pass at every point. */
export function surfaceNumbers(book: Book, plan: SurfacePlan, own: OwnChoice): SurfaceNumbers {
  const { topology, calculator } = book;
  const input = (sample: number, k: number): number => topology.samples[sample]?.inputs[k]?.value ?? Number.NaN;
  const target = (sample: number, k: number): number => topology.samples[sample]?.targets[k]?.value ?? Number.NaN;
  const axes = (plan.shape === 'curve' ? [1] : [1, 2]).map((number): Axis => {
    const of = Array.from({ length: plan.samples }, (_, s) => input(s, number - 1));
    return axisOver(number, Math.min(...of), Math.max(...of), plan.rows);
  });
  const start = new Map<string, number>(
    initialValues(topology)
      .filter(({ path }) => path[0] === 'layers')
      .map(({ name }) => [name, own.value(name)]),
  );
  for (const [k, { name }] of topology.inputs.entries()) start.set(name, input(0, k));

  const [across, up] = axes;
  const read = (row: number, column: number): ForwardReader => {
    const given = new Map(start);
    const point = plan.shape === 'curve' ? [row] : [column, plan.rows - 1 - row];
    for (const [k, axis] of [across, up].entries())
      if (axis !== undefined)
        given.set(topology.inputs[axis.number - 1]?.name ?? '', axis.first + axis.step * (point[k] ?? 0));
    const pass = calculator.pass(given);
    return (name) => special(topology, name, pass);
  };
  const numbers = new Map<string, readonly number[]>();
  const points = Array.from({ length: plan.rows * plan.across }, (_, k) =>
    read(Math.floor(k / plan.across), k % plan.across),
  );
  for (const { name } of plan.blocks)
    numbers.set(
      name,
      points.map((at) => at(name)),
    );
  const values = (block: string): readonly number[] => numbers.get(block) ?? [];
  return {
    axes,
    given: (name) => start.get(name) ?? Number.NaN,
    input,
    target,
    values,
    at: (block, row, column) => values(block)[row * plan.across + column] ?? Number.NaN,
  };
}

/** Two thirds of an axis are the range of the samples; where they are all in one place, it is 3 to either side. */
function axisOver(number: number, lowest: number, highest: number, points: number): Axis {
  const single = lowest === highest;
  const step = single ? singleStep(points) : (highest - lowest) / rangeSteps(points);
  return { number, lowest, highest, first: lowest - (single ? singleMargin(points) : margin(points)) * step, step };
}

/** Steps of the range of the samples, and of the margin on either side; and the same where that range is nothing. */
export const rangeSteps = (points: number): number => ((points - 1) * 2) / 3;
export const margin = (points: number): number => (points - 1) / 6;
export const singleStep = (points: number): number => 6 / (points - 1);
export const singleMargin = (points: number): number => (points - 1) / 2;

/** A quantity of a forward pass, or what is made of the outputs. */
function special({ layers }: Topology, name: string, pass: ForwardReader): number {
  const outputs = layers.at(-1)?.units ?? [];
  if (name === OUTPUT) return pass(outputs[0]?.activation ?? '');
  return name === WINNER ? winner(outputs.map(({ activation }) => pass(activation))) : pass(name);
}

/** The number of the largest share, counted from 1, and how much of it is certain. */
function winner(shares: readonly number[]): number {
  const failed = shares.find((share) => !Number.isFinite(share));
  if (failed !== undefined) return failed;
  const found = shares.findIndex(
    (share, k) => k === shares.length - 1 || share >= Math.max(...shares.slice(k + 1)) * TIE,
  );
  const even = 1 / shares.length;
  return found + 1 + (SURE * (Math.max(...shares) - even)) / (1 - even);
}

/** The value in the middle of a function's range, and the ends of it; undefined where nothing bounds it. */
export function rangeOf(
  topology: Topology,
): { readonly level: number; readonly low: number; readonly high: number } | undefined {
  const [low, high] = activations[topology.layers.at(-1)?.activation ?? 'linear'].range ?? [];
  return low === undefined || high === undefined ? undefined : { level: (low + high) / 2, low, high };
}
