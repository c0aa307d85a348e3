import type { ActivationName } from '../../network/network.ts';
import type { Activation } from './activation.ts';
import { leakyRelu } from './leaky-relu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { tanh } from './tanh.ts';

export type { Activation, LayerSymbols } from './activation.ts';

/** Every activation that a layer can have, by its name in the network file. */
export const activations: Readonly<Record<ActivationName, Activation>> = {
  sigmoid,
  tanh,
  relu,
  'leaky-relu': leakyRelu,
  linear,
  softmax,
};
