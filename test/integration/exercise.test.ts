import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Blank, blankChoices } from '../../src/model/asked.ts';
import type { Network } from '../../src/network/network.ts';
import { rateSheet } from '../../src/workbook/layout.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { beforeTests } from '../helpers/before-tests.ts';
import {
  type Answer,
  answersOf,
  askedIn,
  exerciseBytes,
  filledIn,
  notRight,
  statuses,
  tableOf,
} from '../helpers/exercise.ts';
import { classWith, richNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { packageFaults } from '../support/package-checks.ts';
import { unzipParts } from '../support/package-parts.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';
import { validateAll } from '../support/validator.ts';
import { disagreements, endToEndWithoutInt } from './agreement.ts';

/** How many random networks; EXERCISES=100 tries more of them, and SEED others. */
const RUNS = Number(process.env.EXERCISES ?? 1);
const SEED = Number(process.env.SEED ?? 6);

const network = classWith({ learningRates: [0.5], iterations: 6 });
const table = tableOf(network);
const headline = (calculated: Recalculated): unknown => calculated.value('Start', 'K2');

const fresh = new Map(
  await Promise.all(blankChoices.map(async (blank) => [blank, await exerciseBytes(network, { blank })] as const)),
);
const bytesOf = (blank: Blank): Uint8Array => fresh.get(blank) ?? new Uint8Array();
/** What the exercise shows once a learner has typed something into it. */
const typedInto = (blank: Blank, answer?: Answer, edits: readonly Edit[] = []): Recalculated =>
  recalculateWithHyperFormula(bytesOf(blank), [...answersOf(network, blank, answer), ...edits]);

/** Columns of each blank choice: on two sheets they count once. */
const scores = [
  ['forward', 11],
  ['output-gradients', 10],
  ['hidden-gradients', 10],
  ['updates', 8],
  ['all', 39],
] as const;

/** The smallest and the largest; EXERCISES tries all of them. */
const chosen = process.env.EXERCISES === undefined ? scores.filter(([blank]) => /^hidden|all/.test(blank)) : scores;

describe.each(chosen)('an exercise that asks for %s', (blank, score) => {
  test('opens with every status "not yet" and no point, as its stored values say', () => {
    const calculated = recalculateWithHyperFormula(bytesOf(blank));
    expect(new Set(Object.values(statuses(network, blank, calculated)))).toEqual(new Set(['… not yet']));
    expect(headline(calculated)).toBe(`Score: 0 of ${score}`);
    expect(disagreements(readWorkbook(bytesOf(blank)), calculated, endToEndWithoutInt)).toEqual([]);
    expect(packageFaults(bytesOf(blank))).toEqual([]);
  });

  test('shows no error in a table', () => {
    const calculated = recalculateWithHyperFormula(bytesOf(blank));
    const errors = network.learningRates.flatMap((rate) =>
      table.groups.flatMap(({ columns }) =>
        columns.flatMap(({ name }) =>
          Array.from({ length: table.iterations }, (_, k) =>
            calculated.value(rateSheet(rate), table.cell(name, k + 1)),
          ),
        ),
      ),
    );
    expect(errors.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  });

  test('is all ✓ with the right formulas, and full of points', async () => {
    const calculated = typedInto(blank);
    expect(notRight(network, blank, calculated)).toEqual({});
    expect(headline(calculated)).toBe(`Score: ${score} of ${score}`);
  });

  test('has a copy for the teacher that is right as it is, with the answers to be seen', async () => {
    const bytes = await exerciseBytes(network, { blank, answers: true });
    const calculated = recalculateWithHyperFormula(bytes);
    expect(notRight(network, blank, calculated)).toEqual({});
    expect(disagreements(readWorkbook(bytes), calculated, endToEndWithoutInt)).toEqual([]);
  });
});

/** One wrong formula each, with the cells of iteration k, and what stands above the column. */
const mistakes = [
  ['forward', 'h2', 'w3*i1+w2*i2', '✗ row 14'],
  ['forward', 'E2', '0.5*(t1-a_o2)^2', '✗ row 14'],
  ['output-gradients', '∂E/∂w6', '∂E/∂o1*h2', '✗ row 14'],
  ['hidden-gradients', '∂a_h2/∂h2', 'a_h1*(1-a_h1)', '✗ row 14'],
  ['hidden-gradients', '∂E/∂w3', '∂E/∂w1', '✗ row 14'],
  ['all', '∂E/∂w4', '∂E/∂h1*i2', '✗ row 14'],
] as const;

const inRow = (k: number, formula: string): string =>
  `=${formula.replace(/[∂\w]+(?:\/∂\w+)?/g, (name) => (table.has(name) ? table.cell(name, k) : name))}`;

describe('a mistake gets one ✗', () => {
  test.each(every(2, mistakes))('%s: %s = %s', async (blank, wrong, formula, status) => {
    const calculated = typedInto(blank, ({ name, iteration, right }) =>
      name === wrong ? inRow(iteration, formula) : right,
    );
    expect(notRight(network, blank, calculated)).toEqual({ [wrong]: status });
  });

  test('an update with the wrong gradient', async () => {
    const calculated = typedInto('updates', ({ name, iteration, right }) =>
      name === 'w3' ? `=${table.cell('w3', iteration - 1)}-$A$1*${table.cell('∂E/∂w1', iteration - 1)}` : right,
    );
    expect(notRight(network, 'updates', calculated)).toEqual({ w3: '✗ row 15' });
  });

  test.each([
    ['a text', 'what now', '✗ row 16'],
    ['an error', '=1/0', '✗ row 16'],
    ['a truth value', '=1=1', '✗ row 16'],
    ['a 0', 0, '✗ row 16'],
    ['nothing', undefined, '… 5 of 6'],
  ])('%s in iteration 3', async (_, own, status) => {
    const calculated = typedInto('hidden-gradients', ({ name, iteration, right }) =>
      name === '∂E/∂w3' && iteration === 3 ? own : right,
    );
    const shown = Object.entries(notRight(network, 'hidden-gradients', calculated));
    // Where it leads to errors, what is computed of them is called neither wrong nor right.
    expect(shown.filter(([, each]) => !String(each).startsWith('– no number: row '))).toEqual([['∂E/∂w3', status]]);
  });

  test('a cell with an error is under no ✓', async () => {
    const calculated = typedInto('all', ({ name, iteration, right }) =>
      name === 'h1' && iteration === 3 ? '=NOSUCH(1)' : right,
    );
    const all = statuses(network, 'all', calculated);
    const holdsError = askedIn(network, 'all').filter((name) =>
      Array.from({ length: table.iterations }, (_, k) =>
        calculated.value(rateSheet(0.5), table.cell(name, k + 1)),
      ).some((value) => typeof value === 'object' && value !== null),
    );
    expect(holdsError.length).toBeGreaterThan(20);
    expect(holdsError.filter((name) => all[name] === '✓')).toEqual([]);
    expect(Object.entries(all).filter(([, each]) => String(each).startsWith('✗'))).toEqual([['h1', '✗ row 16']]);
  });
});

describe('a learner', () => {
  const solved = beforeTests(async () => typedInto('all'));
  const typed =
    (digits: number): Answer =>
    ({ name, iteration }) =>
      Number(Number(solved().value(rateSheet(0.5), table.cell(name, iteration))).toPrecision(digits));

  test('who types numbers as Steps and explain print them has them right', () => {
    expect(notRight(network, 'all', typedInto('all', typed(6)))).toEqual({});
  });

  test('who types three digits of a number has not', () => {
    const calculated = typedInto('hidden-gradients', (cell) => (cell.name === '∂E/∂w3' ? typed(3)(cell) : cell.right));
    expect(notRight(network, 'hidden-gradients', calculated)).toEqual({ '∂E/∂w3': '✗ row 14' });
  });

  test('who has filled in nothing is told nothing of the runs', async () => {
    for (const [blank, bytes] of fresh) {
      const { sheets } = readWorkbook(bytes);
      const calculated = recalculateWithHyperFormula(bytes);
      const start = sheets[0];
      const texts = [...(start?.cells.values() ?? [])].map(({ address }) => calculated.value('Start', address));
      expect(texts.filter((text) => /^[↘↗→↕✗]|diverged at|Fastest|same E_total/.test(String(text)))).toEqual([]);
      const totals = [...(sheets.find(({ name }) => name === 'Learning rates')?.cells.values() ?? [])]
        .filter(({ row, column }) => row >= 6 && (column === 2 || column === 3))
        .map(({ value }) => value);
      expect([blank, new Set(totals.map((value) => JSON.stringify(value)))]).toEqual([
        blank,
        new Set(['{"error":"#N/A"}']),
      ]);
      const charts = [...unzipParts(bytes)].filter(([path]) => /charts\/chart\d+\.xml$/.test(path));
      const drawn = charts.flatMap(([, part]) =>
        [...new TextDecoder().decode(part).matchAll(/<c:ser>.*?<\/c:ser>/gs)].flatMap(([series]) => {
          const [, reference = ''] = /<c:val>.*?<c:f>(.*?)<\/c:f>/s.exec(series) ?? [];
          return /<c:val>.*?<c:pt /s.test(series) ? [reference] : [];
        }),
      );
      // Targets alone are there.
      expect([blank, drawn.filter((reference) => !/\$[BC]\$14/.test(reference))]).toEqual([blank, []]);
    }
  });

  test('who copies columns to another sheet earns them once', async () => {
    const both = { ...network, learningRates: [0.5, 2] };
    const bytes = await exerciseBytes(both, { blank: 'hidden-gradients' });
    const first = answersOf(network, 'hidden-gradients');
    expect(headline(recalculateWithHyperFormula(bytes, first))).toBe('Score: 10 of 10');
    const pasted = first.flatMap((each) => {
      const value = solved().value(each.sheet, each.address);
      return typeof value === 'number' ? [{ ...each, sheet: rateSheet(2), value }] : [];
    });
    // The numbers of the first learning rate: those of the second sheet are others.
    const calculated = recalculateWithHyperFormula(bytes, [...first, ...pasted]);
    expect(headline(calculated)).toBe('Score: 10 of 10');
    expect(Object.values(notRight(both, 'hidden-gradients', calculated, 2))).toContain('✗ row 15');
  });

  test('who has filled in three rows sees how many', async () => {
    const calculated = typedInto('output-gradients', ({ iteration, right }) => (iteration <= 3 ? right : undefined));
    expect(new Set(Object.values(statuses(network, 'output-gradients', calculated)))).toEqual(new Set(['… 3 of 6']));
    expect(headline(calculated)).toBe('Score: 0 of 10');
  });

  test('who fills in a column before what it is made of is told nothing wrong', async () => {
    const calculated = typedInto('forward', ({ name, right }) => (name === 'a_h1' ? right : undefined));
    expect(new Set(Object.values(statuses(network, 'forward', calculated)))).toEqual(new Set(['… not yet']));
  });

  test('who writes the gradients in one go, without the chain factors, gets all points', async () => {
    const goal = (k: number): Readonly<Record<string, string>> => {
      const at = (name: string): string => table.cell(name, k);
      const reach = (h: 1 | 2): string =>
        [1, 2]
          .map(
            (o) => `(${at(`a_o${o}`)}-${at(`t${o}`)})*${at(`a_o${o}`)}*(1-${at(`a_o${o}`)})*${at(`w${2 * o + 2 + h}`)}`,
          )
          .join('+');
      return Object.fromEntries(
        [1, 2, 3, 4].map((w) => {
          const h = w <= 2 ? 1 : 2;
          return [`∂E/∂w${w}`, `=(${reach(h)})*${at(`a_h${h}`)}*(1-${at(`a_h${h}`)})*${at(`i${w % 2 === 1 ? 1 : 2}`)}`];
        }),
      );
    };
    for (const blank of ['hidden-gradients', 'all'] as const) {
      const calculated = typedInto(blank, ({ name, iteration, right }) =>
        blank === 'all' && !name.startsWith('∂') ? right : goal(iteration)[name],
      );
      const own = statuses(network, blank, calculated);
      expect([1, 2, 3, 4].map((w) => own[`∂E/∂w${w}`])).toEqual(['✓', '✓', '✓', '✓']);
      expect(own['∂E/∂h1']).toBe('✓ in one go');
      if (blank === 'hidden-gradients') expect(headline(calculated)).toBe('Score: 10 of 10');
    }
  });

  test('who pastes the right numbers is right', () => {
    expect(notRight(network, 'hidden-gradients', typedInto('hidden-gradients', typed(8)))).toEqual({});
  });

  test.each([
    ['an initial weight', { sheet: 'Network', address: 'C12', value: 0.7 }],
    ['an input', { sheet: 'Network', address: 'C6', value: -1 }],
    ['the learning rate', { sheet: 'LR 0.5', address: 'A1', value: 3 }],
  ])('who types over %s is judged by the new numbers', (_, edit) => {
    expect(
      notRight(
        network,
        'all',
        typedInto('all', ({ right }) => right, [edit]),
      ),
    ).toEqual({});
    const wrong: Answer = ({ name, iteration, right }) =>
      name === '∂E/∂w3' ? `=${table.cell('∂E/∂w1', iteration)}` : right;
    expect(notRight(network, 'all', typedInto('all', wrong, [edit]))).toEqual({ '∂E/∂w3': '✗ row 14' });
  });
});

/** Cells that hold another number than is stored. Which error an empty cell makes, the program of the learner finds out for itself. */
function otherNumbers(bytes: Uint8Array, calculated: Recalculated): readonly string[] {
  const workbook = readWorkbook(bytes);
  const isError = (name: string): boolean => {
    const [sheet = '', address = ''] = name.split('!');
    const stored = workbook.sheets.find((each) => each.name === sheet)?.cells.get(address)?.value;
    const now = calculated.value(sheet, address);
    return [stored, now].every((value) => typeof value === 'object' && value !== null);
  };
  return disagreements(workbook, calculated, endToEndWithoutInt).filter((name) => !isError(name));
}

describe('an exercise', () => {
  test('has its answers where nobody finds them, and nowhere else', () => {
    const { sheets } = readWorkbook(bytesOf('all'));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Start',
      'Network',
      'LR 0.5',
      'Learning rates',
      'Hints 1',
      'Answers 1',
    ]);
    const rule = sheets
      .slice(0, 4)
      .flatMap(({ cells }) => [...cells.values()].filter(({ value }) => /a_h1 ?· ?\(1/.test(String(value))));
    expect(rule).toEqual([]);
  });

  test("is valid for Microsoft's validator", async () => {
    const files = every(4, [
      await exerciseBytes(richNetwork({}), { blank: 'all', answers: true }),
      bytesOf('all'),
      bytesOf('updates'),
      await exerciseBytes(network, { blank: 'all', answers: true }),
    ]);
    expect((await validateAll(files)).flat()).toEqual([]);
  });

  const tried = anyNetwork.filter(({ layers, iterations }) => layers.length > 1 && iterations > 1);
  test(`of any network is right with the right formulas: ${RUNS} networks`, async () => {
    await fc.assert(
      fc.asyncProperty(tried, fc.constantFrom(...blankChoices), async (any: Network, blank) => {
        const bytes = await exerciseBytes(any, { blank });
        const calculated = recalculateWithHyperFormula(bytes);
        expect(new Set(Object.values(statuses(any, blank, calculated)))).toEqual(new Set(['… not yet']));
        expect(otherNumbers(bytes, calculated)).toEqual([]);
        expect(notRight(any, blank, recalculateWithHyperFormula(bytes, answersOf(any, blank)))).toEqual({});
        // A number that nobody computes.
        const [first = ''] = askedIn(any, blank).slice(-1);
        const wrong = answersOf(any, blank, ({ name, iteration, right }) =>
          name === first && iteration === any.iterations ? 12.34567 : right,
        );
        expect(Object.keys(notRight(any, blank, recalculateWithHyperFormula(bytes, wrong)))).toEqual([first]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 3_600_000);

  describeWithLibreOffice('in LibreOffice', () => {
    test('judges as it should: empty, right, wrong, and with another learning rate', async () => {
      const wrong = filledIn(network, 'all', bytesOf('all'), ({ name, iteration, right }) =>
        name === '∂a_h2/∂h2' ? inRow(iteration, 'a_h1*(1-a_h1)') : right,
      );
      const edits = [{ sheet: 'LR 0.5', address: 'A1', value: 3 }];
      const [empty, right, one, changed] = await recalculateWithLibreOffice([
        { bytes: bytesOf('all') },
        { bytes: filledIn(network, 'all', bytesOf('all')) },
        { bytes: wrong },
        { bytes: wrong, edits },
      ]);
      if (!empty || !right || !one || !changed) throw new Error('LibreOffice calculated too few workbooks');
      expect(new Set(Object.values(statuses(network, 'all', empty)))).toEqual(new Set(['… not yet']));
      expect(disagreements(readWorkbook(bytesOf('all')), empty)).toEqual([]);
      expect(notRight(network, 'all', right)).toEqual({});
      expect(headline(right)).toBe('Score: 39 of 39');
      for (const each of [one, changed]) expect(notRight(network, 'all', each)).toEqual({ '∂a_h2/∂h2': '✗ row 14' });
    });
  });
});
