import { apply, difference, type Expression, product, quotient, sum, symbol } from '../../expression/tree.ts';
import { ITERATION, LEARNING_RATE } from '../../quantities/topology.ts';

/** Symbols that optimizers share. */
export const eta = symbol(LEARNING_RATE);
export const k = symbol(ITERATION);
export const mu = symbol('μ');
export const alpha = symbol('α');
export const beta1 = symbol('β1');
export const beta2 = symbol('β2');
export const epsilon = symbol('ε');

/** value − η·direction / (√square + ε), the step of every optimizer that measures gradients against their size. */
export const scaledStep = (value: Expression, direction: Expression, square: Expression): Expression =>
  difference(value, quotient(product(eta, direction), sum(apply('sqrt', square), epsilon)));
