import type { Faults } from './faults.ts';
import { EXCEL_COLUMNS, MAX_LAYERS, MAX_LEARNING_RATES, MAX_SAMPLES } from './limits.ts';
import { lossDemands } from './loss.ts';
import { misfittingSamples } from './misfitting-samples.ts';
import { optimizerParts, penalties } from './optimizer.ts';
import { inQuotes } from './path-text.ts';
import { scheduleParts } from './schedule.ts';
import { field, isList, listAt, unitsOf } from './untyped.ts';

/**
 * Finds what the field-by-field validator cannot see: that sizes fit together, that choices go together, and that nothing stands twice.
 * Takes any value, so that these faults are told together with those of the single fields. Lists that are too long are not looked at.
 */
export function findMisfits(value: unknown, faults: Faults): void {
  const layers = listAt(value, 'layers', MAX_LAYERS);
  const samples = listAt(value, 'samples', MAX_SAMPLES);
  misfittingSamples(samples, layers.at(-1), field(value, 'batch'), faults);
  for (const [l, layer] of layers.entries()) misfittingLayer(layers, layer, l, faults);
  misfittingWeights(layers, field(samples[0], 'inputs'), faults);
  misfittingLoss(value, layers, samples, faults);
  misfittingSettings(value, 'optimizer', optimizerParts, penalties, faults);
  misfittingSettings(value, 'schedule', scheduleParts, [], faults);
  misfittingRule(field(value, 'initialWeights'), faults);
  repeatedRates(listAt(value, 'learningRates', MAX_LEARNING_RATES), faults);
}

function misfittingLayer(layers: readonly unknown[], layer: unknown, l: number, faults: Faults): void {
  if (typeof layer !== 'object' || layer === null) return;
  const given = (key: string): boolean => field(layer, key) !== undefined;
  if (!given('weights') && !given('units'))
    faults.add(() => ({
      path: `layers[${l}].weights`,
      message: 'missing; give a list in [ ], or "units" to have them drawn.',
    }));
  if (given('weights') && given('units'))
    faults.add(() => ({ path: `layers[${l}].units`, message: 'stands beside "weights"; keep one of the two.' }));
  const [activation, bias] = [field(layer, 'activation'), field(layer, 'bias')];
  if (activation === 'softmax' && l < layers.length - 1)
    faults.add(() => ({
      path: `layers[${l}].activation`,
      message: 'is softmax, which only the output layer can have.',
    }));
  if (given('slope') && activation !== 'leaky-relu')
    faults.add(() => ({ path: `layers[${l}].slope`, message: 'has a meaning for "leaky-relu" only; remove it.' }));
  if (given('trainBias') && !given('bias'))
    faults.add(() => ({
      path: `layers[${l}].trainBias`,
      message: 'has no meaning without "bias"; give that too, or remove it.',
    }));
  const units = unitsOf(layer);
  if (isList(bias) && bias.length > 0 && units !== undefined && bias.length !== units)
    faults.add(() => ({
      path: `layers[${l}].bias`,
      message: `holds ${bias.length} biases, but must hold ${units}: one for each unit of the layer, or a single number for all.`,
    }));
}

function misfittingWeights(layers: readonly unknown[], inputs: unknown, faults: Faults): void {
  let before = isList(inputs) ? inputs.length : undefined;
  let count = 0;
  for (const [l, layer] of layers.entries()) {
    const source = l === 0 ? 'inputs of the samples' : `units of layers[${l - 1}]`;
    for (const [u, row] of listAt(layer, 'weights').entries()) {
      if (isList(row) && before !== undefined && row.length !== before && row.length > 0 && before > 0)
        faults.add(() => ({
          path: `layers[${l}].weights[${u}]`,
          message: `holds ${row.length} weights, but must hold ${before}: one for each of the ${source}.`,
        }));
    }
    const units = unitsOf(layer);
    count += (before ?? 0) * (units ?? 0);
    before = units;
  }
  if (count > EXCEL_COLUMNS)
    faults.add(() => ({
      path: 'layers',
      message: `hold ${count} weights, more than the ${EXCEL_COLUMNS} columns of a sheet; give them fewer units.`,
    }));
}

const demandsByName: ReadonlyMap<unknown, (typeof lossDemands)[keyof typeof lossDemands]> = new Map(
  Object.entries(lossDemands),
);

function misfittingLoss(value: unknown, layers: readonly unknown[], samples: readonly unknown[], faults: Faults): void {
  const loss = field(value, 'loss');
  const { outputs: wanted, targets } = demandsByName.get(loss) ?? {};
  const last = layers.length - 1;
  const activation = field(layers[last], 'activation');
  if (wanted !== undefined && typeof activation === 'string' && activation !== wanted)
    faults.add(() => ({
      path: `layers[${last}].activation`,
      message: `must be "${wanted}" for the loss "${loss}", not ${inQuotes(activation)}; or choose another loss.`,
    }));
  if (targets === undefined) return;
  for (const [s, sample] of samples.entries())
    for (const [k, target] of listAt(sample, 'targets').entries())
      if (typeof target === 'number' && !targets.allow(target))
        faults.add(() => ({
          path: `samples[${s}].targets[${k}]`,
          message: `must be ${targets.words} for the loss "${loss}", not ${target}.`,
        }));
}

type Fields = readonly { readonly field: string }[];

/** Settings of an optimizer or a schedule that another one has. @param common those that all of them have */
function misfittingSettings(
  value: unknown,
  place: string,
  parts: Readonly<Record<string, { readonly settings: Fields }>>,
  common: Fields,
  faults: Faults,
): void {
  const [given, name] = [field(value, place), field(field(value, place), 'name')];
  if (typeof name !== 'string' || !Object.hasOwn(parts, name)) return;
  const own = [...(parts[name]?.settings ?? []), ...common].map((setting) => setting.field);
  const others = new Set(Object.values(parts).flatMap(({ settings }) => settings.map((setting) => setting.field)));
  for (const other of others)
    if (!own.includes(other) && field(given, other) !== undefined)
      faults.add(() => ({
        path: `${place}.${other}`,
        message: `has no meaning for "${name}"; remove it. Its settings are: ${own.join(', ')}.`,
      }));
}

/** Settings of rules, and which rules have them. */
const ruleSettings: readonly (readonly [setting: string, has: (rule: unknown) => boolean, which: string])[] = [
  ['seed', (rule) => rule !== 'equal', 'has no meaning for the rule "equal", which draws nothing'],
  ['range', (rule) => rule === 'uniform', 'has a meaning for the rule "uniform" only'],
  ['value', (rule) => rule === 'equal', 'has a meaning for the rule "equal" only'],
];

function misfittingRule(initialWeights: unknown, faults: Faults): void {
  for (const [setting, has, which] of ruleSettings)
    if (field(initialWeights, setting) !== undefined && !has(field(initialWeights, 'rule')))
      faults.add(() => ({ path: `initialWeights.${setting}`, message: `${which}; remove it.` }));
}

function repeatedRates(rates: readonly unknown[], faults: Faults): void {
  for (const [k, rate] of rates.entries())
    if (typeof rate === 'number' && rates.indexOf(rate) < k)
      faults.add(() => ({ path: `learningRates[${k}]`, message: `repeats ${rate}; give each learning rate once.` }));
}
