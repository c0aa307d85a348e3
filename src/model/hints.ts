import { formulaText } from '../expression/text.ts';
import { errorBy, gradientBy, quantityName } from '../quantities/quantity.ts';
import { type Pass, type Topology, trainedOf } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import { activations } from './activation/index.ts';
import { reachedBy, slopeOf } from './backward.ts';
import { type Column, ruleFormula } from './column.ts';
import { hintWords } from './hint-words.ts';
import { losses } from './loss/index.ts';
import { movesByGradient } from './update.ts';

/** What helps a learner with a column, each more than the one before: a question, the way in words, the rule in symbols. */
export type Hints = readonly [question: string, words: string, rule: string];

/** The first two of them. */
type Pair = readonly [question: string, words: string];

/** Gives the hints to every column that has a rule. */
export function hintsOf(topology: Topology): (column: Column) => Hints {
  const known = new Map<string, Pair>(topology.passes.flatMap((pass) => pairsOf(topology, pass)));
  for (const { name } of trainedOf(topology)) {
    if (topology.passes.length > 1)
      known.set(quantityName(gradientBy(name)), hintWords.meanGradient(topology.passes.length));
    known.set(name, hintWords.learned(name, movesByGradient(topology)));
  }
  return ({ name, meaning, rule }) => {
    const formula = ruleFormula(rule);
    const [question, words] = known.get(name) ?? [hintWords.other, meaning];
    const symbols = formula === undefined ? meaning : `${name} = ${formulaText(formula)}`;
    return [question, words, rule.kind === 'learned' ? hintWords.rowAbove(symbols) : symbols];
  };
}

function pairsOf(topology: Topology, pass: Pass): readonly (readonly [string, Pair])[] {
  const { layers, errors } = viewOf(topology, pass);
  const by = (name: string): string => quantityName(errorBy(pass, name));
  const loss = losses[topology.loss];
  const last = layers.length - 1;
  return [
    ...errors.map((error) => [error.name, hintWords.error(error, loss.title)] as const),
    [pass.total, hintWords.total(loss.total)] as const,
    ...layers.flatMap((layer, l) => {
      const { title, joint } = activations[layer.activation];
      return [
        ...layer.units.flatMap((unit, u): readonly (readonly [string, Pair])[] => {
          const { netInput, activation } = unit;
          const own = errors[u];
          return [
            [netInput, hintWords.netInput(unit)],
            [activation, hintWords.activation(unit, title, joint)],
            [
              by(activation),
              l === last && own !== undefined
                ? hintWords.outputReaction(own, loss.total === 'mean' ? errors.length : 1)
                : hintWords.hiddenReaction(activation),
            ],
            ...reachedBy(layer, u).map((other): readonly [string, Pair] => [
              quantityName(slopeOf(layer, u, other)),
              hintWords.slope(unit, layer.units[other]?.netInput ?? '', title),
            ]),
            [by(netInput), hintWords.netInputReaction(unit, joint)],
            ...unit.weights.map(({ name }): readonly [string, Pair] => [by(name), hintWords.weightGradient(name)]),
          ];
        }),
        ...layer.biases.map((bias): readonly [string, Pair] => [by(bias.name), hintWords.biasGradient(bias)]),
      ];
    }),
  ];
}
