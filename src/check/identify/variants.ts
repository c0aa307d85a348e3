import { activations } from '../../model/activation/index.ts';
import { type ActivationName, activationNames, lossNames, type Network } from '../../network/network.ts';
import { trainedOf } from '../../quantities/topology.ts';
import { type View, viewOf } from '../../quantities/view.ts';
import type { Judged } from '../judge/table.ts';
import { areRight, areWrong, judgementsOf } from './fitting.ts';
import { otherSamples } from './samples.ts';
import { type JudgeAs, type Variant, type VariantStep, withDifference } from './variant.ts';

/** Activations that learners take for one another. */
const ACTIVATIONS = activationNames.filter((name) => !activations[name].joint);

/**
 * The network that a table fits better, by what its forward pass shows: another activation in all units of a layer, another loss,
 * biases that stay, samples in turn. Undefined where nothing of the kind is to be seen.
 */
export function variantOf(base: Judged, judgeAs: JudgeAs): Variant | undefined {
  const { table } = base.reading;
  const layers = table.topology.layers.map((_, l) => l);
  const everywhere = everywhereIn(table.network);
  const steps = [
    otherSamples,
    otherBiases,
    // First one for all layers, which is then one mistake.
    otherActivation(layers, everywhere),
    ...layers.map((l) => otherActivation([l], everywhere)),
    otherLoss,
  ];
  let variant: Variant = { network: table.network, withoutHalf: table.withoutHalf, differences: [] };
  let judged = base;
  for (const step of steps) {
    const next = step(variant, judged, judgeAs);
    const again = next === undefined ? undefined : judgeAs(next.network, next.withoutHalf);
    if (next === undefined || again === undefined) continue;
    variant = next;
    judged = again;
  }
  return variant.differences.length === 0 ? undefined : variant;
}

