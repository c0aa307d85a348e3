import type { ScheduleName } from '../network/network.ts';
import { ITERATIONS } from '../quantities/rate-settings.ts';
import type { Topology } from '../quantities/topology.ts';
import { add, applied, divide, multiply, raise, subtract } from './cell-number.ts';
import type { Steering } from './optimizers.ts';

/** The learning rate of an iteration, counted from 1. */
type Rate = (iteration: number) => number;

/** Every schedule, in the arithmetic of cells. Source of the definitions: PyTorch documentation, torch.optim.lr_scheduler. */
const scheduledRates: Readonly<Record<ScheduleName, (first: number, of: Steering) => Rate>> = {
  step: (first, of) => (k) => multiply(first, raise(of('factor'), applied(Math.floor, divide(k - 1, of('every'))))),
  exponential: (first, of) => (k) => multiply(first, raise(of('factor'), k - 1)),
  cosine: (first, of) => (k) => {
    const wave = add(1, applied(Math.cos, divide(multiply(Math.PI, k - 1), of(ITERATIONS))));
    return add(of('least'), divide(multiply(subtract(first, of('least')), wave), 2));
  },
};

/** The learning rate of every iteration. @param first η, or where it changes what it is made of */
export function ratesOf({ course }: Topology, first: number, of: Steering): Rate {
  if (course === undefined) return () => first;
  const { schedule, warmUp } = course;
  const scheduled: Rate = schedule === undefined ? () => first : scheduledRates[schedule.name](first, of);
  return warmUp === undefined ? scheduled : (k) => multiply(scheduled(k), Math.min(1, divide(k, warmUp)));
}
