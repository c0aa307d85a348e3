import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { findings, notes, summary, tables } from '../../src/check/report/text.ts';
import { type Fault, InputError } from '../../src/network/input-error.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { shownNumber } from '../../src/page/number.ts';
import { fixedText } from '../../src/picture/number-text.ts';
import { explain } from '../../src/pipeline/explain.ts';
import { lessonOf } from '../../src/pipeline/lesson.ts';
import { withInitialValues } from '../../src/settings/initial-values.ts';
import { withSettings } from '../../src/settings/settings.ts';
import { learnerWorkbook } from '../check/workbooks/learner-workbook.ts';
import { neatPlan } from '../check/workbooks/neat.ts';
import { xlsx } from '../check/workbooks/xlsx.ts';
import { exerciseBytes } from '../helpers/exercise.ts';
import { classNetwork, classWith } from '../helpers/networks.ts';
import { isEverything } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeInBrowser, endBrowser, type Opened } from '../support/chromium.ts';
import { axeFaults } from './axe-faults.ts';
import { differencesOf } from './differences.ts';
import { downloaded, openPage, PAGE, pictureTexts } from './page.ts';

const ready = (name: string): Network => parseNetwork(JSON.parse(networkTemplate(name)));

function faultsOf(value: unknown): readonly Fault[] {
  try {
    parseNetwork(value);
  } catch (error) {
    if (error instanceof InputError) return error.faults;
  }
  return [];
}

/** A learner's workbook, right or with another unit's activation in one gradient. */
function learners(wrong = false): Uint8Array {
  const plan = neatPlan({ iterations: 8, writing: {} });
  const book = learnerWorkbook(plan, ({ quantity: { name } }, right) =>
    wrong && name === '∂E/∂w3' ? { template: (right ?? '').replaceAll('{a_h2}', '{a_h1}') } : undefined,
  );
  return xlsx(book, plan.writing);
}

describe('the file of the page', () => {
  const html = readFileSync(PAGE);

  test('is small enough to be sent by mail', () => {
    expect(html.length).toBeLessThanOrEqual(800_000);
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(260_000);
  });

  test('lets nothing in but its own style, its script, and what unpacks that', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html.toString()) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']{44}' 'sha256-[^']{44}' 'wasm-unsafe-eval'; style-src 'sha256-[^']{44}';/,
    );
    expect(policy).not.toMatch(/unsafe-inline|https?:|'unsafe-eval'/);
    expect(html.toString().match(/<script[^>]*>/g)).toEqual(['<script type="text/plain" id="packed">', '<script>']);
  });
});

