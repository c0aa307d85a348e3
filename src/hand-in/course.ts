/** What an error curve shows, as numbers. Everything that is said of it in words is counted here, iteration by iteration. */

/** An error of a run, and the iteration that has it. */
export interface CurvePoint {
  readonly value: number;
  readonly iteration: number;
}

/** The facts of a curve. */
export interface CourseFacts {
  readonly iterations: number;
  readonly first: number;
  /** Of the last iteration that has a number. */
  readonly last: number;
  /** The first iteration without a number. */
  readonly divergedAt: number | undefined;
  /** The smallest, and the first iteration that comes to it but for a billionth. */
  readonly smallest: CurvePoint;
  readonly largest: CurvePoint;
  /** How many steps from one iteration to the next make the error larger, and how many smaller, by more than a billionth of it. */
  readonly rises: number;
  readonly falls: number;
  /** How often it turns: a step that makes it smaller after one that made it larger, or the other way round. */
  readonly turns: number;
  /** Where a share of the way from the first error down to the last is reached for the first time. */
  readonly reached: (share: number) => number | undefined;
  /** Where the error is below the threshold for the first time, and how often later it is not. */
  readonly below: number | undefined;
  readonly backAbove: number;
  /** The smallest and the largest error from an iteration on. */
  readonly rangeFrom: (iteration: number) => readonly [smallest: number, largest: number];
  readonly at: (iteration: number) => number;
}

/** Numbers this near to each other, relative to their size, count as the same: programs round differently. */
const SAME = 1e-9;

/**
 * Looks at a curve.
 *
 * @param values the error of every iteration; once there is no number, there never is
 * @param threshold an error to get below
 */
export function courseFacts(values: Float64Array, threshold: number): CourseFacts {
  const error = values.findIndex((value) => !Number.isFinite(value));
  const numbers = error < 0 ? values : values.subarray(0, error);
  const at = (iteration: number): number => values[iteration - 1] ?? Number.NaN;
  const [first, last] = [numbers[0] ?? Number.NaN, numbers.at(-1) ?? Number.NaN];
  const least = extreme(numbers, (value, best) => value < best).value;
  const below = numbers.findIndex((value) => value < threshold);
  const steps = stepsOf(numbers);
  return {
    iterations: values.length,
    ...{ first, last, at },
    divergedAt: error < 0 ? undefined : error + 1,
    smallest: { value: least, iteration: numbers.findIndex((value) => value <= least + SAME * Math.abs(least)) + 1 },
    largest: extreme(numbers, (value, best) => value > best),
    ...steps,
    reached: (share) => {
      const found = last < first ? numbers.findIndex((value) => value <= first - share * (first - last)) : -1;
      return found < 0 ? undefined : found + 1;
    },
    below: below < 0 ? undefined : below + 1,
    backAbove: below < 0 ? 0 : numbers.subarray(below).reduce((count, value) => count + Number(value >= threshold), 0),
    rangeFrom: (iteration) => {
      const part = numbers.subarray(iteration - 1);
      return [extreme(part, (a, b) => a < b).value, extreme(part, (a, b) => a > b).value];
    },
  };
}

function stepsOf(numbers: Float64Array): Pick<CourseFacts, 'rises' | 'falls' | 'turns'> {
  const count = { rises: 0, falls: 0, turns: 0 };
  let direction = 0;
  for (let k = 1; k < numbers.length; k++) {
    const [before = 0, value = 0] = [numbers[k - 1], numbers[k]];
    const change = Math.abs(value - before) > SAME * Math.abs(before) ? Math.sign(value - before) : 0;
    if (change === 0) continue;
    if (change > 0) count.rises++;
    else count.falls++;
    if (direction !== 0 && change !== direction) count.turns++;
    direction = change;
  }
  return count;
}

/** The first of the best numbers. */
function extreme(numbers: Float64Array, better: (value: number, best: number) => boolean): CurvePoint {
  let [value, iteration] = [numbers[0] ?? Number.NaN, 1];
  for (const [k, each] of numbers.entries()) if (better(each, value)) [value, iteration] = [each, k + 1];
  return { value, iteration };
}
