import { describe, expect, test } from 'vitest';
import type { Examined, ExaminedTable } from '../../src/check/examine.ts';
import type { Finding } from '../../src/check/finding.ts';
import { originHints } from '../../src/marking/origin.ts';
import { examined } from './examined.ts';

interface Told {
  readonly learner: string;
  readonly isKnown?: boolean;
  readonly inside?: string;
  /** The value of i1 that an exercise was made with, and the one that it has. */
  readonly made?: number;
  readonly now?: number;
  readonly slip?: string;
  readonly numbers?: string;
  readonly formulas?: string;
}

const examinedOf = ({ inside, made, now = made, slip, numbers, formulas }: Told): Examined => {
  const finding: Finding = { kind: 'wrong', mistake: true, sheet: 'LR 1', message: slip ?? '' };
  const table: ExaminedTable = {
    sheet: 'LR 1',
    learningRate: 1,
    iterations: 2,
    layers: [1, 1],
    initial: now === undefined ? {} : { i1: now },
  };
  return examined(
    {
      learner: inside,
      isExercise: made !== undefined,
      madeWith: made === undefined ? undefined : `i1 = ${made}`,
      tables: [table],
      print: { numbers, formulas },
    },
    slip === undefined ? [] : [finding],
  );
};

const hints = (...all: readonly Told[]): readonly string[] =>
  originHints(
    all.map((each) => ({ learner: each.learner, isKnown: each.isKnown ?? true, examined: examinedOf(each) })),
  ).map(({ learners, what }) => `${learners.join(', ')}: ${what}`);

const SAME_NUMBERS = 'The same numbers stand where formulas are expected.';
const SAME_FORMULAS = 'The formulas are the same cell by cell, with the same slip.';

describe('files share an origin:', () => {
  test.each<[string, readonly Told[], readonly string[]]>([
    [
      'nothing in common',
      [
        { learner: 'Jane', inside: 'Jane', made: 1 },
        { learner: 'Wei', inside: 'Wei', made: 2 },
      ],
      [],
    ],
    [
      'one’s own name written otherwise',
      [
        { learner: 'doejane', inside: 'Jane Doe' },
        { learner: 'Öz, Zoe\u0308', inside: 'Zoë Öz' },
      ],
      [],
    ],
    ['another name inside', [{ learner: 'Wei', inside: 'Jane' }], ['Wei: The exercise was made for Jane.']],
    ['another name, where a login tells nothing', [{ learner: 's0815', inside: 'Jane', isKnown: false }], []],
    [
      'two exercises of one learner',
      [
        { learner: 'Jane', inside: 'Jane', made: 1 },
        { learner: 'Wei', inside: 'Jane', made: 1 },
      ],
      ['Wei: The exercise was made for Jane.', 'Jane, Wei: The files are the exercise of one learner.'],
    ],
    [
      'another one’s numbers typed over one’s own',
      [
        { learner: 'Jane', inside: 'Jane', made: 1 },
        { learner: 'Wei', inside: 'Wei', made: 2, now: 1 },
      ],
      ['Wei, Jane: The numbers of Wei are those of the exercise of Jane.'],
    ],
    [
      'numbers that nobody has',
      [
        { learner: 'Jane', inside: 'Jane', made: 1 },
        { learner: 'Wei', inside: 'Wei', made: 2, now: 3 },
      ],
      [],
    ],
    [
      'the same numbers for all',
      [
        { learner: 'Jane', made: 1, numbers: 'x' },
        { learner: 'Wei', made: 1, numbers: 'x' },
      ],
      [],
    ],
    [
      'the same pasted numbers, though the exercises differ',
      [
        { learner: 'Jane', inside: 'Jane', made: 1, numbers: 'x' },
        { learner: 'Wei', inside: 'Wei', made: 2, numbers: 'x' },
      ],
      [`Jane, Wei: ${SAME_NUMBERS}`],
    ],
    [
      'the same wrong numbers',
      [
        { learner: 'Jane', numbers: 'x', slip: 'a' },
        { learner: 'Wei', numbers: 'x', slip: 'b' },
      ],
      [`Jane, Wei: ${SAME_NUMBERS}`],
    ],
    [
      'the same formulas with the same slip',
      [
        { learner: 'Jane', formulas: 'f', slip: 'a' },
        { learner: 'Wei', formulas: 'f', slip: 'a' },
      ],
      [`Jane, Wei: ${SAME_FORMULAS}`],
    ],
    [
      'the same formulas, all right',
      [
        { learner: 'Jane', formulas: 'f' },
        { learner: 'Wei', formulas: 'f' },
      ],
      [],
    ],
    [
      'the same slip in other formulas',
      [
        { learner: 'Jane', formulas: 'f', slip: 'a' },
        { learner: 'Wei', formulas: 'g', slip: 'a' },
      ],
      [],
    ],
    [
      'a slip that many make',
      ['Jane', 'Wei', 'Zoë'].map((learner) => ({ learner, formulas: learner === 'Zoë' ? 'g' : 'f', slip: 'a' })),
      [],
    ],
  ])('%s', (_, all, expected) => {
    expect(hints(...all)).toEqual(expected);
  });
});
