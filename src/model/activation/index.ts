import type { ActivationName } from '../../spec/network.ts';
import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

export type { Activation } from './activation.ts';

/** Every activation that a layer can have, by its name in the network file. */
export const activations: Readonly<Record<ActivationName, Activation>> = { sigmoid };
