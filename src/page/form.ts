import { decimalOf } from '../network/decimal.ts';
import { type Fault, InputError } from '../network/input-error.ts';
import type { ActivationName, LossName, Network, NetworkLayer, OptimizerName } from '../network/network.ts';
import { penalties } from '../network/optimizer.ts';
import { parseNetwork } from '../network/parse.ts';
import { comparisonIn } from '../settings/compare.ts';
import { type Biases, withSettings } from '../settings/settings.ts';
import { linesOfSamples, OWN_SAMPLES, type SampleFields, samplesText, titleOf } from './form-data.ts';

/** The form of a network of one's own, as it is filled in. */
export interface NetworkForm extends SampleFields {
  readonly hidden: string;
  readonly activation: string;
  readonly biases: string;
  readonly optimizer: string;
  readonly weightDecay: string;
  readonly l1: string;
  readonly schedule: string;
  readonly warmUp: string;
  readonly learningRates: string;
  /** In what runs are to differ, or the names of those that there are; empty where learning rates are compared. */
  readonly compare: string;
  readonly iterations: string;
  readonly seed: string;
}

/** A field of the form. */
export type FormField = keyof NetworkForm;

/** What an empty field of functions or biases stands for: what the layers have. */
export const AS_IT_IS = '';

/** No schedule. */
const NONE = 'none';

/** The form of a network. The weights stay as they are for as long as no seed is given and the layers keep their sizes. */
export function formOf(network: Network): NetworkForm {
  const hidden = network.layers.slice(0, -1);
  const all = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);
  return {
    hidden: hidden.map(({ weights }) => weights.length).join(' '),
    activation: all(hidden.map(({ activation }) => activation)) ?? AS_IT_IS,
    output: network.layers.at(-1)?.activation ?? AS_IT_IS,
    biases: all(network.layers.map(biasesOf)) ?? AS_IT_IS,
    loss: network.loss,
    optimizer: network.optimizer?.name ?? 'sgd',
    weightDecay: String(network.optimizer?.weightDecay ?? ''),
    l1: String(network.optimizer?.l1 ?? ''),
    schedule: network.schedule?.name ?? NONE,
    warmUp: String(network.warmUp ?? ''),
    learningRates: network.learningRates.join(' '),
    compare: namesOfRuns(network),
    iterations: String(network.iterations),
    seed: '',
    data: OWN_SAMPLES,
    noise: '',
    samples: samplesText(network.samples),
    tests: samplesText(network.testSamples ?? []),
    batch: String(network.batch ?? 'full'),
  };
}

const namesOfRuns = ({ runs = [] }: Network): string => runs.map(({ name }) => name).join(', ');

const biasesOf = ({ bias }: NetworkLayer): Biases =>
  bias === undefined ? 'none' : typeof bias === 'number' ? 'layer' : 'unit';

/** The words of a field, separated by spaces, commas or semicolons. */
const wordsIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((word) => word !== '');

/**
 * The network of a form.
 *
 * @param before the network that the form was made of: what the form does not say stays as it is there
 * @throws InputError whose faults name the fields of the form
 */
