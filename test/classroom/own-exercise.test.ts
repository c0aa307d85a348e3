import { describe, expect, test } from 'vitest';
import { ownExercise } from '../../src/classroom/own-exercise.ts';
import { withOwnNumbers } from '../../src/classroom/own-numbers.ts';
import { classWith } from '../helpers/networks.ts';
import { readWorkbook } from '../support/read-workbook.ts';

const network = classWith({ learningRates: [0.5], iterations: 3 });
const order = { network, learner: '=HYPERLINK("x") & Söhne', seed: 1, task: { blank: 'updates' } } as const;

describe('an exercise of one’s own', () => {
  test('has the name on its first sheet, as a text, and the values that it was made with beside the answers', async () => {
    const { sheets } = readWorkbook(await ownExercise(order));
    const texts = sheets.map(({ cells }) => [...cells.values()].map(({ value }) => value));
    expect(texts[0]).toContain('Exercise of =HYPERLINK("x") & Söhne');
    expect(texts.at(-1)).toContain('learner: =HYPERLINK("x") & Söhne');
    const { samples } = withOwnNumbers(network, order.learner, 1);
    const [first = 0, second = 0] = samples[0]?.inputs ?? [];
    expect(texts.at(-1)?.find((value) => String(value).startsWith('given: '))).toMatch(
      new RegExp(`^given: i1 = ${first}; i2 = ${second}; .*; w8 = 0\\.\\d+; η = 0\\.5$`),
    );
  });

  test('is the same again, byte for byte', async () => {
    expect(await ownExercise(order)).toEqual(await ownExercise(order));
  });
});
