import { batchSize } from '../../network/batch.ts';
import type { Network } from '../../network/network.ts';
import { standards } from '../../network/standards.ts';
import type { Judged } from '../judge/table.ts';

/** Another network of the same shape that a table may train, or the same with another loss. */
export interface Variant {
  readonly network: Network;
  readonly withoutHalf: boolean;
  /** What differs, each in words, with the quantity that shows it. */
  readonly differences: readonly Difference[];
}

/** What differs from the network that a table was judged by. */
export interface Difference {
  /** The quantity that shows it. */
  readonly quantity: string;
  /** A sentence. */
  readonly message: string;
  /** Whether it is a mistake where nothing else was said; a network with biases that stay, say, is as good as any. */
  readonly mistake: boolean;
}

/** Judges the same table as one of another network. @param only quantities that are judged; without them all */
export type JudgeAs = (network: Network, withoutHalf: boolean, only?: readonly string[]) => Judged | undefined;

/** Looks for one thing in which a table differs; undefined where it does not. */
export type VariantStep = (variant: Variant, judged: Judged, judgeAs: JudgeAs) => Variant | undefined;

/** A variant with one more difference. */
export const withDifference = (variant: Variant, change: Partial<Variant>, difference: Difference): Variant => ({
  ...variant,
  ...change,
  differences: [...variant.differences, difference],
});

/** How many of the samples an iteration takes, in so far as it is not all of them. */
function taken(network: Pick<Network, 'batch' | 'samples'>): number | 'all' {
  const size = batchSize(network);
  return size === network.samples.length ? 'all' : size;
}

/** Whether two networks differ in their numbers only. */
export function isAlike(a: Network, b: Network): boolean {
  const shape = ({ layers, loss, batch, samples, optimizer, schedule, warmUp }: Network): string =>
    JSON.stringify([
      layers.map(({ activation, weights, bias, trainBias = standards.trainBias }) => [
        activation,
        weights.length,
        weights[0]?.length,
        typeof bias,
        bias !== undefined && trainBias,
      ]),
      loss,
      samples.length > 1 ? taken({ batch, samples }) : 'one',
      optimizer?.name ?? 'sgd',
      schedule?.name,
      warmUp !== undefined,
    ]);
  return shape(a) === shape(b);
}
