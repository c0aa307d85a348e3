import { apply, type Expression, ONE, product, quotient, symbol } from '../expression/tree.ts';
import type { RateCourse } from '../network/schedule.ts';
import { quantityOf } from '../quantities/quantity.ts';
import { WARM_UP } from '../quantities/rate-settings.ts';
import { FIRST_RATE, ITERATION, LEARNING_RATE, type Topology } from '../quantities/topology.ts';
import type { ColumnGroup } from './column.ts';
import { schedules } from './schedule/index.ts';
import { quantityWords } from './words.ts';

/** The learning rate of every iteration, where it changes; no group where it stays as it is. */
export function rateGroups(topology: Topology): readonly ColumnGroup[] {
  const formula = rateFormula(topology);
  if (formula === undefined) return [];
  const column = {
    quantity: quantityOf(LEARNING_RATE),
    name: LEARNING_RATE,
    role: 'state',
    rule: { kind: 'computed', formula },
    meaning: quantityWords.rate,
  } as const;
  return [{ title: quantityWords.group.rate, columns: [column] }];
}

/** How the learning rate of an iteration is made; undefined where it stays as it is. */
export const rateFormula = ({ course }: Pick<Topology, 'course'>): Expression | undefined => course && rateOf(course);

/** η of iteration k: what the schedule makes of η0, and of that the share of a warm-up. */
function rateOf({ schedule, warmUp }: RateCourse): Expression {
  const scheduled = schedule === undefined ? symbol(FIRST_RATE) : schedules[schedule.name].rate;
  if (warmUp === undefined) return scheduled;
  return product(scheduled, apply('min', ONE, quotient(symbol(ITERATION), symbol(WARM_UP))));
}
