import { ACCURACY, CORRECT, TEST_ACCURACY, TEST_ERROR } from '../quantities/classes.ts';
import type { ScriptPlan } from './plan.ts';
import { comment, type Library } from './python.ts';

/** How a script says how well the network does: the share of samples whose class is right, and the error and the share of those that test. */

/** The share right of the samples whose outputs were computed last, where there are classes. */
export function rightLines({ classes, layers }: ScriptPlan, library: Library): readonly string[] {
  if (classes === undefined) return [];
  const a = `a_${layers.length}`;
  const [axis, values, number] = library === 'numpy' ? ['axis', '', ''] : ['dim', '.values', '.double()'];
  const keep = library === 'numpy' ? 'keepdims' : 'keepdim';
  const right =
    classes.kind === 'side'
      ? `((${a} - ${classes.middle}) * (t - ${classes.middle}) > 0)`
      : `((${a} == ${a}.max(${axis}=1, ${keep}=True)${values}) == (t == 1)).all(${axis}=1)`;
  return [comment('The share of the samples whose class is right.'), `right = ${right}${number}.mean()`];
}

/** What the weights of the iteration make of the samples that only test. @param forward computes outputs, errors and what is right */
export function testLines({ tests, classes }: ScriptPlan, forward: readonly string[]): readonly string[] {
  if (tests.inputs.length === 0) return [];
  return [
    comment('First the samples that only test, by the weights of this iteration.'),
    'a_0, t = test_inputs, test_targets',
    ...forward,
    `E_test = E_total${classes === undefined ? '' : '; right_test = right'}`,
  ];
}

/** The numbers that stand after E_total in the table: their names there, and in the script. */
export const scoresOf = ({ classes, tests, inputs, batch }: ScriptPlan): readonly (readonly [string, string])[] => [
  ...(classes === undefined ? [] : [[batch === inputs.length ? ACCURACY : CORRECT, 'right'] as const]),
  ...(tests.inputs.length === 0 ? [] : [[TEST_ERROR, 'E_test'] as const]),
  ...(tests.inputs.length === 0 || classes === undefined ? [] : [[TEST_ACCURACY, 'right_test'] as const]),
];
