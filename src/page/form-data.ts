import { type PlainData, plainData } from '../data/data.ts';
import { readyData } from '../data/ready.ts';
import { readySets, type SetName, setNames } from '../data/sets/index.ts';
import { codingOf } from '../network/data-field.ts';
import { isDecimal } from '../network/decimal.ts';
import type { Network } from '../network/network.ts';

/** What the form says of samples, and what decides how they are written. */
export interface SampleFields {
  /** A ready set that the samples were taken from, and the noise that it was made with. */
  readonly data: string;
  readonly noise: string;
  readonly samples: string;
  /** Those that only test. */
  readonly tests: string;
  readonly batch: string;
  readonly output: string;
  readonly loss: string;
}

/** No ready set: the samples are those of the form. */
export const OWN_SAMPLES = '';

/** What a person can choose as samples. */
export const sampleChoices: readonly (readonly [string, string])[] = [
  [OWN_SAMPLES, 'those below'],
  ...setNames.map((name) => [name, readySets[name].title] as const),
];

/** The share of a ready set that tests. */
const TEST = 0.2;

/** A form with the samples of the ready set that it names, some of them to test with; as it is where it names none. */
export function withSet<Form extends SampleFields>(form: Form, before: Network): Form {
  const set = setNames.find((name) => name === form.data);
  if (set === undefined) return form;
  const { samples, testSamples = [] } = setOf(set, form, before);
  return { ...form, samples: samplesText(samples), tests: samplesText(testSamples), batch: 'full' };
}

function setOf(set: SetName, form: SampleFields, { layers }: Network): PlainData {
  const output = { ...layers.at(-1), ...(form.output === '' ? {} : { activation: form.output }) };
  const noise = isDecimal(form.noise) ? Math.max(0, Number(form.noise)) : 0;
  const isGate = readySets[set].samples === 4;
  const data = readyData({ set, noise, ...(isGate ? {} : { test: TEST }), standardise: set === 'iris' });
  return plainData(data, codingOf({ layers: [output], loss: form.loss }));
}

/** Samples as the form has them, one a line. */
export const samplesText = (samples: PlainData['samples']): string =>
  samples.map(({ inputs, targets }) => `${inputs.join(' ')} → ${targets.join(' ')}`).join('\n');

/** The lines of samples, each in its inputs and its targets. */
export const linesOfSamples = (text: string): readonly (readonly [inputs: string, targets: string])[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [inputs = '', targets = ''] = line.split(/→|->|:|\|/);
      return [inputs, targets];
    });

/** What a network is called: by its ready set, where it has one. */
export const titleOf = ({ data }: SampleFields, title: string): string =>
  sampleChoices.find(([name]) => name !== OWN_SAMPLES && name === data)?.[1] ?? title;
