import { inputError, withPaths } from '../network/input-error.ts';
import {
  type ActivationName,
  type Batch,
  type LossName,
  type Network,
  type OptimizerFile,
  type OptimizerName,
  type ScheduleFile,
  scheduleNames,
} from '../network/network.ts';
import { penalties } from '../network/optimizer.ts';
import { parseNetwork } from '../network/parse.ts';
import type { FileLayer } from '../network/schema.ts';
import { standards } from '../network/standards.ts';

/** Which biases the layers can have: none, one for each unit, or one that all units of a layer share. */
export const biasChoices = ['none', 'unit', 'layer'] as const;

/** Which biases the layers are to have. */
export type Biases = (typeof biasChoices)[number];

/** The schedules that a network can be given. */
export const scheduleChoices = ['none', ...scheduleNames] as const;

/** The schedule that a network is to have. */
export type ScheduleChoice = (typeof scheduleChoices)[number];

/** What may stand in for the settings of the network file. */
export interface Settings {
  readonly learningRates?: readonly number[] | undefined;
  readonly iterations?: number | undefined;
  /** Units of each hidden layer; all weights are then drawn. */
  readonly hidden?: readonly number[] | undefined;
  /** Draws all weights. */
  readonly seed?: number | undefined;
  /** One for every layer, or one for all of them; softmax alone goes to the output layer. */
  readonly activation?: readonly ActivationName[] | undefined;
  readonly loss?: LossName | undefined;
  /** How many samples an iteration takes. */
  readonly batch?: Batch | undefined;
  /** Of another optimizer, only weight decay and L1 stay. */
  readonly optimizer?: OptimizerName | undefined;
  /** λ of L2 and λ1 of L1, with any optimizer; 0 for none. */
  readonly weightDecay?: number | undefined;
  readonly l1?: number | undefined;
  /** How the learning rate changes; `none` for one that stays, but for a warm-up. */
  readonly schedule?: ScheduleChoice | undefined;
  /** In how many iterations it warms up. */
  readonly warmUp?: number | undefined;
  /** Biases that a layer has already stay as far as they can; new ones begin at 0. */
  readonly biases?: Biases | undefined;
}

/**
 * A network with other settings, checked as a network file is.
 *
 * @throws InputError whose faults name the settings, such as `hidden`
 * @example
 * const other = withSettings(network, { hidden: [3], optimizer: 'adam', seed: 7 });
 */
export function withSettings(network: Network, settings: Settings): Network {
  const { learningRates, iterations, loss, batch, schedule, warmUp } = settings;
  const optimizer = otherOptimizer(network.optimizer, settings);
  const redrawn = settings.hidden !== undefined || settings.seed !== undefined;
  const before = network.initialWeights;
  // What is asked to be drawn is not to be all equal.
  const drawn =
    before === undefined || (before.rule === 'equal' && settings.seed !== undefined)
      ? standards.initialWeights
      : before;
  const { seed = drawn.seed } = settings;
  const { schedule: scheduleBefore, ...others } = network;
  const changed = {
    ...others,
    layers: withBiases(withActivations(shaped(network, settings, redrawn), settings.activation), settings.biases),
    ...(redrawn ? { initialWeights: { ...drawn, ...(seed === undefined ? {} : { seed }) } } : {}),
    ...(loss === undefined ? {} : { loss }),
    ...(batch === undefined ? {} : { batch }),
    ...(optimizer === undefined ? {} : { optimizer }),
    ...scheduled(scheduleBefore, schedule),
    ...(warmUp === undefined ? {} : { warmUp }),
    ...(learningRates === undefined ? {} : { learningRates }),
    ...(iterations === undefined ? {} : { iterations }),
  };
  return withPaths(() => parseNetwork(changed), settingOf);
}

/** The layers with other hidden ones, or with weights that are still to be drawn. */
function shaped({ layers }: Network, { hidden }: Settings, redrawn: boolean): readonly FileLayer[] {
  if (!redrawn) return layers;
  const undrawn = ({ weights, ...layer }: Network['layers'][number]): FileLayer => ({
    ...layer,
    units: weights.length,
  });
  const output = layers.at(-1);
  if (hidden === undefined || output === undefined) return layers.map(undrawn);
  const model = layers.length > 1 && layers[0] !== undefined ? layers[0] : ordinary(output);
  return [...hidden.map((units) => ({ ...undrawn(model), units, ...resizedBias(model, units) })), undrawn(output)];
}

