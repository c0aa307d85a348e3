import type { ActivationName, LossName, Network } from '../network/network.ts';
import type { Biases } from '../settings/settings.ts';

/** How a workbook is to be judged. */
export interface CheckOptions {
  /** The network that its tables train; without it, sigmoid layers of the sizes that the headers tell, with the half squared error. */
  readonly network?: Network;
  /**
   * Other networks that a table may be of, by their names. They are tried where it is not right as the network that its headers tell, and
   * named where it differs from that one as they do; but not tried where `network` or any of the settings below is given.
   */
  readonly candidates?: ReadonlyMap<string, Network>;
  /** Where no network is given: the activation of each layer, or a single one for all. */
  readonly activation?: readonly ActivationName[];
  /** Where no network is given: which biases the layers have; otherwise as many as the headers tell. */
  readonly biases?: Biases;
  /** Where no network is given: the loss. */
  readonly loss?: LossName;
  /** The learning rate of all tables, whatever the workbook says; above 0. */
  readonly learningRate?: number;
  /** What these options are called where the report is read, by their fields; by the fields themselves unless given. */
  readonly called?: (field: string) => string;
}
