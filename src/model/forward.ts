import { apply, type Expression, number, product, quotient, sum, symbol } from '../expression/tree.ts';
import type { Layer, Named, Unit } from '../quantities/layer.ts';
import { quantityOf } from '../quantities/quantity.ts';
import { MEAN_ERROR, type OutputError, type Pass, SAMPLE, TOTAL_ERROR, type Topology } from '../quantities/topology.ts';
import { inPass, viewOf } from '../quantities/view.ts';
import { accuracyColumns, correctColumns } from './accuracy.ts';
import { activations, type LayerSymbols } from './activation/index.ts';
import type { Column, ColumnGroup, Role, Rule } from './column.ts';
import { losses } from './loss/index.ts';
import { newValue } from './update.ts';
import { quantityWords } from './words.ts';

/** The forward pass, from the targets and inputs to E_total, layer by layer; one pass for each sample of a batch. */
export function forwardGroups(topology: Topology): readonly ColumnGroup[] {
  const { passes, layers } = topology;
  const settings = topology.settings.map((item) => given(item.name, 'setting', quantityWords.setting(item.name)));
  const weights = layers.map((layer, l) => ({
    title: quantityWords.group.weights(l, layer.biases.length > 0),
    columns: weightColumns(topology, layer),
  }));
  const steering = settings.length === 0 ? [] : [{ title: quantityWords.group.settings, columns: settings }];
  const [only] = passes;
  if (only !== undefined && passes.length === 1) {
    const pass = passGroups(topology, only);
    return [
      pass.given,
      ...steering,
      ...weights.flatMap((group, l) => [group, ...pass.layers.slice(l, l + 1)]),
      pass.error,
    ];
  }
  return [
    ...steering,
    ...weights,
    ...passes.flatMap((pass) => {
      const { given: first, layers: units, error } = passGroups(topology, pass);
      return [first, ...units, error];
    }),
    {
      title: quantityWords.group.error,
      columns: [meanColumn(topology), ...epochColumns(topology), ...accuracyColumns(topology)],
    },
  ];
}

/** The groups of one way through the network. */
export function passGroups(topology: Topology, pass: Pass) {
  const { layers } = viewOf(topology, pass);
  const title = (text: string): string => quantityWords.group.inPass(pass, text);
  return {
    given: { title: title(quantityWords.group.given), columns: givenColumns(topology, pass) },
    layers: layers.map((layer, l) => ({
      title: title(quantityWords.group.layer(topology, l)),
      columns: unitColumns(layer),
    })),
    error: { title: title(quantityWords.group.error), columns: errorColumns(topology, pass) },
  };
}

/** The net input of a unit: the weighted sum of what feeds it, and its bias. */
export function netInput({ weights, bias }: Unit): Expression {
  return sum(
    ...weights.map((weight) => product(symbol(weight.name), symbol(weight.from))),
    ...(bias === undefined ? [] : [symbol(bias)]),
  );
}

/** The names of a layer's numbers, as its activation function needs them. */
export function layerSymbols({ units, slope, largest }: Layer): LayerSymbols {
  return {
    netInputs: units.map((unit) => symbol(unit.netInput)),
    activations: units.map((unit) => symbol(unit.activation)),
    slope: slope === undefined ? undefined : symbol(slope),
    largest: largest === undefined ? undefined : symbol(largest),
  };
}

function column(name: string, role: Role, rule: Rule, meaning: string): Column {
  return { quantity: quantityOf(name), name, role, rule, meaning };
}

const given = (name: string, role: Role, meaning: string): Column => column(name, role, { kind: 'given' }, meaning);

const computed = (name: string, role: Role, formula: Expression, meaning: string): Column =>
  column(name, role, { kind: 'computed', formula }, meaning);

