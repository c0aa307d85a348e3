import type { Topology } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';

/**
 * Why a run has no numbers left. Only a run whose numbers grew beyond all bounds has diverged; the others meet a function that a cell
 * cannot compute, though what it stands for is an ordinary number.
 */

/** A quantity whose formula a cell cannot compute for every number: one that is there, and what it then makes of it. */
export interface CellLimit {
  readonly reads: string;
  readonly makes: string;
}

/** Where the formulas of a network can fail by themselves, each list in the order of the table. */
export interface CellLimits {
  /** e^(−h) of the sigmoid, which is too large below −709.78. */
  readonly exponentials: readonly CellLimit[];
  /** Logarithms in the error, which 0 does not have. */
  readonly logarithms: readonly CellLimit[];
}

/** How a run ended. */
export interface RunEnd {
  /** The first iteration whose error is no number. */
  readonly iteration: number;
  /** `overflow`: a number is too large, but nothing grew to it; `error`: anything else, such as 0 / 0. */
  readonly kind: 'diverged' | 'exponential' | 'logarithm' | 'overflow' | 'error';
  /** What could not be computed, by the name of what it is computed of or of what needed it. */
  readonly of: string;
}

/** More than these, a formula of the workbook cannot look for; what the others meet is then told without a name. */
export const MOST_LIMITS = 80;

/** Where the formulas of a network can fail by themselves. */
export function cellLimits(topology: Topology): CellLimits {
  const views = topology.passes.map((pass) => viewOf(topology, pass));
  const logarithmic = topology.loss === 'cross-entropy' || topology.loss === 'binary-cross-entropy';
  return {
    exponentials: views.flatMap(({ layers }) =>
      layers
        .filter(({ activation }) => activation === 'sigmoid')
        .flatMap(({ units }) => units.map(({ netInput, activation }) => ({ reads: netInput, makes: activation }))),
    ),
    logarithms: logarithmic
      ? views.flatMap(({ errors }) => errors.map(({ name, output }) => ({ reads: output, makes: name })))
      : [],
  };
}

/** Whether all of them can be looked for. */
export const allLimits = ({ exponentials, logarithms }: CellLimits): boolean =>
  exponentials.length <= MOST_LIMITS && logarithms.length <= MOST_LIMITS;

/**
 * How a run ended; undefined where its last error is a number.
 *
 * @param errors the error of every iteration, as charts show it; NaN is #NUM!
 * @param at the number of a quantity in an iteration, counted from 1
 */
export function runEnd(
  topology: Topology,
  errors: Float64Array,
  at: (name: string, iteration: number) => number,
): RunEnd | undefined {
  const found = errors.findIndex((error) => !Number.isFinite(error));
  if (found === -1) return undefined;
  const iteration = found + 1;
  const limits = cellLimits(topology);
  const limit = metLimit(limits, (name) => at(name, iteration));
  if (limit !== undefined) return { iteration, ...limit };
  const [first, before] = [errors[0] ?? Number.NaN, errors[found - 1] ?? Number.NaN];
  if (!Number.isNaN(errors[found] ?? Number.NaN)) return { iteration, kind: 'error', of: '' };
  const grew = allLimits(limits) && iteration > 1 && before >= first;
  return { iteration, kind: grew ? 'diverged' : 'overflow', of: '' };
}

/** The limit that the numbers of an iteration meet first. @param number the number of a quantity; NaN or infinite where it is none */
export function metLimit(
  { exponentials, logarithms }: CellLimits,
  number: (name: string) => number,
): Pick<RunEnd, 'kind' | 'of'> | undefined {
  const met = ({ reads, makes }: CellLimit): boolean =>
    Number.isFinite(number(reads)) && !Number.isFinite(number(makes));
  const exponential = exponentials.slice(0, MOST_LIMITS).find(met);
  if (exponential !== undefined) return { kind: 'exponential', of: exponential.reads };
  const logarithm = logarithms.slice(0, MOST_LIMITS).find(met);
  return logarithm && { kind: 'logarithm', of: logarithm.makes };
}

/** How runs end, in words; the texts before and after what is put in. */
export const endWords = {
  /** At a glance, around the iteration or the name. */
  short: {
    diverged: ['✗ diverged at iteration ', ''],
    exponential: ['✗ no number: e^(−', ') too large'],
    logarithm: ['✗ no number: ln 0 in ', ''],
    overflow: ['✗ no number: too large', ''],
    error: ['✗ no number: an error', ''],
  },
  /** The reason in a sentence, around the name. */
  reason: {
    diverged: ['numbers grew beyond all bounds; a cell holds none above 1.8·10^308', ''],
    exponential: [
      'e^(−',
      ') is too large for a cell; the true σ is 0 there in every digit, so the run has not diverged',
    ],
    logarithm: [
      'ln 0 has no value, and ',
      ' needs it; the output is too near to 0 or 1 for a cell to tell, so the run has not diverged',
    ],
    overflow: ['a number is too large for a cell', ''],
    error: ['a cell shows an error', ''],
  },
  /** Around the iteration, before the reason. */
  from: ['✗ No numbers from iteration ', ' on: '],
} as const satisfies {
  readonly short: Readonly<Record<RunEnd['kind'], readonly [string, string]>>;
  readonly reason: Readonly<Record<RunEnd['kind'], readonly [string, string]>>;
  readonly from: readonly [string, string];
};

/** Why a run ended, in a sentence without a full stop. */
export const reasonOf = ({ kind, of }: Pick<RunEnd, 'kind' | 'of'>): string => endWords.reason[kind].join(of);

/** The same at a glance. */
export const shortOf = ({ kind, of, iteration }: RunEnd): string =>
  endWords.short[kind].join(kind === 'diverged' ? String(iteration) : of);