/** A network with one activation in all layers, one for each. */
function everywhereIn(network: Network): (activation: ActivationName) => Network {
  const known = new Map<ActivationName, Network>();
  return (activation) => {
    const before = known.get(activation);
    if (before !== undefined) return before;
    const other = { ...network, layers: network.layers.map((layer) => ({ ...layer, activation })) };
    known.set(activation, other);
    return other;
  };
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What activations are called in a sentence. */
const titleOf = (name: ActivationName): string =>
  name === 'linear' ? 'no function at all' : `${name.endsWith('sigmoid') ? 'the ' : ''}${activations[name].title}`;

/** A network as each of its passes names it. */
const viewsOf = ({ reading: { table } }: Judged): readonly View[] =>
  table.topology.passes.map((pass) => viewOf(table.topology, pass));

const errorsOf = (judged: Judged): readonly string[] =>
  viewsOf(judged).flatMap(({ errors }) => errors.map(({ name }) => name));

/** What shows the activations of some units: their columns, or, where outputs have none, the errors. */
function witnesses(judged: Judged, names: readonly string[]): readonly string[] {
  const { tracks } = judged.reading.table;
  const areOutputs = viewsOf(judged).some(({ errors }) => errors.some(({ output }) => names.includes(output)));
  return names.some((name) => tracks.has(name)) || !areOutputs ? names : errorsOf(judged);
}

/** Activations in the order in which they are tried. Of net inputs above 0 ReLU is the same as none; the formula tells them apart. */
function likeliest({ reading: { grid }, numbers }: Judged, names: readonly string[]): readonly ActivationName[] {
  const chooses = names.some((name) => {
    const cell = numbers.cell(name, 0);
    const ast = cell === undefined ? undefined : grid.formula(cell);
    return ast !== undefined && ast.kind !== 'cell';
  });
  return chooses ? ACTIVATIONS : ['linear', ...ACTIVATIONS.filter((each) => each !== 'linear')];
}

/** Another activation in all units of some layers. @param everywhere the network with an activation in all layers */
const otherActivation =
  (which: readonly number[], everywhere: (activation: ActivationName) => Network): VariantStep =>
  (variant, judged, judgeAs) => {
    const { topology, tracks } = judged.reading.table;
    const layers = which.flatMap((l) => topology.layers[l] ?? []);
    const units = viewsOf(judged).flatMap((view) => which.flatMap((l) => view.layers[l]?.units ?? []));
    const names = units.map(({ activation }) => activation);
    const before = layers[0]?.activation;
    const own = witnesses(judged, names);
    if (before === undefined || !areWrong(judgementsOf(judged, own))) return undefined;
    // Activations that have their net inputs beside them are the same whatever the other layers are.
    const alone = units.every(({ netInput, activation }) => tracks.has(netInput) && tracks.has(activation));
    for (const activation of likeliest(judged, names).filter((each) =>
      layers.every((layer) => layer.activation !== each),
    )) {
      const fits = (network: Network): boolean => {
        const again = judgeAs(network, variant.withoutHalf, own);
        return again !== undefined && areRight(judgementsOf(again, own));
      };
      if (alone && !fits(everywhere(activation))) continue;
      const network = {
        ...variant.network,
        layers: variant.network.layers.map((each, l) => (which.includes(l) ? { ...each, activation } : each)),
      };
      if (!alone && !fits(network)) continue;
      const columns = names.filter((name) => tracks.has(name));
      const [quantity = ''] = columns.length === 0 ? names : columns;
      const shown = [...new Set((columns.length === 0 ? names : columns).map((name) => name.replace(/@\d+$/, '')))];
      return withDifference(
        variant,
        { network },
        {
          quantity,
          mistake: true,
          message: `${listed(shown)} ${shown.length === 1 ? 'is' : 'are'} computed with ${titleOf(activation)} in place of ${titleOf(before)}`,
        },
      );
    }
    return undefined;
  };

/** Another loss, or one without its ½. */
const otherLoss: VariantStep = (variant, judged, judgeAs) => {
  const { loss } = judged.reading.table.topology;
  const names = errorsOf(judged);
  const own = judgementsOf(judged, names).length > 0 ? names : ['E_total'];
  if (!areWrong(judgementsOf(judged, own))) return undefined;
  const [quantity = ''] = own;
  if (loss === 'half-squared-error' && areRight(judgementsOf(judgeAs(variant.network, true, own) ?? judged, own)))
    return withDifference(
      variant,
      { withoutHalf: true },
      { quantity, mistake: true, message: 'The loss is (t − a)², without the ½ of ½(t − a)²' },
    );
  for (const other of lossNames.filter((each) => each !== loss)) {
    const network = { ...variant.network, loss: other };
    const again = judgeAs(network, false, own);
    if (again !== undefined && areRight(judgementsOf(again, own)))
      return withDifference(
        variant,
        { network },
        { quantity, mistake: true, message: `The loss is ${other} in place of ${loss}` },
      );
  }
  return undefined;
};

/** Biases that training leaves as they are. */
const otherBiases: VariantStep = (variant, { reading, judgements, numbers }) => {
  const { table } = reading;
  const biases = trainedOf(table.topology).filter(({ name }) => name.startsWith('b') && table.tracks.has(name));
  const own = judgements.filter(({ name }) => biases.some((bias) => bias.name === name));
  const stays = (name: string): boolean =>
    Array.from({ length: table.iterations }, (_, k) => numbers.at(name, k)).every(
      (value) => value === numbers.at(name, 0),
    );
  const [first] = biases;
  if (first === undefined || table.iterations < 2 || !areWrong(own) || !biases.every(({ name }) => stays(name)))
    return undefined;
  const layers = variant.network.layers.map((layer) =>
    layer.bias === undefined ? layer : { ...layer, trainBias: false },
  );
  return withDifference(
    variant,
    { network: { ...variant.network, layers } },
    { quantity: first.name, mistake: false, message: 'The biases stay what they are in every row' },
  );
};
