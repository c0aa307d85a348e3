import type { Network } from '../network/network.ts';
import { usual } from '../network/standards.ts';
import { type Settings, withSettings } from '../settings/settings.ts';

type Asked = Pick<Settings, 'activation' | 'biases' | 'loss'>;

/** Whether something is asked for of the networks that the headers tell. */
export const hasSettings = ({ activation, biases, loss }: Asked): boolean =>
  activation !== undefined || biases !== undefined || loss !== undefined;

/**
 * A network with the settings that were asked for.
 *
 * @throws InputError where they do not fit it, such as three activations for two layers
 */
export const adapted = (network: Network, options: Asked): Network =>
  hasSettings(options)
    ? withSettings(network, { activation: options.activation, biases: options.biases, loss: options.loss })
    : network;

/** Whether headers alone cannot tell of a network: another function, loss or optimizer than those that are taken for granted. */
export const beyondHeaders = ({ layers, loss, optimizer, samples, runs }: Network): boolean =>
  runs !== undefined ||
  samples.length > 1 ||
  loss !== usual.loss ||
  optimizer !== undefined ||
  layers.some(({ activation, trainBias }) => activation !== usual.activation || trainBias === false);