/** An output layer as the model of a hidden one: softmax belongs to outputs. */
const ordinary = (output: Network['layers'][number]): Network['layers'][number] =>
  output.activation === 'softmax' ? { ...output, activation: 'sigmoid' } : output;

/** Biases of 0 for each of other units; trained, or they would stay 0. */
const resizedBias = ({ bias, trainBias }: FileLayer, units: number): Pick<FileLayer, 'bias' | 'trainBias'> =>
  Array.isArray(bias) && bias.length !== units
    ? { bias: zeros(units), ...(trainBias === undefined ? {} : { trainBias: true }) }
    : {};

function withActivations(
  layers: readonly FileLayer[],
  activation: readonly ActivationName[] | undefined,
): readonly FileLayer[] {
  const [only, ...more] = activation ?? [];
  if (activation === undefined || only === undefined) return layers;
  if (more.length > 0 && activation.length !== layers.length)
    throw inputError(
      `names ${activation.length} activations, but the network has ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}; give one for each, or a single one for all.`,
      'activation',
    );
  return layers.map(({ slope, ...layer }, l) => {
    const name = more.length > 0 ? (activation[l] ?? only) : only;
    const stays = more.length === 0 && name === 'softmax' && l < layers.length - 1;
    return stays || name === layer.activation
      ? { ...layer, ...(slope === undefined ? {} : { slope }) }
      : { ...layer, activation: name };
  });
}

function withBiases(layers: readonly FileLayer[], biases: Biases | undefined): readonly FileLayer[] {
  if (biases === undefined) return layers;
  return layers.map((layer) => {
    const { bias, trainBias, ...bare } = layer;
    if (biases === 'none') return bare;
    if (typeof bias === (biases === 'layer' ? 'number' : 'object')) return layer;
    const units = layer.weights?.length ?? layer.units ?? 0;
    // Each unit keeps what it shared. What several units had cannot become one; the new bias is trained, or it would stay 0.
    if (typeof bias === 'number') return { ...layer, bias: Array.from({ length: units }, () => bias) };
    return { ...bare, bias: biases === 'layer' ? 0 : zeros(units) };
  });
}

const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

/** The optimizer that is asked for, with its penalties; undefined where none is and none was given. */
function otherOptimizer(before: OptimizerFile | undefined, settings: Settings): OptimizerFile | undefined {
  const asked = penalties.filter(({ field }) => settings[field] !== undefined);
  const name = settings.optimizer ?? before?.name ?? (asked.length > 0 ? standards.optimizer : undefined);
  if (name === undefined) return undefined;
  const own = before?.name === name ? before : undefined;
  const given = penalties.flatMap(({ field }) => {
    const value = settings[field] ?? before?.[field];
    return value === undefined || (value === 0 && settings[field] === 0) ? [] : [[field, value] as const];
  });
  const { weightDecay: _, l1: __, ...rest } = own ?? { name };
  return { ...rest, ...Object.fromEntries(given) };
}

function scheduled(
  before: ScheduleFile | undefined,
  name: ScheduleChoice = before?.name ?? 'none',
): Pick<Network, 'schedule'> {
  if (name === 'none') return {};
  return { schedule: before?.name === name ? before : { name } };
}

/** The setting that a place of the network file belongs to. */
function settingOf(path: string): string {
  const settings: readonly (readonly [RegExp, keyof Settings])[] = [
    [/^learningRates(\[\d+\])?$/, 'learningRates'],
    [/^iterations$/, 'iterations'],
    [/^layers\[\d+\]\.activation$/, 'activation'],
    [/^layers\[\d+\]\.units$/, 'hidden'],
    [/^layers$/, 'hidden'],
    [/^loss$/, 'loss'],
    [/^batch$/, 'batch'],
    [/^optimizer\.weightDecay$/, 'weightDecay'],
    [/^optimizer\.l1$/, 'l1'],
    [/^optimizer/, 'optimizer'],
    [/^schedule/, 'schedule'],
    [/^warmUp$/, 'warmUp'],
    [/^initialWeights\.seed$/, 'seed'],
  ];
  return settings.find(([pattern]) => pattern.test(path))?.[1] ?? path;
}
