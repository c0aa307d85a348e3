import { apply, difference, exponential, named, negation, ONE, sum, ZERO } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/**
 * ln(1 + e^x), written so that no power is beyond a cell: max(x, 0) + ln(1 + e^(−|x|)). Its derivative is σ(x) = e^x / (1 + e^x), which is
 * e^(x − a), where a is the activation itself. Source: PyTorch documentation, torch.nn.Softplus, without its threshold.
 */
export const softplus = elementwise('softplus', {
  value: (x) =>
    named('softplus', x, sum(apply('max', x, ZERO), apply('ln', sum(ONE, exponential(negation(apply('abs', x))))))),
  textbook: (x) => `ln(1 + e^${x})`,
  derivative: (x, a) => named('σ', x, exponential(difference(x, a))),
});