export function networkOfForm(form: NetworkForm, before: Network): Network {
  const faults: Fault[] = [];
  const numbers = (field: FormField, text: string): readonly number[] =>
    wordsIn(text).flatMap((word) => {
      try {
        return [decimalOf(word, field)];
      } catch (error) {
        if (error instanceof InputError) faults.push(...error.faults);
        return [];
      }
    });
  const samplesIn = (field: 'samples' | 'tests') =>
    linesOfSamples(form[field]).map(([inputs, targets]) => ({
      inputs: numbers(field, inputs),
      targets: numbers(field, targets),
    }));
  const samples = samplesIn('samples');
  const testSamples = samplesIn('tests');
  const [seed] = numbers('seed', form.seed);
  const [weightDecay, l1] = penalties.map(({ field }) => numbers(field, form[field])[0] || undefined);
  const [warmUp] = numbers('warmUp', form.warmUp);
  const sizes = [...numbers('hidden', form.hidden), samples[0]?.targets.length ?? 0];
  const learningRates = numbers('learningRates', form.learningRates);
  const [iterations = Number.NaN] = numbers('iterations', form.iterations);
  if (faults.length > 0) throw new InputError(faults);
  const kept =
    seed === undefined &&
    samples[0]?.inputs.length === before.samples[0]?.inputs.length &&
    sizes.join() === before.layers.map(({ weights }) => weights.length).join();
  const {
    initialWeights: drawn,
    layers: __,
    optimizer,
    schedule,
    warmUp: ____,
    batch: ___,
    testSamples: _____,
    inputs,
    outputs,
    runs,
    ...rest
  } = before;
  const sameRuns = form.compare === namesOfRuns(before);
  const sameSamples = form.samples === samplesText(before.samples);
  const file = {
    ...rest,
    ...(sameRuns && runs !== undefined ? { runs } : {}),
    title: titleOf(form, rest.title),
    samples,
    ...(testSamples.length > 0 ? { testSamples } : {}),
    ...(sameSamples ? { inputs, outputs } : {}),
    ...(samples.length > 1 ? { batch: Number(form.batch) || form.batch } : {}),
    layers: sizes.map((units, l) => layerOf(form, before, l, units, kept, l === sizes.length - 1)),
    ...(kept ? {} : { initialWeights: { rule: 'xavier', ...drawn, seed: seed ?? drawn?.seed ?? 1 } }),
    loss: form.loss as LossName,
    optimizer: {
      ...(optimizer?.name === form.optimizer ? optimizer : { name: form.optimizer as OptimizerName }),
      weightDecay,
      l1,
    },
    ...(form.schedule === NONE
      ? {}
      : { schedule: schedule?.name === form.schedule ? schedule : { name: form.schedule } }),
    ...(warmUp === undefined ? {} : { warmUp }),
    learningRates,
    iterations,
  };
  try {
    const network = parseNetwork(file);
    const compare = form.compare.trim();
    return sameRuns || compare === '' ? network : withSettings(network, { compare: comparisonIn(compare) });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.faults.map(({ path, message }) => ({ path: fieldOf(path, sizes.length - 1), message })));
  }
}

function layerOf(form: NetworkForm, before: Network, l: number, units: number, kept: boolean, last: boolean): object {
  const own = last ? before.layers.at(-1) : l < before.layers.length - 1 ? before.layers[l] : undefined;
  const chosen = last ? form.output : form.activation;
  const activation: ActivationName | string = chosen === AS_IT_IS ? (own?.activation ?? 'sigmoid') : chosen;
  const same = own !== undefined && (form.biases === AS_IT_IS || form.biases === biasesOf(own));
  const fits = same && (typeof own.bias !== 'object' || own.bias.length === units);
  const wanted = form.biases === AS_IT_IS ? (own === undefined ? 'none' : biasesOf(own)) : form.biases;
  const bias = fits
    ? own.bias
    : wanted === 'unit'
      ? Array.from({ length: units }, () => 0)
      : wanted === 'layer'
        ? 0
        : undefined;
  return {
    activation,
    ...(activation === own?.activation && own.slope !== undefined ? { slope: own.slope } : {}),
    ...(kept && own !== undefined ? { weights: own.weights } : { units }),
    ...(bias === undefined ? {} : { bias }),
    ...(fits && own.trainBias !== undefined && bias !== undefined ? { trainBias: own.trainBias } : {}),
  };
}

/** The field of the form that a place of the network file belongs to. @param last the output layer */
function fieldOf(path: string, last: number): string {
  const [, layer] = /^layers\[(\d+)\]\.(?:activation|slope)/.exec(path) ?? [];
  if (layer !== undefined) return Number(layer) === last ? 'output' : 'activation';
  const places: readonly (readonly [RegExp, FormField])[] = [
    [/^samples/, 'samples'],
    [/^testSamples/, 'tests'],
    [/^batch/, 'batch'],
    [/^layers\[\d+\]\.(?:units|weights)|^layers$/, 'hidden'],
    [/^layers\[\d+\]\.(?:bias|trainBias)/, 'biases'],
    [/^loss/, 'loss'],
    [/^optimizer\.weightDecay/, 'weightDecay'],
    [/^optimizer\.l1/, 'l1'],
    [/^optimizer/, 'optimizer'],
    [/^schedule/, 'schedule'],
    [/^warmUp/, 'warmUp'],
    [/^learningRates/, 'learningRates'],
    [/^iterations/, 'iterations'],
    [/^initialWeights/, 'seed'],
    [/^runs/, 'compare'],
  ];
  return places.find(([place]) => place.test(path))?.[1] ?? path;
}
