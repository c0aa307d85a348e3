import { ACCURACY, CORRECT, TEST_ACCURACY } from '../quantities/classes.ts';
import { quantityOf } from '../quantities/quantity.ts';
import type { Pass, Topology } from '../quantities/topology.ts';
import { inPass, viewOf } from '../quantities/view.ts';
import { add, divide } from './cell-number.ts';
import { type Machine, numberAt, type TapePlace } from './compile.ts';

/** Says of every iteration in how many samples the class is right. */
export interface Scoring {
  /** Judges the numbers of the machine's last run. */
  take(): void;
  /** Where the numbers stand. */
  readonly numbers: readonly (readonly [string, TapePlace])[];
  /** The share right of the latest iterations, as many as an epoch has. */
  latest: Float64Array;
}

/** Judges by the largest output, or by the side of the only one; where the network tells no classes, there is nothing to judge. */
export function scoringOf(topology: Topology, machine: Machine): Scoring {
  const { passes, testPasses, epoch } = topology;
  const isRight = judgeOf(topology);
  if (isRight === undefined) return { take: () => {}, numbers: [], latest: new Float64Array(0) };
  const placesOf = (pass: Pass) =>
    viewOf(topology, pass).errors.map(({ output, target }) => ({
      output: machine.place(quantityOf(output)),
      target: machine.place(quantityOf(target)),
    }));
  const all = [...passes, ...testPasses].map(placesOf);
  const right = new Float64Array(all.length);
  const [share, mean, tested] = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  const scoring: Scoring = {
    latest: new Float64Array(0),
    take() {
      for (const [p, errors] of all.entries()) right[p] = isRight(errors);
      share[0] = meanOf(right.subarray(0, passes.length));
      if (testPasses.length > 0) tested[0] = meanOf(right.subarray(passes.length));
      scoring.latest = withNext(scoring.latest, share[0] as number, epoch);
      mean[0] = meanOf(scoring.latest);
    },
    numbers: [
      [CORRECT, { array: share, index: 0 }],
      [ACCURACY, { array: mean, index: 0 }],
      [TEST_ACCURACY, { array: tested, index: 0 }],
      ...[...passes, ...testPasses].map((pass, index) => [inPass(CORRECT, pass), { array: right, index }] as const),
    ],
  };
  return scoring;
}

type Judge = (errors: readonly { readonly output: TapePlace; readonly target: TapePlace }[]) => number;

/** 1 where the class is right, 0 where it is not or nobody can tell; an error where an output is one. */
function judgeOf({ classes }: Topology): Judge | undefined {
  if (classes === undefined) return undefined;
  return (errors) => {
    let [largest, at, twice] = [Number.NEGATIVE_INFINITY, -1, false];
    let wanted = -1;
    for (const [k, { output, target }] of errors.entries()) {
      const value = numberAt(output);
      if (!Number.isFinite(value)) return value;
      if (numberAt(target) === 1) wanted = k;
      if (value === largest) twice = true;
      if (value <= largest) continue;
      [largest, at, twice] = [value, k, false];
    }
    if (classes.kind === 'largest') return at === wanted && !twice ? 1 : 0;
    return largest !== classes.middle && largest > classes.middle === (wanted === 0) ? 1 : 0;
  };
}

/** The latest numbers with one more, at most so many: the oldest goes. The same array, once it is full. */
export function withNext(latest: Float64Array, next: number, most: number): Float64Array {
  if (latest.length < most) return Float64Array.of(...latest, next);
  latest.copyWithin(0, 1);
  latest[most - 1] = next;
  return latest;
}

/** The mean as a cell has it. */
export const meanOf = (values: Float64Array): number =>
  values.length === 1
    ? (values[0] as number)
    : divide(
        values.reduce((sum, value) => add(sum, value)),
        values.length,
      );