describeInBrowser('the page in a browser', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openPage();
  });
  afterAll(async () => {
    await opened.close();
    await endBrowser();
  });

  test.each([1, 37])('shows the numbers of the engine in iteration %d', async (iteration) => {
    const { page } = opened;
    const lesson = lessonOf(classNetwork);
    const { before, after } = lesson.runs[2]?.at(iteration) ?? {};
    if (before === undefined || after === undefined) throw new Error('There is no such run.');
    await page.getByRole('slider', { name: 'Iteration' }).fill(String(iteration));
    const texts = await pictureTexts(page);
    for (const name of ['h1', 'a_h1', 'o2', 'a_o2', 'w1', 'w8']) expect(texts).toContain(fixedText(before(name), 4));
    for (const name of ['E1', 'E_total', '∂E/∂w1', '∂E/∂h2', '∂E/∂a_o1'])
      expect(texts).toContain(fixedText(before(name), 6));
    const results = await page.locator('.step .result').allTextContents();
    expect(results).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((k) => shownNumber(after(`w${k}`))));
  });

  test('says nothing in the console, asks for nothing, and has no fault that axe-core finds', async () => {
    const { page, troubles } = opened;
    expect(await axeFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('restores what a link says, and keeps the address in step', async () => {
    const { page, troubles, close } = await openPage(
      '#network=xor&rate=1&iteration=20&sample=2&point=w8&stage=4&w5=0.7',
    );
    const network = withInitialValues(ready('xor'), new Map([['w5', 0.7]]));
    const { before } = lessonOf(network).runs[2]?.at(20) ?? {};
    const texts = await pictureTexts(page);
    for (const name of ['w5', 'h3@2', 'a_o1@2']) expect(texts).toContain(fixedText(before?.(name) ?? Number.NaN, 4));
    expect(await page.getByRole('radio', { name: 'Back: hidden' }).isChecked()).toBe(true);
    expect(await page.locator('.readout').textContent()).toContain('w8 carries a_h2 into o1');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/iteration=21/);
    expect(page.url()).toContain('#network=xor&rate=1&iteration=21&sample=2&point=w8&stage=4&w5=0.7');
    expect(troubles).toEqual([]);
    await close();
  });

  test('says what is wrong with the network of a link', async () => {
    const { page, close } = await openPage(`#file=${encodeURIComponent('{ "title": 3 }')}`);
    const told = await page.getByRole('alert').first().textContent();
    for (const { path, message } of faultsOf({ title: 3 }).slice(0, 3)) expect(told).toContain(`${path}: ${message}`);
    await close();
  });

  test('makes the workbook, the exercise and the explanation that the command line makes', async () => {
    const network = classWith({ iterations: 4, learningRates: [0.5, 2], title: 'Small <one>' });
    const { page, troubles, close } = await openPage(`#file=${encodeURIComponent(JSON.stringify(network))}`);
    const workbook = await downloaded(page, 'Download workbook');
    expect(workbook.name).toBe('small-one.xlsx');
    expect(differencesOf(workbook.bytes, await workbookBytes(network))).toEqual([]);
    await page.getByRole('combobox', { name: 'Left to the learner' }).selectOption('updates');
    const exercise = await downloaded(page, 'Download exercise');
    expect(exercise.name).toBe('small-one-exercise.xlsx');
    expect(differencesOf(exercise.bytes, await exerciseBytes(network, { blank: 'updates' }))).toEqual([]);
    await page.getByRole('button', { name: 'Copy explanation' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(explain(network, { learningRate: 0.5 }));
    expect(troubles).toEqual([]);
    await close();
  });

  test('takes a typed weight into the curves, the steps and the address, and says where a number is none', async () => {
    const { page, troubles, close } = await openPage();
    const field = page.getByRole('spinbutton', { name: 'w5', exact: true });
    await field.fill('-0.3');
    const { runs } = lessonOf(withInitialValues(classNetwork, new Map([['w5', -0.3]])));
    expect(await page.locator('.plot .flag-text').first().textContent()).toBe(
      `at 1: E = ${fixedText(runs[2]?.errors[0] ?? Number.NaN, 4)}`,
    );
    expect(await page.locator('.step .result').nth(4).textContent()).toBe(shownNumber(runs[2]?.at(1).after('w5') ?? 0));
    await page.waitForURL(/w5=-0.3/);
    await field.fill('');
    expect(await page.getByText('✗ A number belongs here.').count()).toBe(1);
    expect(troubles).toEqual([]);
    await close();
  });

  test.skipIf(!isEverything)(
    'makes a network of the form or of a file, and says at their fields what is wrong',
    async () => {
      const { page, troubles, close } = await openPage();
      await page.getByLabel('Units of each hidden layer').fill('3 x');
      await page.getByRole('button', { name: 'Use this network' }).click();
      const described = await page.getByLabel('Units of each hidden layer').getAttribute('aria-describedby');
      expect(await page.locator(`#${described}`).textContent()).toContain('"x" is not a finite number');
      await page.getByLabel('Units of each hidden layer').fill('3');
      await page.getByLabel('Seed').fill('7');
      await page.getByRole('button', { name: 'Use this network' }).click();
      const { layers } = withSettings(classNetwork, { hidden: [3], seed: 7 });
      expect(await page.getByRole('spinbutton', { name: 'w12' }).inputValue()).toBe(String(layers[1]?.weights[1]?.[2]));

      const file = page.getByLabel('Or a network file');
      await file.fill('{ "title": "x", "layers": [], "samples": 3 }');
      await page.getByRole('button', { name: 'Use this file' }).click();
      const told = await page.getByRole('alert').allTextContents();
      expect(() => parseNetwork({ title: 'x', layers: [], samples: 3 })).toThrow();
      for (const { path, message } of faultsOf({ title: 'x', layers: [], samples: 3 }))
        expect(told.join('\n')).toContain(`✗ ${path}: ${message}`);
      await file.fill('{ "title": ');
      await page.getByRole('button', { name: 'Use this file' }).click();
      expect((await page.getByRole('alert').allTextContents()).join()).toContain('is not JSON');
      await file.fill(networkTemplate('deep'));
      await page.getByRole('button', { name: 'Use this file' }).click();
      expect(await page.locator('.network .head-text').allTextContents()).toContain('Hidden 2 · sigmoid');
      expect(troubles).toEqual([]);
      await close();
    },
  );

  test('judges workbooks in the words of the command line', async () => {
    const { page } = opened;
    const files = [
      { name: 'right.xlsx', bytes: learners() },
      { name: 'wrong.xlsx', bytes: learners(true) },
      { name: 'damaged.xlsx', bytes: Buffer.from('nothing of the kind') },
    ];
    await page
      .getByLabel('Check workbooks')
      .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
    const cards = page.getByRole('region', { name: 'Report' }).getByRole('article');
    await cards.nth(2).waitFor();
    for (const [k, { name, bytes }] of files.entries()) {
      const report = checkWorkbook(bytes);
      const [card, line] = [
        await cards.nth(k).textContent(),
        await page
          .getByRole('row')
          .nth(k + 1)
          .textContent(),
      ];
      expect(line).toContain(name);
      for (const text of [summary(report), ...tables(report), ...notes(report)]) expect(card).toContain(text);
      for (const { message, place, corrections, sentences } of findings(report))
        for (const text of [message, place, ...corrections.flat(), ...sentences]) expect(card).toContain(text);
    }
    expect(await page.locator('.verdict').allTextContents()).toEqual([
      ...['✓ all right', '✗ 1 mistake', '? not judged'],
      ...['✓ all right', '✗ 1 mistake', '? not judged'],
    ]);
    expect(opened.troubles).toEqual([]);
  });

  test.skipIf(!isEverything).each([
    ['no worker can be made', 'window.Worker = class { constructor() { throw new Error("forbidden"); } }'],
    [
      'a worker cannot begin',
      'const Own = Worker; window.Worker = class extends Own { constructor() { super("data:,throw 1"); } }',
    ],
  ])('does the work itself where %s', async (_, script) => {
    const { page, close } = await openPage();
    await page.context().addInitScript(script);
    const network = classWith({ iterations: 3, learningRates: [0.5], title: 'here' });
    await page.goto(`file://${PAGE}?#file=${encodeURIComponent(JSON.stringify(network))}`);
    await page.reload();
    const { bytes } = await downloaded(page, 'Download workbook');
    expect(differencesOf(bytes, await workbookBytes(network))).toEqual([]);
    await close();
  });

  test.skipIf(!isEverything)(
    'judges by the network above, and by a learning rate, where that is asked for',
    async () => {
      const { page, close } = await openPage('#network=mazur');
      await page.getByLabel('judge by the network above').check();
      await page.getByLabel('Rate of all tables').fill('2');
      await page
        .getByLabel('Check workbooks')
        .setInputFiles([{ name: 'a.xlsx', mimeType: '', buffer: Buffer.from(learners()) }]);
      const card = page.getByRole('region', { name: 'Report' }).getByRole('article');
      const report = checkWorkbook(learners(), { network: ready('mazur'), learningRate: 2 });
      expect(await card.textContent()).toContain(summary(report));
      await close();
    },
  );

  test.skipIf(!isEverything)('shows every ready-made network', async () => {
    const { page } = opened;
    for (const name of networkNames()) {
      const network = ready(name);
      await page.getByRole('combobox', { name: 'Network' }).selectOption(name);
      const labels = network.runs?.map((run) => run.name) ?? network.learningRates.map(String);
      const choice = network.runs === undefined ? 'Learning rate' : 'Run';
      const label = await page.getByRole('combobox', { name: choice }).inputValue();
      expect(labels).toContain(label);
      const { before } = lessonOf(network).runs[labels.indexOf(label)]?.at(1) ?? {};
      expect(await pictureTexts(page), name).toContain(fixedText(before?.('E_total') ?? Number.NaN, 6));
    }
    expect(opened.troubles).toEqual([]);
  });
});