function givenColumns(topology: Topology, pass: Pass): readonly Column[] {
  const { inputs, targets, errors } = viewOf(topology, pass);
  const { epoch, samples, passes } = topology;
  /** The samples that go this way in the iterations of an epoch. */
  const own = samples.filter((_, s) => s % passes.length === (pass.sample ?? 1) - 1);
  const item = (role: 'target' | 'input', { name }: Named, of: readonly (Named | undefined)[], meaning: string) =>
    epoch === 1
      ? given(name, role, meaning)
      : column(name, role, { kind: 'in-turn', every: epoch, of: of.map((each) => each?.name ?? '') }, meaning);
  const number = quantityWords.sample(samples.length, passes.length);
  return [
    ...(epoch > 1 ? [column(inPass(SAMPLE, pass), 'input', { kind: 'in-turn', every: epoch }, number)] : []),
    ...targets.map((target, k) =>
      item(
        'target',
        target,
        own.map((sample) => sample.targets[k]),
        quantityWords.target(errors[k]?.output, k, topology.outputNames[k]),
      ),
    ),
    ...inputs.map((input, k) =>
      item(
        'input',
        input,
        own.map((sample) => sample.inputs[k]),
        quantityWords.input(k, topology.inputColumns[k]),
      ),
    ),
  ];
}

function weightColumns(topology: Topology, layer: Layer): readonly Column[] {
  const learned = (name: string, meaning: string): Column =>
    column(name, 'weight', { kind: 'learned', update: newValue(topology.optimizer, name) }, meaning);
  return [
    ...layer.units.flatMap((unit) =>
      unit.weights.map((weight) => learned(weight.name, quantityWords.weight(weight, unit))),
    ),
    ...layer.biases.map((bias) =>
      bias.trained
        ? learned(bias.name, quantityWords.bias(bias))
        : given(bias.name, 'weight', quantityWords.bias(bias)),
    ),
  ];
}

/** Net inputs and activations, unit by unit; where the function takes the whole layer, all net inputs come first. */
function unitColumns(layer: Layer): readonly Column[] {
  const { title, value, joint, textbook } = activations[layer.activation];
  const symbols = layerSymbols(layer);
  const sums = layer.units.map((unit) =>
    computed(unit.netInput, 'forward', netInput(unit), quantityWords.netInput(unit)),
  );
  const values = layer.units.map((unit, u) =>
    computed(unit.activation, 'forward', value(symbols, u), quantityWords.activation(unit, title, textbook)),
  );
  if (!joint) return sums.flatMap((each, u) => [each, ...values.slice(u, u + 1)]);
  const { largest } = layer;
  const largestColumn =
    largest === undefined
      ? []
      : [computed(largest, 'forward', apply('max', ...symbols.netInputs), quantityWords.largest)];
  return [...sums, ...largestColumn, ...values];
}

function errorColumns(topology: Topology, pass: Pass): readonly Column[] {
  const { errors } = viewOf(topology, pass);
  const { title, error } = losses[topology.loss];
  return [
    ...errors.map((item) =>
      computed(item.name, 'error', error(symbol(item.target), symbol(item.output)), quantityWords.error(item, title)),
    ),
    computed(
      pass.total,
      pass.sample === undefined ? 'total' : 'error',
      totalOf(topology, errors),
      quantityWords.total(pass, losses[topology.loss].total),
    ),
    ...(pass.sample === undefined ? epochColumns(topology) : []),
    ...correctColumns(topology, pass),
    ...(pass.sample === undefined ? accuracyColumns(topology) : []),
  ];
}

/** The mean error of an epoch, where there is more than one batch. */
function epochColumns({ epoch }: Topology): readonly Column[] {
  if (epoch === 1) return [];
  const rule = { kind: 'running-mean', of: TOTAL_ERROR, iterations: epoch } as const;
  return [column(MEAN_ERROR, 'total', rule, quantityWords.runningMean(epoch))];
}

/** The errors of all outputs in one number. */
function totalOf({ loss }: Topology, errors: readonly OutputError[]): Expression {
  const all = sum(...errors.map(({ name }) => symbol(name)));
  return losses[loss].total === 'mean' && errors.length > 1 ? quotient(all, number(errors.length)) : all;
}

/** E_total of several samples. */
function meanColumn({ passes, epoch }: Topology): Column {
  const all = sum(...passes.map(({ total }) => symbol(total)));
  return computed(
    TOTAL_ERROR,
    'total',
    quotient(all, number(passes.length)),
    quantityWords.batchTotal(passes.length, epoch > 1),
  );
}
