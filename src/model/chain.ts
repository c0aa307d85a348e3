import { type Expression, product, sum, symbol } from '../expression/tree.ts';
import type { Bias, Layer, Unit, Weight } from '../quantities/layer.ts';
import { derivativeOf, errorBy, quantityName } from '../quantities/quantity.ts';
import type { Pass, Topology } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import { activations } from './activation/index.ts';
import { reachedBy, slopeOf } from './backward.ts';
import type { Step } from './step.ts';
import { stepWords } from './step-words.ts';

/**
 * The steps that lead back through a layer: the factors of the chain rule, then every gradient, spelled out factor by factor from the
 * error to the weight. Those of the output layer come in the order of the weights, those of hidden layers the other way round.
 */
export function backwardSteps(
  topology: Topology,
  pass: Pass,
  l: number,
  plain: (names: readonly string[]) => readonly Step[],
): readonly Step[] {
  const { layers } = viewOf(topology, pass);
  const layer = layers[l];
  if (layer === undefined) return [];
  const chain: Chain = { pass, layer, next: layers[l + 1] };
  const weights = layer.units.flatMap((unit) => unit.weights.map((weight) => weightStep(chain, unit, weight)));
  return [
    ...plain(factorNames(pass, layer)),
    ...(chain.next === undefined ? weights : weights.reverse()),
    ...layer.biases.filter((bias) => bias.trained).map((bias) => biasStep(chain, bias)),
  ];
}

/** A layer, and the one that it feeds, in a pass. */
interface Chain {
  readonly pass: Pass;
  readonly layer: Layer;
  readonly next: Layer | undefined;
}

const by = ({ pass }: Pick<Chain, 'pass'>, name: string): string => quantityName(errorBy(pass, name));

/** The names of a layer's factors, in the order of computation. */
function factorNames(pass: Pass, layer: Layer): readonly string[] {
  const { units } = layer;
  const slopes = (unit: number): readonly string[] =>
    reachedBy(layer, unit).map((other) => quantityName(slopeOf(layer, unit, other)));
  const first = units.map((unit) => by({ pass }, unit.activation));
  const last = units.map((unit) => by({ pass }, unit.netInput));
  return activations[layer.activation].joint
    ? [...first, ...units.flatMap((_, u) => slopes(u)), ...last]
    : units.flatMap((_, u) => [...first.slice(u, u + 1), ...slopes(u), ...last.slice(u, u + 1)]);
}

/**
 * The factors of ∂E/∂net of a unit: ∂E/∂a and ∂a/∂net. Where the function takes the whole layer, ∂E/∂net is a sum of such products, which
 * has a step of its own and stands as it is.
 */
function netInputFactors({ pass }: Chain, layer: Layer, unit: Unit): readonly Expression[] {
  const u = layer.units.indexOf(unit);
  return activations[layer.activation].joint
    ? [symbol(by({ pass }, unit.netInput))]
    : [symbol(by({ pass }, unit.activation)), symbol(quantityName(slopeOf(layer, u, u)))];
}

/** The factors from the error to the net input of a unit, and the other names that they use. */
function factorsTo(chain: Chain, unit: Unit, aliases: Map<string, string>): readonly Expression[] {
  const { layer, next } = chain;
  if (next === undefined) return netInputFactors(chain, layer, unit);
  const u = layer.units.indexOf(unit);
  const paths = next.units.map((target) => {
    const link = quantityName(derivativeOf(target.netInput, unit.activation));
    aliases.set(link, target.weights[u]?.name ?? '');
    return product(...netInputFactors(chain, next, target), symbol(link));
  });
  const reach = sum(...paths);
  const slope = symbol(quantityName(slopeOf(layer, u, u)));
  return reach.kind === 'product' ? [...reach.factors, slope] : [reach, slope];
}

function weightStep(chain: Chain, unit: Unit, weight: Weight): Step {
  const aliases = new Map<string, string>();
  const link = quantityName(derivativeOf(unit.netInput, weight.name));
  const formula = product(...factorsTo(chain, unit, aliases), symbol(link));
  aliases.set(link, weight.from);
  const name = by(chain, weight.name);
  return {
    name,
    column: name,
    later: 0,
    role: 'gradient',
    formula,
    aliases,
    words: stepWords.chain(weight, unit, chain.next?.units.length ?? 0),
  };
}

/** The last factor of a bias, ∂net/∂b, is 1, so that it is left out; of a bias that units share, the shares add up. */
function biasStep(chain: Chain, bias: Bias): Step {
  const aliases = new Map<string, string>();
  const units = chain.layer.units.filter(({ netInput }) => bias.units.includes(netInput));
  const shares = units.map((unit) =>
    units.length === 1 ? product(...factorsTo(chain, unit, aliases)) : symbol(by(chain, unit.netInput)),
  );
  const name = by(chain, bias.name);
  return {
    name,
    column: name,
    later: 0,
    role: 'gradient',
    formula: sum(...shares),
    aliases,
    words: stepWords.biasChain(bias),
  };
}
