import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bendsOf } from '../../src/model/bends.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { TOTAL_ERROR, topologyOf, trainedOf } from '../../src/quantities/topology.ts';
import { relative } from '../../src/sheet/address.ts';
import { shownContent } from '../../src/sheet/cell.ts';
import { CHOSEN_AT, LANDSCAPE_SHEET, landscapeLayout, MAP } from '../../src/workbook/landscape/layout.ts';
import { CURVE_POINTS, landscapeLimits, landscapePlan } from '../../src/workbook/landscape/plan.ts';
import { landscapeSheet } from '../../src/workbook/landscape/sheet.ts';
import { landscapeWords } from '../../src/workbook/landscape/words.ts';
import { rateSheet } from '../../src/workbook/layout.ts';
import { networksUpTo } from '../helpers/any-network.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { near } from '../helpers/numbers.ts';
import { times } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { bookOf } from './book-of.ts';

/** How many networks; NETWORKS=200 tries more of them, as .ci/run does, and SEED others. */
const RUNS = Number(process.env.NETWORKS ?? times(1));
const SEED = Number(process.env.SEED ?? 5);

/** At a kink there is no slope. */
const isSmooth = (network: Network): boolean => bendsOf(topologyOf(network)).length === 0;

const drawn = fc.sample(fc.tuple(networksUpTo({ iterations: 5 }).filter(isSmooth), fc.nat(), fc.nat()), {
  numRuns: RUNS,
  seed: SEED,
});

const planned = (network: Network) => {
  const book = bookOf(network);
  const plan = landscapePlan(book);
  if (plan === undefined) throw new RangeError('There is no landscape.');
  return { book, plan, layout: landscapeLayout(plan) };
};

const numberAt = (calculated: Recalculated, sheet: string, address: string): number => {
  const value = calculated.value(sheet, address);
  return typeof value === 'number' ? value : Number.NaN;
};

describe.each(drawn.map(([network, weight, iteration], k) => ({ k, network, weight, iteration })))(
  'the landscape of a random network, $k',
  ({ network, weight, iteration: drawnIteration }) => {
    test('has the gradient of any weight at any iteration for its slope, and passes through its error', async () => {
      const { book, layout } = planned(network);
      const trained = trainedOf(book.topology);
      const { name } = trained[weight % trained.length] ?? { name: '' };
      const iteration = 1 + (drawnIteration % network.iterations);
      const range = 0.0002;
      const edits = [
        { sheet: LANDSCAPE_SHEET, address: relative(CHOSEN_AT.row, CHOSEN_AT.weight), value: name },
        { sheet: LANDSCAPE_SHEET, address: layout.cells.typedIteration.replaceAll('$', ''), value: iteration },
        { sheet: LANDSCAPE_SHEET, address: layout.typedRange.replaceAll('$', ''), value: range },
      ];
      const calculated = recalculateWithHyperFormula(await workbookBytes(network), edits);
      const [rate = Number.NaN] = network.learningRates;
      const table = (of: string): number => numberAt(calculated, rateSheet(rate), book.table.cell(of, iteration));
      const middle = layout.curveRow + (CURVE_POINTS - 1) / 2;
      const total = (k: number): number =>
        numberAt(calculated, LANDSCAPE_SHEET, relative(middle + k, layout.drawnColumn));
      const gradient = table(`∂E/∂${name}`);
      const slope = (total(1) - total(-1)) / ((2 * range) / 20);
      // What the last digits of the weight and of the error make of a slope over so short a way.
      const rounding = (of: string): number => (4 * Number.EPSILON * Math.abs(table(of))) / (range / 20);
      const tolerance = { relative: 1e-6 + rounding(name), floor: 1e-8 + rounding(TOTAL_ERROR) };
      expect(near(slope, gradient, tolerance), `${slope}, not ${gradient}`).toBe(true);
      expect(near(total(0), table(TOTAL_ERROR), { relative: 1e-12, floor: 1e-15 })).toBe(true);
      const shown = numberAt(calculated, LANDSCAPE_SHEET, layout.chosen(0, 'gradient').replaceAll('$', ''));
      expect(near(shown, gradient, { relative: 1e-12, floor: 0 })).toBe(true);
    });
  },
);

describe('the landscape of overshoot', () => {
  const network = { ...parseNetwork(JSON.parse(networkTemplate('overshoot'))), learningRates: [1.2], iterations: 4 };
  const { book, plan, layout } = planned(network);
  const sheet = landscapeSheet(book);
  const at = (row: number, column: number): unknown => {
    const cell = sheet.cells.find((each) => each.row === row && each.column === column);
    return cell && shownContent(cell.content);
  };

  test('says that the step jumps over the floor of the valley, and what all weights together do', () => {
    expect(at(5, 2)).toBe(`${landscapeWords.verdict.over}${landscapeWords.verdict.lower}`);
    expect(at(6, 2)).toMatch(/^Together, all weights take E_total from 0\.0416\d* to 0\.1015\d*\.$/);
  });

  test('has the point of this iteration in the middle of its map', () => {
    const half = (plan.side - 1) / 2;
    expect(at(MAP.row + half, MAP.column + half)).toBe(at(layout.baseRow, layout.column(TOTAL_ERROR)));
  });
});

describe('a landscape knows what fits', () => {
  test.each([
    ['the class network', classWith({ iterations: 3 }), 17],
    ['a network of many numbers', seededNetwork([2, 60, 1], 1, { iterations: 2 }), 9],
    ['a network of a single weight', seededNetwork([1, 1], 1, { iterations: 2 }), 0],
  ])('%s has a map of so many points a side', (_, network, side) => {
    expect(planned(network).plan.side).toBe(side);
  });

  test.each([
    ['weights', seededNetwork([2, 600, 2], 1, { iterations: 2 })],
    ['characters in a sum', seededNetwork([700, 2, 1], 1, { iterations: 2, learningRates: [1] })],
  ])('too many %s are told', (_, network) => {
    const texts = landscapeSheet(bookOf(network)).cells.map(({ content }) => content);
    expect(texts).toContainEqual(landscapeWords.tooLarge(landscapeLimits.weights));
  });
});
