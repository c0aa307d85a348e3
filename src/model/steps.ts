import { keyOf, symbolsIn } from '../expression/symbols.ts';
import { type Mention, symbol } from '../expression/tree.ts';
import { ACCURACY, CORRECT } from '../quantities/classes.ts';
import { gradientBy, quantityName } from '../quantities/quantity.ts';
import { LEARNING_RATE, type Pass, TOTAL_ERROR, type Topology, trainedOf } from '../quantities/topology.ts';
import { inPass, viewOf } from '../quantities/view.ts';
import { backwardSteps } from './chain.ts';
import { type Column, type ColumnGroup, formulaOf } from './column.ts';
import { optimizers } from './optimizer/index.ts';
import { columnsOf } from './quantities.ts';
import { newName, type Step, type StepSection } from './step.ts';
import { stepWords } from './step-words.ts';
import { newValue } from './update.ts';
import { quantityWords } from './words.ts';

/**
 * Every step of one iteration: forward, error, backward through the output layer, backward through the hidden layers, for each sample
 * of a batch; then their means, the learning rate where it changes, what the optimizer makes of all, and the update. The gradients of the output layer come in the
 * order w5 … w8, those of the hidden layers in the order w4 … w1, as in class.
 */
export function stepSections(topology: Topology, groups: readonly ColumnGroup[]): readonly StepSection[] {
  const columns = columnsOf(groups);
  const named = new Map(columns.map((column) => [column.name, column]));
  const plain = (names: readonly string[]): readonly Step[] =>
    names.flatMap((name) => {
      const column = named.get(name);
      return column === undefined ? [] : [plainStep(column)];
    });
  const trained = trainedOf(topology).map(({ name }) => name);
  const states = columns.filter(({ role, name }) => role === 'state' && name !== LEARNING_RATE).map(({ name }) => name);
  const { section } = stepWords;
  const optimizer = optimizers[topology.optimizer.name];
  // A share over several iterations is none of this one.
  const shares = columns
    .filter(({ name }) => name === ACCURACY || name === CORRECT)
    .flatMap((column) => (formulaOf(column) === undefined ? [] : [column.name]));
  const mean: readonly StepSection[] =
    topology.passes.length === 1
      ? []
      : [
          {
            kind: 'mean',
            ...ofAll(section.mean),
            steps: plain([TOTAL_ERROR, ...shares, ...trained.map((name) => quantityName(gradientBy(name)))]),
          },
        ];
  const { course } = topology;
  const rate: readonly StepSection[] =
    course === undefined ? [] : [{ kind: 'rate', ...ofAll(section.rate(course)), steps: plain([LEARNING_RATE]) }];
  const sections: readonly StepSection[] = [
    ...topology.passes.flatMap((pass) => passSections(topology, pass, columns, plain)),
    ...mean,
    ...rate,
    { kind: 'optimizer', ...ofAll(section.optimizer(optimizer.title)), steps: plain(states) },
    {
      kind: 'update',
      ...ofAll(section.update(optimizer.why)),
      steps: trained.map((name) => updateStep(topology, name)),
    },
  ];
  return sections.filter(({ steps }) => steps.length > 0);
}

/** The words of a section that is of no single sample. */
const ofAll = ({ title, why }: { readonly title: string; readonly why: string }) => ({
  title,
  plainTitle: title,
  sample: undefined,
  why,
});

/** The sections of one way through the network. */
function passSections(
  topology: Topology,
  pass: Pass,
  columns: readonly Column[],
  plain: (names: readonly string[]) => readonly Step[],
): readonly StepSection[] {
  const view = viewOf(topology, pass);
  const last = view.layers.length - 1;
  const units = view.layers.flatMap((layer) => [
    ...layer.units.flatMap(({ netInput, activation }) => [netInput, activation]),
    ...(layer.largest === undefined ? [] : [layer.largest]),
  ]);
  const inOrder = columns.filter(({ name }) => units.includes(name)).map(({ name }) => name);
  const { section } = stepWords;
  const titled = ({ title, why }: { readonly title: string; readonly why: string }) => ({
    title: quantityWords.group.inPass(pass, title),
    plainTitle: title,
    sample: pass.sample,
    why,
  });
  const hidden = view.layers.slice(0, -1).map((_, l) => last - 1 - l);
  return [
    { kind: 'forward', ...titled(section.forward), steps: plain(inOrder) },
    {
      kind: 'error',
      ...titled(section.error),
      steps: plain([...view.errors.map(({ name }) => name), pass.total, inPass(CORRECT, pass)]),
    },
    { kind: 'backward-output', ...titled(section.backwardOutput), steps: backwardSteps(topology, pass, last, plain) },
    {
      kind: 'backward-hidden',
      ...titled(section.backwardHidden),
      steps: hidden.flatMap((l) => backwardSteps(topology, pass, l, plain)),
    },
  ];
}

function plainStep(column: Column): Step {
  const formula = formulaOf(column);
  if (formula === undefined) throw new RangeError(`${column.name} is given, not computed.`);
  const { name, role, meaning } = column;
  return { name, column: name, later: 0, role, formula, aliases: new Map(), words: meaning };
}

function updateStep(topology: Topology, name: string): Step {
  return {
    name: newName(name),
    column: name,
    later: 1,
    role: 'weight',
    formula: newValue(topology.optimizer, name),
    aliases: new Map(),
    words: stepWords.update(name),
  };
}

/** What formulas of steps mention and no step computes, in the order in which it first stands there: what an iteration starts from. */
export function startOf(sections: readonly StepSection[]): readonly Mention[] {
  const steps = sections.flatMap((section) => section.steps);
  const computed = new Set(steps.map(({ name }) => name));
  const used = steps.flatMap(({ formula, aliases }) =>
    symbolsIn(formula).map(({ name, row }) => symbol(aliases.get(name) ?? name, row)),
  );
  const first = new Map(used.map((mention) => [keyOf(mention), mention]));
  return [...first.values()].filter(({ name, row }) => row !== 0 || !computed.has(name));
}
