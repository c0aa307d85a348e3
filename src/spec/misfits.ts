import type { Fault } from './input-error.ts';
import { EXCEL_COLUMNS, MAX_LEARNING_RATES } from './limits.ts';
import type { ActivationName, LossName, OptimizerName } from './network.ts';
import { optimizerParts, weightDecay } from './optimizer.ts';

/**
 * What the field-by-field validator cannot see: that sizes fit together, that choices go together, and that nothing stands twice. Takes
 * any value, so that these faults are told together with those of the single fields.
 */
export function misfits(value: unknown): readonly Fault[] {
  const layers = listAt(value, 'layers');
  const samples = listAt(value, 'samples');
  return [
    ...samples.flatMap((sample, s) => misfittingInputs(samples[0], sample, s)),
    ...samples.flatMap((sample, s) => misfittingTargets(layers.at(-1), sample, s)),
    ...layers.flatMap((layer, l) => misfittingLayer(layers, layer, l)),
    ...misfittingWeights(layers, field(samples[0], 'inputs')),
    ...misfittingLoss(value, layers, samples),
    ...misfittingOptimizer(field(value, 'optimizer')),
    ...misfittingRange(field(value, 'initialWeights')),
    ...repeatedRates(listAt(value, 'learningRates')),
  ];
}

const isList = Array.isArray as (value: unknown) => value is readonly unknown[];

function field(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = field(value, key);
  return isList(list) ? list : [];
}

/** How many units a layer has, as far as that can be told. */
function unitsOf(layer: unknown): number | undefined {
  const weights = field(layer, 'weights');
  if (isList(weights)) return weights.length;
  const units = field(layer, 'units');
  return typeof units === 'number' && Number.isInteger(units) && units > 0 ? units : undefined;
}

function misfittingInputs(first: unknown, sample: unknown, s: number): readonly Fault[] {
  const [wanted, inputs] = [field(first, 'inputs'), field(sample, 'inputs')];
  if (!isList(wanted) || !isList(inputs) || inputs.length === 0 || inputs.length === wanted.length) return [];
  const message = `holds ${inputs.length} inputs, but samples[0] holds ${wanted.length}; give all samples the same number.`;
  return [{ path: `samples[${s}].inputs`, message }];
}

function misfittingTargets(outputs: unknown, sample: unknown, s: number): readonly Fault[] {
  const wanted = unitsOf(outputs);
  const targets = field(sample, 'targets');
  if (wanted === undefined || !isList(targets) || targets.length === 0 || targets.length === wanted) return [];
  const message = `holds ${targets.length} targets, but must hold ${wanted}: one for each unit of the output layer.`;
  return [{ path: `samples[${s}].targets`, message }];
}

function misfittingLayer(layers: readonly unknown[], layer: unknown, l: number): readonly Fault[] {
  if (typeof layer !== 'object' || layer === null) return [];
  const faults: Fault[] = [];
  const given = (key: string): boolean => field(layer, key) !== undefined;
  if (!given('weights') && !given('units'))
    faults.push({
      path: `layers[${l}].weights`,
      message: 'missing; give a list in [ ], or "units" to have them drawn.',
    });
  if (given('weights') && given('units'))
    faults.push({ path: `layers[${l}].units`, message: 'stands beside "weights"; keep one of the two.' });
  const { activation, bias } = layer as { readonly activation?: unknown; readonly bias?: unknown };
  if (activation === 'softmax' && l < layers.length - 1)
    faults.push({ path: `layers[${l}].activation`, message: 'is softmax, which only the output layer can have.' });
  if (given('slope') && activation !== 'leaky-relu')
    faults.push({ path: `layers[${l}].slope`, message: 'has a meaning for "leaky-relu" only; remove it.' });
  if (given('trainBias') && !given('bias'))
    faults.push({
      path: `layers[${l}].trainBias`,
      message: 'has no meaning without "bias"; give that too, or remove it.',
    });
  const units = unitsOf(layer);
  if (isList(bias) && bias.length > 0 && units !== undefined && bias.length !== units)
    faults.push({
      path: `layers[${l}].bias`,
      message: `holds ${bias.length} biases, but must hold ${units}: one for each unit of the layer, or a single number for all.`,
    });
  return faults;
}

