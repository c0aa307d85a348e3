import type { Data } from '../data/data.ts';
import { placeInTable } from '../network/data-field.ts';
import { inputError, withPaths } from '../network/input-error.ts';
import { firstChoice } from '../network/moment.ts';
import {
  type ActivationName,
  type Batch,
  type LossName,
  type Network,
  type OptimizerName,
  type ScheduleFile,
  scheduleNames,
} from '../network/network.ts';
import { parseNetwork } from '../network/parse.ts';
import type { FileLayer } from '../network/schema.ts';
import { standards } from '../network/standards.ts';
import { type ComparedChoice, runsOf } from './compare.ts';
import { otherData } from './data.ts';
import { otherOptimizer } from './optimizer.ts';
import { shaped, zeros } from './shape.ts';

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
  /** Other samples; where they do not fit the first or the last layer, all weights are drawn. */
  readonly data?: Data | undefined;
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
  /** What the runs are to differ in; `none` for learning rates. */
  readonly compare?: ComparedChoice | 'none' | undefined;
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
  const given = settings.data && otherData(network, settings.data, settings.activation?.at(-1), loss ?? network.loss);
  const redrawn = settings.hidden !== undefined || settings.seed !== undefined || given?.fits === false;
  const before = network.initialWeights;
  // What is asked to be drawn is not to be all equal.
  const drawn =
    before === undefined || (before.rule === 'equal' && settings.seed !== undefined)
      ? standards.initialWeights
      : before;
  const { seed = drawn.seed } = settings;
  const { schedule: scheduleBefore, runs, ...own } = network;
  const layers = shaped(network, settings.hidden, redrawn, given?.outputs);
  const changed = {
    ...(given === undefined ? own : given.withData(own)),
    layers: withBiases(withActivations(layers, settings.activation), settings.biases),
    ...(redrawn ? { initialWeights: { ...drawn, ...(seed === undefined ? {} : { seed }) } } : {}),
    ...(loss === undefined ? {} : { loss }),
    ...(batch === undefined ? {} : { batch }),
    ...(optimizer === undefined ? {} : { optimizer }),
    ...scheduled(scheduleBefore, schedule),
    ...(warmUp === undefined ? {} : { warmUp }),
    ...(learningRates === undefined ? {} : { learningRates }),
    ...(iterations === undefined ? {} : { iterations }),
  };
  const { compare, data } = settings;
  const pathOf = (path: string): string => (data && placeInTable(data, path)) ?? settingOf(path);
  if (compare === undefined)
    return withPaths(() => parseNetwork(runs === undefined ? changed : { ...changed, runs }), pathOf);
  const single = withPaths(() => parseNetwork(changed), pathOf);
  if (compare !== 'none' && learningRates !== undefined && learningRates.length > 1)
    throw inputError('the runs of a comparison share one learning rate; give one.', 'learningRates');
  return compare === 'none' ? single : withPaths(() => parseNetwork(compared(single, compare)), settingOf);
}

/** A network whose runs differ as is asked for: of several learning rates, the middle one is that of all of them. */
function compared(network: Network, comparison: ComparedChoice): Network {
  const { schedule, warmUp, ...others } = network;
  const { what } = comparison;
  const rate = network.learningRates[firstChoice(network).rate];
  return {
    ...others,
    // Runs can have what the network lacks, but not be without what it has.
    ...(what === 'schedule' || schedule === undefined ? {} : { schedule }),
    ...(what === 'warm-up' || warmUp === undefined ? {} : { warmUp }),
    learningRates: rate === undefined ? [] : [rate],
    runs: runsOf(network, comparison),
  };
}

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

function scheduled(
  before: ScheduleFile | undefined,
  name: ScheduleChoice = before?.name ?? 'none',
): Pick<Network, 'schedule'> {
  return name === 'none' ? {} : { schedule: before?.name === name ? before : { name } };
}

/** The setting that a place of the network file belongs to. */
function settingOf(path: string): string {
  const settings: readonly (readonly [RegExp, keyof Settings])[] = [
    [/^learningRates(\[\d+\])?$/, 'learningRates'],
    [/^iterations$/, 'iterations'],
    [/^layers\[\d+\]\.activation$/, 'activation'],
    [/^layers(\[\d+\]\.units)?$/, 'hidden'],
    [/^loss$/, 'loss'],
    [/^batch$/, 'batch'],
    [/^optimizer\.weightDecay$/, 'weightDecay'],
    [/^optimizer\.l1$/, 'l1'],
    [/^runs/, 'compare'],
    [/^optimizer/, 'optimizer'],
    [/^schedule/, 'schedule'],
    [/^warmUp$/, 'warmUp'],
    [/^initialWeights\.seed$/, 'seed'],
  ];
  return settings.find(([pattern]) => pattern.test(path))?.[1] ?? path;
}
