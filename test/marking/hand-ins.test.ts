import { describe, expect, test } from 'vitest';
import { handInsOf, newestOf } from '../../src/marking/hand-ins.ts';

/** What each learner handed in, in a line: the name, what counts, older attempts, other files. Files are given with the time after @. */
const gathered = (files: readonly string[]): readonly string[] =>
  handInsOf(
    files.map((each) => {
      const [path = '', modified = '0'] = each.split('@');
      return { path, modified: Number(modified) };
    }),
  ).map(({ layout, name, files: all, older: before, others }) => {
    // Of files that only names tell of, the newest counts for each learner.
    const [own, older] = layout === 'names' ? newestOf(all) : [all, before];
    const shown = [...[own, older].map((each) => each.map(({ path }) => path)), others];
    return `${name}: ${shown.map((paths) => paths.map((path) => path.split('/').at(-1)).join('+')).join('|')}`;
  });

describe('what counts of what a learner handed in:', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a file each', ['Jane.xlsx', 'Wei.ods'], ['Jane: Jane.xlsx||', 'Wei: Wei.ods||']],
    ['the newest of copies', ['Jane.xlsx@1', 'Jane (2).xlsx@2'], ['Jane: Jane (2).xlsx|Jane.xlsx|']],
    ['an older copy with a higher number', ['Jane.xlsx@3', 'Jane (2).xlsx@2'], ['Jane: Jane.xlsx|Jane (2).xlsx|']],
    [
      'copies of one time, by their number',
      ['Jane.xlsx', 'Jane (3).xlsx', 'Jane (2).xlsx'],
      ['Jane: Jane (3).xlsx|Jane (2).xlsx+Jane.xlsx|'],
    ],
    ['capital letters', ['jane.xlsx@1', 'JANE.xlsx@2'], ['JANE: JANE.xlsx|jane.xlsx|']],
    [
      'two workbooks of one time in a folder',
      ['Jane/a.xlsx', 'Jane/b.xlsx', 'Wei/a.xlsx'],
      ['Jane: a.xlsx+b.xlsx||', 'Wei: a.xlsx||'],
    ],
    [
      'several in a hand-in of a platform',
      ['J D_1_assignsubmission_file/a.xlsx@1', 'J D_1_assignsubmission_file/b.xlsx@2'],
      ['J D: b.xlsx+a.xlsx||'],
    ],
    [
      'attempts by the time that the platform names',
      ['1-2 - Jane Doe - Sep 24, 2024 926 PM/a.xlsx@9', '1-3 - Jane Doe - Oct 2, 2024 1000 AM/b.xlsx@1'],
      ['Jane Doe: b.xlsx|a.xlsx|'],
    ],
    [
      'attempts in the alphabet of another year',
      [
        'T_jdoe_attempt_2024-12-31-00-00-00_a.xlsx',
        'T_jdoe_attempt_2025-01-01-00-00-00_b.xlsx',
        'T_jdoe_attempt_2025-01-01-00-00-00.txt',
      ],
      [
        'jdoe: T_jdoe_attempt_2025-01-01-00-00-00_b.xlsx|T_jdoe_attempt_2024-12-31-00-00-00_a.xlsx|T_jdoe_attempt_2025-01-01-00-00-00.txt',
      ],
    ],
    ['a folder that holds all', ['week 1/Jane.xlsx', 'week 1/Wei.xlsx'], ['Jane: Jane.xlsx||', 'Wei: Wei.xlsx||']],
    [
      'what a platform puts beside',
      ['J D_1_assignsubmission_file/a.xlsx', 'index.html', 'late.xlsx'],
      ['J D: a.xlsx||', 'late: late.xlsx||'],
    ],
    ['no workbook', ['Jane/report.pdf'], ['Jane: ||report.pdf']],
    ['only another kind of sheet', ['Jane/a.xls', 'Jane/b.pdf', 'w.ods'], ['Jane: a.xls||b.pdf', 'w: w.ods||']],
    ['a workbook beside another kind', ['Jane/a.xls', 'Jane/b.xlsx', 'w.ods'], ['Jane: b.xlsx||a.xls', 'w: w.ods||']],
    [
      'nothing of what systems leave',
      ['__MACOSX/Jane/._a.xlsx', 'Jane/.DS_Store', 'Jane/~$a.xlsx', '.git/a.xlsx', 'Jane/'],
      [],
    ],
    [
      'two of one name and two numbers',
      ['J D_1_assignsubmission_file/a.xlsx', 'J D_2_assignsubmission_file/a.xlsx'],
      ['J D: a.xlsx||', 'J D: a.xlsx||'],
    ],
  ])('%s', (_, files, expected) => {
    expect(gathered(files)).toEqual(expected);
  });
});
