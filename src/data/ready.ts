import type { Data, Example } from './data.ts';
import { DataFaults } from './fault.ts';
import { drawOf } from './random.ts';
import { readySets, type SetName } from './sets/index.ts';
import { testCount } from './split.ts';
import { standardised } from './standardise.ts';

/** Which samples of a ready set are wanted. */
export interface ReadyData {
  readonly set: SetName;
  /** How many there are, those that test among them. */
  readonly samples?: number | undefined;
  /** The standard deviation of what is added to every input, drawn; 0 unless given. */
  readonly noise?: number | undefined;
  /** The same seed draws the same numbers; 1 unless given. */
  readonly seed?: number | undefined;
  /** The share of the samples that tests. */
  readonly test?: number | undefined;
  readonly standardise?: boolean | undefined;
}

/** Decimals of an input: enough for every purpose, and few enough to be read and typed. */
const DECIMALS = 3;

/** The seed of data unless given. */
export const DATA_SEED = 1;

/**
 * Makes the samples of a ready set; the last ones test.
 *
 * @throws DataFaults where there are fewer samples than are asked for, or too few to be parted
 * @example
 * const moons = readyData({ set: 'moons', samples: 20, noise: 0.1, test: 0.2 });
 * console.log(withSettings(network, { data: moons }).samples.length); // 16
 */
export function readyData({ set, noise = 0, seed = DATA_SEED, standardise = false, ...wanted }: ReadyData): Data {
  const ready = readySets[set];
  const { samples = ready.samples, test = ready.test ?? 0 } = wanted;
  const { most = Number.POSITIVE_INFINITY } = ready;
  if (samples > most)
    throw new DataFaults({
      field: 'samples',
      message: `must be at most ${most}, all that "${set}" has, not ${samples}.`,
    });
  const draw = drawOf(seed);
  const rounded = (value: number): number => Number(value.toFixed(DECIMALS)) + 0;
  const all = Array.from({ length: samples }, (_, k): Example => {
    const { inputs, answer } = ready.at(k, samples, draw);
    return { inputs: inputs.map((value) => rounded(noise === 0 ? value : value + noise * draw.normal())), answer };
  });
  const trained = samples - testCount(samples, test);
  const parts = {
    inputs: ready.inputs.map((name) => ({ name })),
    training: all.slice(0, trained),
    test: all.slice(trained),
  };
  return {
    title: ready.title,
    about: aboutOf(ready.about, parts, [
      ...(noise === 0 ? [] : [`noise ${noise}`]),
      ...(noise === 0 && set === 'iris' ? [] : [`seed ${seed}`]),
      ...(standardise ? ['standardised'] : []),
    ]),
    answers: { kind: 'classes', names: ready.classes },
    ...(standardise ? standardised(parts) : parts),
  };
}

/** What there is, in a line. */
export function aboutOf(
  what: string,
  { training, test }: Pick<Data, 'training' | 'test'>,
  more: readonly string[],
): string {
  const of = test.length === 0 ? [] : [`${test.length} more to test with`];
  const text = [`${training.length} ${training.length === 1 ? 'sample' : 'samples'}`, ...of, ...more].join(', ');
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${text}.`;
}