function misfittingWeights(layers: readonly unknown[], inputs: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  let before = isList(inputs) ? inputs.length : undefined;
  let count = 0;
  for (const [l, layer] of layers.entries()) {
    const source = l === 0 ? 'inputs of the samples' : `units of layers[${l - 1}]`;
    for (const [u, row] of listAt(layer, 'weights').entries()) {
      if (isList(row) && before !== undefined && row.length !== before && row.length > 0 && before > 0)
        faults.push({
          path: `layers[${l}].weights[${u}]`,
          message: `holds ${row.length} weights, but must hold ${before}: one for each of the ${source}.`,
        });
    }
    const units = unitsOf(layer);
    count += (before ?? 0) * (units ?? 0);
    before = units;
  }
  if (count > EXCEL_COLUMNS)
    faults.push({
      path: 'layers',
      message: `hold ${count} weights, more than the ${EXCEL_COLUMNS} columns of a sheet; give them fewer units.`,
    });
  return faults;
}

/** The output activation that a loss is defined for. */
const outputActivations: Readonly<Partial<Record<LossName, ActivationName>>> = {
  'binary-cross-entropy': 'sigmoid',
  'cross-entropy': 'softmax',
};

function misfittingLoss(value: unknown, layers: readonly unknown[], samples: readonly unknown[]): readonly Fault[] {
  const loss = field(value, 'loss');
  const wanted = outputActivations[loss as LossName];
  if (typeof loss !== 'string' || wanted === undefined) return [];
  const faults: Fault[] = [];
  const last = layers.length - 1;
  const activation = field(layers[last], 'activation');
  if (typeof activation === 'string' && activation !== wanted)
    faults.push({
      path: `layers[${last}].activation`,
      message: `must be "${wanted}" for the loss "${loss}", not "${activation}"; or choose another loss.`,
    });
  for (const [s, sample] of samples.entries())
    for (const [k, target] of listAt(sample, 'targets').entries())
      if (typeof target === 'number' && (target < 0 || target > 1))
        faults.push({
          path: `samples[${s}].targets[${k}]`,
          message: `must be from 0 to 1 for the loss "${loss}", not ${target}.`,
        });
  return faults;
}

function misfittingOptimizer(optimizer: unknown): readonly Fault[] {
  const name = field(optimizer, 'name');
  const parts =
    typeof name === 'string' && Object.hasOwn(optimizerParts, name) ? optimizerParts[name as OptimizerName] : undefined;
  if (parts === undefined) return [];
  const own = [...parts.settings, weightDecay].map((setting): string => setting.field);
  const others = Object.values(optimizerParts).flatMap(({ settings }) =>
    settings.map((setting): string => setting.field),
  );
  return Object.keys(optimizer as object)
    .filter((key) => others.includes(key) && !own.includes(key))
    .map((key) => ({
      path: `optimizer.${key}`,
      message: `has no meaning for "${name}"; remove it. Its settings are: ${own.join(', ')}.`,
    }));
}

function misfittingRange(initialWeights: unknown): readonly Fault[] {
  if (field(initialWeights, 'range') === undefined || field(initialWeights, 'rule') === 'uniform') return [];
  return [{ path: 'initialWeights.range', message: 'has a meaning for the rule "uniform" only; remove it.' }];
}

function repeatedRates(rates: readonly unknown[]): readonly Fault[] {
  if (rates.length > MAX_LEARNING_RATES) return [];
  return rates.flatMap((rate, k) =>
    typeof rate === 'number' && rates.indexOf(rate) < k
      ? [{ path: `learningRates[${k}]`, message: `repeats ${rate}; give each learning rate once.` }]
      : [],
  );
}
