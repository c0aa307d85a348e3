import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../helpers/command.ts';
import { libreOfficeAvailable } from '../support/office.ts';
import { withTemporaryDirectory } from '../support/processes.ts';
import { type Made, madeClass } from './made-class.ts';

/** How many learners; .ci/run makes a whole class. */
const LEARNERS = Number(process.env.CLASS ?? 18);

/** What `check --json` prints of a class. */
interface Printed {
  readonly learners: readonly {
    readonly name: string;
    readonly mark: { readonly right: number; readonly of: number } | null;
    readonly unmarked: string | null;
    readonly remarks: readonly string[];
    readonly findings: readonly { readonly kind: string; readonly message: string }[];
  }[];
  readonly slips: readonly { readonly message: string; readonly learners: readonly string[] }[];
  readonly hints: readonly { readonly what: string; readonly learners: readonly string[] }[];
  readonly problems: readonly string[];
}

let made: ReadonlyMap<string, Made> = new Map();
let printed: Printed = { learners: [], slips: [], hints: [], problems: [] };
let status: number | null = null;
const outputs = new Map<string, string>();

beforeAll(async () => {
  made = await madeClass(LEARNERS, libreOfficeAvailable());
  await withTemporaryDirectory(async (folder) => {
    const entries = [...made].flatMap(([learner, { files }], k) =>
      [...files].map(([name, bytes]) => [`${learner}_${100 + k}_assignsubmission_file/${name}`, bytes] as const),
    );
    writeFileSync(join(folder, 'class.zip'), zipSync(Object.fromEntries(entries), { level: 0 }));
    writeFileSync(join(folder, 'learners.txt'), [...made.keys(), 'Absent, Always'].join('\n'));
    const words = ['check', 'class.zip', '--learners', 'learners.txt', '--threads', '2', '--json'];
    const written = ['--csv', 'm.csv', '--html', 'r.html', '--feedback', 'fb'];
    const outcome = await runProgram(folder, [...words, ...written]);
    status = outcome.status;
    printed = JSON.parse(outcome.stdout);
    for (const name of ['m.csv', 'r.html', 'fb/Learner B1_101_assignsubmission_file/feedback.html'])
      outputs.set(name, readFileSync(join(folder, name), 'utf8'));
  });
}, 300_000);

const learnerOf = (k: number): string => [...made.keys()][k] ?? '';

describe(`a made class of ${LEARNERS}`, () => {
  test('gets the right marks', () => {
    const marks = printed.learners.map(({ name, mark }) => [name, mark?.right ?? null, mark?.of ?? null]);
    const expected = [...made].map(([name, { right }]) => [name, right, right === null ? null : 27]);
    expect(marks.sort()).toEqual([...expected, ['Absent, Always', null, null]].sort());
  });

  test('is told why there is no mark', () => {
    const why = new Map(printed.learners.map(({ name, unmarked }) => [name, unmarked]));
    expect([...why].filter(([, text]) => text !== null).length).toBe(
      [...made.values()].filter(({ right }) => right === null).length + 1,
    );
    expect(why.get(learnerOf(8))).toBe('No workbook among what was handed in: report.pdf.');
    expect(why.get(learnerOf(9))).toBe('The file is damaged: its archive cannot be read.');
    expect(why.get(learnerOf(10))).toMatch(/^The teacher's copy of an exercise/);
    expect(why.get('Absent, Always')).toBe('Nothing was handed in.');
  });

  test('has its slips by frequency', () => {
    const common = [...made.values()].filter(({ right }) => right === 25).length - 2;
    expect(printed.slips.map(({ message, learners }) => [message, learners.length])).toEqual([
      ['∂a_h2/∂h2 uses a_h1·(1 − a_h1); it should use a_h2·(1 − a_h2) (what it computes is ∂a_h1/∂h1).', common],
      [expect.stringMatching(/^E1 .*/), 2],
      [expect.stringMatching(/^E2 .*/), 2],
      ['∂E/∂w6 uses h2; it should use a_h2.', 2],
    ]);
  });

  test('has hints where files share an origin, and none elsewhere', () => {
    const [first, copier] = [learnerOf(0), learnerOf(6)];
    expect(printed.hints).toEqual([
      { learners: [copier], what: `The exercise was made for ${first}.` },
      { learners: [first, copier], what: 'The files are the exercise of one learner.' },
      { learners: [learnerOf(4), learnerOf(5)], what: 'The same numbers stand where formulas are expected.' },
      { learners: [learnerOf(2), learnerOf(3)], what: 'The formulas are the same cell by cell, with the same slip.' },
    ]);
  });

  test('has its changed initial values, the broken file and the workbook that counts told', () => {
    const changed = printed.learners.filter(({ findings }) => findings.some(({ kind }) => kind === 'initial-values'));
    expect(changed.map(({ name }) => name)).toEqual([learnerOf(12)]);
    expect(printed.problems).toEqual([
      expect.stringMatching(/exercise\.xlsx: The file is damaged: its archive cannot be read\.$/),
    ]);
    expect(status).toBe(3);
    expect(printed.learners.find(({ name }) => name === learnerOf(11))?.remarks).toEqual([
      'Of 2 workbooks übung ’24 (neu).XLSX counts.',
    ]);
  });

  test('has marks in a table, a report of one page, and feedback without solutions', () => {
    expect(outputs.get('m.csv')?.split('\r\n')).toHaveLength(LEARNERS + 3);
    expect(outputs.get('m.csv')).toContain(`\r\n${learnerOf(1)},101,25,27,8,8,3,3,4,4,2,4,8,8,1,`);
    expect(outputs.get('r.html')).toContain(`<td>${learnerOf(1)}</td>`);
    const feedback = outputs.get('fb/Learner B1_101_assignsubmission_file/feedback.html') ?? '';
    expect(feedback).toContain('hidden gradients 2/4');
    expect(feedback).toContain('∂a_h2/∂h2 uses a_h1·(1 − a_h1).');
    expect(feedback).not.toContain('it should');
  });
});
