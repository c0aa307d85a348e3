import { type Data, plainData, targetCount } from '../data/data.ts';
import { codingOf } from '../network/data-field.ts';
import type { LossName, Network } from '../network/network.ts';
import type { FileLayer } from '../network/schema.ts';

/** What a network with other samples has in place of its own. */
export interface OtherData {
  /** What stands for fields of the network: title, samples, what inputs and outputs are. */
  readonly fields: object;
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
    fields: { title: data.title, about: data.about, ...plainData(data, coding) },
    outputs,
    fits: outputs === output?.weights.length && data.inputs.length === samples[0]?.inputs.length,
  };
}
