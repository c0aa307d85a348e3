import { describe, expect, test } from 'vitest';
import type { QuantityState } from '../../src/check/quantities.ts';
import { markOf, markText, weightingOf } from '../../src/marking/mark.ts';

/** Quantities of parts: "updates +++-" is three right ones and a wrong one. */
const quantities = (text: string): readonly QuantityState[] =>
  text.split(', ').flatMap((part) => {
    const [name = '', signs = ''] = part.split(' ');
    return [...signs].map((sign, k): QuantityState => {
      const state =
        ({ '+': 'right', '-': 'wrong', o: 'empty', m: 'missing', '?': 'not judged' } as const)[sign] ?? 'wrong';
      return { sheet: 'LR 1', name: `${name} ${k}`, part: name as QuantityState['part'], state };
    });
  });

describe('a mark counts what is right of what was asked for:', () => {
  test.each<[string, readonly string[], string | undefined]>([
    [
      'forward ++++++++, output-gradients ++++, hidden-gradients ++--, updates ++++++++',
      [],
      'forward 8/8, output gradients 4/4, hidden gradients 2/4, updates 8/8: 22 of 24',
    ],
    ['updates +-om?', [], 'updates 1/5: 1 of 5'],
    ['forward ++, updates +-', ['20'], 'forward 2/2, updates 1/2: 3 of 4, 15 of 20 points'],
    ['forward +--, updates ++', ['10'], 'forward 1/3, updates 2/2: 3 of 5, 6 of 10 points'],
    ['forward +--, updates ++', ['forward=1', 'updates=2.5'], 'forward 1/3, updates 2/2: 3 of 5, 2.83 of 3.5 points'],
    ['forward --, updates ++', ['forward=0', 'updates=2'], 'forward 0/2, updates 2/2: 2 of 4, 2 of 2 points'],
    ['', [], undefined],
  ])('%s with %j', (text, words, expected) => {
    const mark = markOf(text === '' ? [] : quantities(text), words.length === 0 ? undefined : weightingOf(words));
    expect(mark === undefined ? undefined : markText(mark)).toBe(expected);
  });

  test.each([
    [['-1'], '"-1" is no number of points'],
    [['x'], '"x" is no number of points'],
    [['20', '30'], 'there is no part "20".'],
    [['update=3'], 'there is no part "update"; did you mean "updates"?'],
    [['updates='], '"" is no number of points'],
    [['updates=0'], 'gives no part a point.'],
  ])('the weighting %j is refused', (words, message) => {
    expect(() => weightingOf(words)).toThrow(message);
  });
});
