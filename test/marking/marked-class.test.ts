import { describe, expect, test } from 'vitest';
import { markedClass } from '../../src/marking/marked-class.ts';
import { examined, handedIn, states } from './examined.ts';

/** A folder of files whose paths tell no learner: of each its name, its time, whose exercise it is, and how many of 10 are right. */
const folder = (name: string, ...files: readonly (readonly [string, number, string | undefined, number])[]) => {
  const judged = files.map(([path, modified, learner, right]) => ({
    path,
    modified,
    examined: examined({ learner, isExercise: true, quantities: states(right, 10) }),
  }));
  const { handIn } = handedIn(name, undefined, examined(), { layout: 'names', files: judged });
  return { handIn, files: judged };
};

const told = (...handIns: Parameters<typeof markedClass>[0]): readonly string[] => {
  const { learners, problems } = markedClass(handIns);
  return [
    ...learners.map(({ name, mark, file, remarks }) =>
      [`${name}: ${mark?.right} of ${mark?.of} by ${file?.path}`, ...remarks].join(' '),
    ),
    ...problems,
  ];
};

describe('whose hand-in it is, and what of it counts:', () => {
  test('an exercise tells whose it is, whatever its file is called', () => {
    expect(told(folder('final', ['final.xlsx', 1, 'Jane', 7]))).toEqual(['Jane: 7 of 10 by final.xlsx']);
  });

  test('a folder may hold the files of several learners, and older attempts', () => {
    expect(told(folder('week 1', ['a.xlsx', 1, 'Jane', 7], ['b.xlsx', 1, 'Wei', 6], ['c.xlsx', 2, 'Jane', 5]))).toEqual(
      ['Jane: 5 of 10 by c.xlsx An older attempt does not count.', 'Wei: 6 of 10 by b.xlsx'],
    );
  });

  test('of workbooks of one time the best counts', () => {
    expect(told(folder('Jane', ['a.xlsx', 1, 'Jane', 2], ['b.xlsx', 1, 'Jane', 9]))).toEqual([
      'Jane: 9 of 10 by b.xlsx Of 2 workbooks b.xlsx counts.',
    ]);
  });

  test('a file that is named for somebody in the class is theirs, whoever it was made for', () => {
    expect(
      told(
        folder('Wei', ['Wei.xlsx', 1, 'Jane', 9]),
        folder('Jane', ['Jane.xlsx', 1, 'Jane', 9]),
        folder('x', ['x.xlsx', 1, 'Wei', 1]),
      ),
    ).toEqual([
      'Wei: 9 of 10 by Wei.xlsx',
      'Jane: 9 of 10 by Jane.xlsx',
      'Wei: 1 of 10 by x.xlsx',
      '"Wei" stands 2 times, of "Wei.xlsx" and "x.xlsx".',
    ]);
  });

  test('a platform knows whose it is', () => {
    const own = examined({ learner: 'Jane', quantities: states(3, 10) });
    expect(told(handedIn('Wei', '7', own, { late: true }))).toEqual([
      'Wei: 3 of 10 by Wei/x.xlsx It was handed in late.',
    ]);
    expect(told(handedIn('Participant', '7', own))).toEqual(['Jane: 3 of 10 by Participant/x.xlsx']);
  });

  test('an exercise that asks for less than those of the others is told', () => {
    const [first, second, third] = [10, 10, 4].map((of, k) => {
      const own = examined({ isExercise: true, quantities: states(of, of) });
      return handedIn(`Learner ${k}`, undefined, own);
    });
    if (first === undefined || second === undefined || third === undefined) throw new Error('There are three.');
    expect(told(first, second, third).at(-1)).toBe(
      'Learner 2: 4 of 4 by Learner 2/x.xlsx The exercise asks for 4 quantities, those of most others for 10.',
    );
  });

  test('who handed in nothing is named, under whatever order of names', () => {
    const { learners } = markedClass([handedIn('Doe, Jane', '1', examined({ quantities: states(1, 2) }))], {
      learners: ['Jane Doe', 'Wei'].map((name) => ({ name, file: name })),
    });
    expect(learners.map(({ name, unmarked }) => [name, unmarked])).toEqual([
      ['Doe, Jane', undefined],
      ['Wei', 'Nothing was handed in.'],
    ]);
  });
});
