import { afterAll, expect, test } from 'vitest';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { fixedText } from '../../src/picture/number-text.ts';
import { lessonOf } from '../../src/pipeline/lesson.ts';
import { exerciseBytes } from '../helpers/exercise.ts';
import { classNetwork } from '../helpers/networks.ts';
import { isEverything } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { disagreements } from '../integration/agreement.ts';
import { describeInBrowser, endBrowser } from '../support/chromium.ts';
import { recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { libreOfficeAvailable } from '../support/office.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { validate } from '../support/validator.ts';
import { differencesOf } from './differences.ts';
import { downloaded, openPage, pictureTexts } from './page.ts';

/** Many workbooks take long; what is particular to the page, page.test.ts shows with a small one. */
const skipped = !isEverything;

/** A ready-made network, its first and its last learning rate, and no more iterations than it needs to show everything. */
function shortened(name: string): Network {
  const network = parseNetwork(JSON.parse(networkTemplate(name)));
  const { learningRates, samples } = network;
  const ends = [...new Set([...learningRates.slice(0, 1), ...learningRates.slice(-1)])];
  return { ...network, learningRates: ends, iterations: samples.length + 4 };
}

describeInBrowser('the page makes, of every ready-made network,', () => {
  afterAll(endBrowser);

  test.skipIf(skipped).each(networkNames())(
    'the files of the command line: %s',
    async (name) => {
      const network = shortened(name);
      const { page, troubles, close } = await openPage(`#file=${encodeURIComponent(JSON.stringify(network))}`);
      const workbook = await downloaded(page, 'Download workbook');
      expect(differencesOf(workbook.bytes, await workbookBytes(network))).toEqual([]);
      await page.getByRole('combobox', { name: 'Left to the learner' }).selectOption('all');
      const exercise = await downloaded(page, 'Download exercise');
      expect(differencesOf(exercise.bytes, await exerciseBytes(network, { blank: 'all' }))).toEqual([]);
      for (const { bytes } of [workbook, exercise]) {
        expect(await validate(bytes)).toEqual([]);
        if (!libreOfficeAvailable()) continue;
        const [calculated] = await recalculateWithLibreOffice([{ bytes, patience: 240_000 }]);
        if (calculated === undefined) throw new Error('LibreOffice gave nothing back.');
        expect(disagreements(readWorkbook(bytes), calculated)).toEqual([]);
      }
      expect(troubles).toEqual([]);
      await close();
    },
    300_000,
  );

  test.skipIf(skipped)('the class workbook as it is, with its own name', async () => {
    const { page, close } = await openPage();
    const { bytes, name } = await downloaded(page, 'Download workbook');
    expect(name).toBe('back-propagation-by-hand.xlsx');
    expect(differencesOf(bytes, await workbookBytes(classNetwork))).toEqual([]);
    await close();
  });

  test.skipIf(skipped).each(networkNames())('the numbers of the engine, at random iterations: %s', async (name) => {
    const network = parseNetwork(JSON.parse(networkTemplate(name)));
    const { topology, columns, runs, iterations } = lessonOf(network);
    const { page, troubles, close } = await openPage(`#network=${name}`);
    const choice = network.runs === undefined ? 'Learning rate' : 'Run';
    for (const [k, { learningRate, at }] of runs.entries()) {
      await page.getByRole('combobox', { name: choice }).selectOption(network.runs?.[k]?.name ?? String(learningRate));
      const iteration = 1 + ((k * 7919 + 31) % iterations);
      await page.getByRole('slider', { name: 'Iteration' }).fill(String(iteration));
      const [texts, { before }] = [await pictureTexts(page), at(iteration)];
      const own = columns.filter(({ role, name: of }) => role === 'gradient' || /^(?:[wb]\d+|E_total)$/.test(of));
      for (const { name: of, role } of own)
        expect(texts, `${of} in iteration ${iteration}`).toContain(fixedText(before(of), role === 'weight' ? 4 : 6));
    }
    expect(topology.layers.length).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await close();
  });
});
