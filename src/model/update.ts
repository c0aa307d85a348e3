import { symbolsIn } from '../expression/symbols.ts';
import { above, type Expression, sum, symbol } from '../expression/tree.ts';
import type { OptimizerFile } from '../network/network.ts';
import { PENALISED_GRADIENT, penaltiesOf, stateName } from '../network/optimizer.ts';
import { gradientBy, quantityName, quantityOf } from '../quantities/quantity.ts';
import { type Topology, trainedOf } from '../quantities/topology.ts';
import type { Column, ColumnGroup } from './column.ts';
import { optimizers, type UpdateSymbols } from './optimizer/index.ts';
import { penaltyTerms } from './optimizer/penalties.ts';
import { quantityWords } from './words.ts';

/** Whether a step is −η·∂E/∂w, and nothing is made of the gradient before. */
export const movesByGradient = ({ optimizer }: Pick<Topology, 'optimizer'>): boolean =>
  optimizer.name === 'sgd' && penaltiesOf(optimizer).length === 0;

/** The new value of what training changes. */
export const newValue = (optimizer: OptimizerFile, name: string): Expression =>
  optimizers[optimizer.name].update(symbolsOf(optimizer, name));

/** What the optimizer makes of every gradient: penalties, then the states that it keeps. No group where there is nothing. */
export function stateGroups({ optimizer, layers }: Topology): readonly ColumnGroup[] {
  const columns = trainedOf({ layers }).flatMap(({ name }) => stateColumns(optimizer, name));
  return columns.length === 0 ? [] : [{ title: quantityWords.group.states(optimizers[optimizer.name].title), columns }];
}

function stateColumns(optimizer: OptimizerFile, name: string): readonly Column[] {
  const state = (symbolOf: string, formula: Expression, meaning: string): Column => {
    const own = stateName(symbolOf, name);
    const kind = readsRowAbove(formula) ? 'accumulated' : 'computed';
    return { quantity: quantityOf(own), name: own, role: 'state', rule: { kind, formula }, meaning };
  };
  const symbols = symbolsOf(optimizer, name);
  const penalties = penaltiesOf(optimizer);
  const added = penalties.map(({ field, symbol: factor }) => penaltyTerms[field].slope(symbol(factor), symbols.value));
  const penalised = sum(gradientOf(name), ...added);
  return [
    ...(penalties.length === 0 ? [] : [state(PENALISED_GRADIENT, penalised, quantityWords.penalised(name, penalties))]),
    ...optimizers[optimizer.name].states.map((each) => state(each.symbol, each.formula(symbols), each.meaning(name))),
  ];
}

const gradientOf = (name: string): Expression => symbol(quantityName(gradientBy(name)));

/** The gradient that an optimizer gets: that of the error, or where numbers are pulled towards 0, with what pulls. */
export const usedGradient = (optimizer: OptimizerFile, name: string): Expression =>
  penaltiesOf(optimizer).length === 0 ? gradientOf(name) : symbol(stateName(PENALISED_GRADIENT, name));

function symbolsOf(optimizer: OptimizerFile, name: string): UpdateSymbols {
  return {
    value: symbol(name),
    gradient: usedGradient(optimizer, name),
    state: (of) => symbol(stateName(of, name)),
    old: (of) => above(stateName(of, name)),
  };
}

const readsRowAbove = (formula: Expression): boolean => symbolsIn(formula).some(({ row }) => row !== 0);
