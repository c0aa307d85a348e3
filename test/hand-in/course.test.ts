import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseFacts } from '../../src/hand-in/course.ts';
import { type CurveReading, courseText } from '../../src/hand-in/course-words.ts';
import { countText, numberText, percentText, placeText } from '../../src/hand-in/number-words.ts';
import { handIn } from '../../src/pipeline/hand-in.ts';
import { classWith, richNetwork } from '../helpers/networks.ts';
import { times } from '../helpers/sample.ts';

const THRESHOLD = 0.05;

const reading = (values: readonly number[], more: Partial<CurveReading> = {}): CurveReading => ({
  error: 'E_total',
  facts: courseFacts(Float64Array.from(values), THRESHOLD),
  state: 'a word of Start',
  finding: undefined,
  threshold: THRESHOLD,
  tail: values.length - Math.max(1, Math.round(values.length / 10)),
  half: Math.min(values.length - 2, Math.floor(values.length / 2) + 1),
  inBatches: false,
  place: undefined,
  called: 'learning rates',
  ...more,
});

describe('what is said of a curve', () => {
  test.each<[string, readonly number[], Partial<CurveReading>, string]>([
    [
      'that falls',
      [0.8, 0.4, 0.2, 0.1],
      { finding: 'falls', place: { place: 2, of: 3, diverged: 0 } },
      'E_total goes down from 0.8 in iteration 1 to 0.1 in iteration 4, 12.5 % of what it was. That is the 2nd smallest last error of all learning rates. ' +
        'The first update takes it to 0.4. It first reaches half of that way at iteration 2, and nine tenths of it at iteration 4. Every step makes it smaller. ' +
        'From iteration 3 to iteration 4 it still falls, by 50 %. It is never below the threshold 0.05.',
    ],
    [
      'that stays the same',
      [0.2, 0.2, 0.2, 0.2],
      { finding: 'still' },
      'E_total is 0.2 in iteration 1 and, in the digits shown, the same in iteration 4. No step changes it by more than a billionth. ' +
        'From the first iteration to the last it changes by no more than 0.1 %: it hardly moves. It is never below the threshold 0.05.',
    ],
    [
      'that is 0 throughout',
      [0, 0, 0],
      { finding: 'still' },
      'E_total is 0 in iteration 1 and, in the digits shown, the same in iteration 3. No step changes it by more than a billionth. ' +
        'From the first iteration to the last it changes by no more than 0.1 %: it hardly moves. It is below the threshold 0.05 at iteration 1 for the first time.',
    ],
    [
      'that rises from 0',
      [0, 0.1, 0.3],
      { finding: 'rises' },
      'E_total goes up from 0 in iteration 1 to 0.3 in iteration 3. Every step makes it larger. From iteration 2 to iteration 3 it rises, by 200 %. ' +
        'It is below the threshold 0.05 at iteration 1 for the first time; in 2 later iterations it is not.',
    ],
    [
      'that swings',
      [0.4, 0.01, 0.5, 0.01, 0.45],
      { finding: 'oscillates', half: 3 },
      'E_total goes up from 0.4 in iteration 1 to 0.45 in iteration 5, 113 % of what it was. Of its 4 steps, 2 make it smaller and 2 larger; it changes direction 3 times. ' +
        'In the second half of the run, from iteration 3 to 5, it goes up and down between 0.01 and 0.5. Its smallest value is 0.01, at iteration 2. ' +
        'Its largest value is 0.5, at iteration 3. It is below the threshold 0.05 at iteration 2 for the first time; in 2 later iterations it is not.',
    ],
    [
      'that diverges',
      [0.4, 3, 1e300, Number.NaN, Number.NaN],
      {},
      'E_total begins at 0.4, is $`1 \\cdot 10^{300}`$ in iteration 3, and is no number from iteration 4 on: the cells show #NUM!. ' +
        'The sheet `Start` says of this run: a word of Start. Every step before makes it larger. It is never below the threshold 0.05.',
    ],
    [
      'that has no number at all',
      [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
      {},
      'There is no curve: already in iteration 1 the cell of E_total shows #DIV/0!. The sheet `Start` says of this run: a word of Start.',
    ],
    [
      'of one iteration',
      [0.3],
      { finding: 'single' },
      'There is one iteration only, with E_total = 0.3: a point, and no curve yet. It is not below the threshold 0.05.',
    ],
    [
      'of a mean, whose second value is no update of the first',
      [0.4, 0.6, 0.3, 0.1],
      { finding: 'falls', inBatches: true, error: 'E_mean' },
      'E_mean goes down from 0.4 in iteration 1 to 0.1 in iteration 4, 25 % of what it was. It first reaches half of that way, and nine tenths of it, at iteration 4. ' +
        'Of its 3 steps, 2 make it smaller and 1 larger; it changes direction once. From iteration 3 to iteration 4 it still falls, by 66.7 %. ' +
        'Its largest value is 0.6, at iteration 2. It is never below the threshold 0.05.',
    ],
    [
      'that has levelled off where others diverge',
      [0.4, 0.1, 0.1, 0.1],
      { finding: 'level', place: { place: 1, of: 2, diverged: 1 } },
      'E_total goes down from 0.4 in iteration 1 to 0.1 in iteration 4, 25 % of what it was. That is the smallest last error of the 2 learning rates that have a number there. ' +
        'The first update takes it to 0.1. It first reaches half of that way, and nine tenths of it, at iteration 2. Of its 3 steps, 1 makes it smaller and 0 larger, 2 change it by no more than a billionth. ' +
        'From iteration 3 to iteration 4 it changes by no more than 1 %, at no more than half of its average pace: it has levelled off. It is never below the threshold 0.05.',
    ],
  ])('%s', (_, values, more, text) => {
    expect(courseText(reading(values, more))).toBe(text);
  });
});

describe('the facts of a curve', () => {
  const anyCurve = fc.array(fc.constantFrom(0, 0.01, 0.04, 0.05, 0.1, 0.3, 0.3 + 1e-12, 7), {
    minLength: 1,
    maxLength: 12,
  });

  test('are what can be seen in its numbers', () => {
    fc.assert(
      fc.property(anyCurve, (values) => {
        const facts = courseFacts(Float64Array.from(values), THRESHOLD);
        const pairs = values.slice(1).map((value, k) => [values[k] as number, value] as const);
        const clearly = pairs.filter(([a, b]) => Math.abs(a - b) > 1e-9 * a);
        expect(facts.rises).toBe(clearly.filter(([a, b]) => b > a).length);
        expect(facts.falls).toBe(clearly.filter(([a, b]) => b < a).length);
        expect(facts.smallest.value).toBe(Math.min(...values));
        expect(facts.largest.value).toBe(Math.max(...values));
        const below = values.findIndex((value) => value < THRESHOLD);
        expect(facts.below).toBe(below < 0 ? undefined : below + 1);
        expect(facts.backAbove).toBe(below < 0 ? 0 : values.slice(below).filter((value) => value >= THRESHOLD).length);
      }),
      { numRuns: times(100) },
    );
  });

  test('count turns, not the steps between them that change nothing', () => {
    expect(courseFacts(Float64Array.of(1, 2, 2, 1, 1, 0.5, 3), THRESHOLD)).toMatchObject({
      rises: 2,
      falls: 2,
      turns: 2,
    });
  });
});

describe('the page', () => {
  const paragraphs = async (network: Parameters<typeof handIn>[0]): Promise<string> =>
    (await handIn(network)).texts.get('README.md') ?? '';

  test('of a single iteration shows a point and says that there is no curve', async () => {
    const text = await paragraphs(classWith({ iterations: 1, learningRates: [0.5] }));
    expect(text).toContain('There is one iteration only');
    expect(text).toContain('Here is its only row');
    expect(text).toContain('One learning rate only: the comparison needs more of them.');
  });

  test('of several samples at once says whose numbers the network shows', async () => {
    expect(await paragraphs(richNetwork({}))).toContain('sample 1 of 2: forward');
  });

  test('of samples in turn says what the error is the mean of', async () => {
    const text = await paragraphs(richNetwork({ batch: 'in-turn' }));
    expect(text).toContain(
      'E_mean is the mean of the last 2 E_total, once through all samples; before iteration 2 it is',
    );
  });
});

test.each([
  [numberText(0.242520123), '0.24252'],
  [numberText(-3), '−3'],
  [numberText(2.5e-7), '$`2.5 \\cdot 10^{-7}`$'],
  [percentText(0.12345), '12.3 %'],
  [countText(1234567), '1,234,567'],
  [placeText(1, 12), 'smallest'],
  [placeText(2, 12), '2nd smallest'],
  [placeText(11, 30), '11th smallest'],
  [placeText(23, 30), '23rd smallest'],
  [placeText(12, 12), 'largest'],
])('%s', (text, wanted) => {
  expect(text).toBe(wanted);
});
