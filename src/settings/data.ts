import { type Data, plainData, targetCount } from '../data/data.ts';
import { codingOf } from '../network/data-field.ts';
import type { LossName, Network } from '../network/network.ts';
import type { FileLayer } from '../network/schema.ts';

/** What a network with other samples has in place of its own. */
export interface OtherData {
  /** The network with other fields: title, samples, what inputs and outputs are. */
  withData(network: Partial<Network>): Partial<Network>;
  /** How many units its output layer needs. */
  readonly outputs: number;
  /** Whether its first and last layer have the sizes for it. */
  readonly fits: boolean;
}

/** What a network has with other samples. @param activation of its outputs, and loss, as they are to be */
export function otherData(
  { layers, samples }: Network,
  data: Data,
  activation: FileLayer['activation'] | undefined,
  loss: LossName,
): OtherData {
  const output = layers.at(-1);
  const coding = codingOf({ layers: [{ ...output, ...(activation === undefined ? {} : { activation }) }], loss });
  const outputs = targetCount(data, coding.single);
  return {
    withData: ({ samples: _, testSamples: __, inputs: ___, outputs: ____, ...others }) => ({
      ...others,
      title: data.title,
      about: data.about,
      ...plainData(data, coding),
    }),
    outputs,
    fits: outputs === output?.weights.length && data.inputs.length === samples[0]?.inputs.length,
  };
}
