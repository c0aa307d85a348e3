import type { ActivationName, LossName } from './network.ts';

/** What a loss asks of a network. */
interface LossDemands {
  /** The activation that its outputs must have. */
  readonly outputs?: ActivationName;
  /** Which targets it has a meaning for. */
  readonly targets?: { readonly allow: (target: number) => boolean; readonly words: string };
}

const shares = { allow: (target: number) => target >= 0 && target <= 1, words: 'from 0 to 1' };
const signs = { allow: (target: number) => Math.abs(target) === 1, words: '−1 or 1' };

/** What every loss asks for. */
export const lossDemands: Readonly<Record<LossName, LossDemands>> = {
  'half-squared-error': {},
  'mean-squared-error': {},
  'mean-absolute-error': {},
  huber: {},
  hinge: { targets: signs },
  'binary-cross-entropy': { outputs: 'sigmoid', targets: shares },
  'cross-entropy': { outputs: 'softmax', targets: shares },
};
