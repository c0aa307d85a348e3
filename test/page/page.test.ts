import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { numberText } from '../../src/page/number.ts';
import { fixedText } from '../../src/picture/number-text.ts';
import { generate } from '../../src/pipeline/generate.ts';
import { lessonOf } from '../../src/pipeline/lesson.ts';
import { classNetwork } from '../helpers/networks.ts';
import { describeInBrowser, endBrowser, type Opened } from '../support/chromium.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { downloaded, openPage, PAGE, pictureTexts } from './page.ts';

const collected = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

/** How far numbers of two machines may be apart: slopes from small differences of the error make rounding larger. */
const toleranceOf = (sheet: string): number => (sheet === 'Gradient check' ? 1e-6 : 1e-12);

describe('the file of the page', () => {
  const html = readFileSync(PAGE);

  test('is small enough to be sent by mail', () => {
    expect(html.length).toBeLessThanOrEqual(800_000);
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(260_000);
  });

  test('lets nothing in but its own script and style', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html.toString()) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']{44}' 'wasm-unsafe-eval'; style-src 'sha256-[^']{44}';/,
    );
    expect(policy).not.toMatch(/unsafe-inline|https?:|'unsafe-eval'/);
    expect(html.toString().match(/<script/g)).toHaveLength(1);
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

  test.each([1, 2, 37, 100])('shows the numbers of the engine in iteration %d', async (iteration) => {
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
    expect(results).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((k) => numberText(after(`w${k}`))));
  });

  test('says nothing in the console, asks for nothing, and has no fault that axe-core finds', async () => {
    const { page, troubles } = opened;
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as { readonly violations: readonly axe.Result[] };
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .slice(0, 3)
            .join(' ')}`,
      ),
    ).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('makes the workbook that the command line makes', async () => {
    const { bytes, name } = await downloaded(opened.page, 'Download workbook');
    expect(name).toBe('back-propagation-by-hand.xlsx');
    const own = readWorkbook(await collected((await generate(classNetwork)).bytes));
    const other = readWorkbook(bytes);
    expect(other.sheets.map((sheet) => sheet.name)).toEqual(own.sheets.map((sheet) => sheet.name));
    for (const [k, sheet] of own.sheets.entries()) {
      const cells = other.sheets[k]?.cells ?? new Map();
      expect([...cells.keys()], sheet.name).toEqual([...sheet.cells.keys()]);
      const wrong = [...sheet.cells].filter(([address, { formula, value }]) => {
        const there = cells.get(address);
        if (there?.formula !== formula) return true;
        // What is a difference of nearly equal numbers is nothing but rounding.
        return typeof value === 'number' && typeof there.value === 'number'
          ? Math.abs(there.value - value) > toleranceOf(sheet.name) * Math.max(1e-3, Math.abs(value))
          : typeof value !== typeof there.value;
      });
      expect(wrong.map(([address]) => `${sheet.name}!${address}`)).toEqual([]);
    }
    expect(opened.troubles).toEqual([]);
  });

  test('shows every ready-made network', async () => {
    const { page } = opened;
    for (const name of networkNames()) {
      const network = parseNetwork(JSON.parse(networkTemplate(name)));
      await page.getByRole('combobox', { name: 'Network' }).selectOption(name);
      const { before } = lessonOf(network).runs[Math.floor((network.learningRates.length - 1) / 2)]?.at(1) ?? {};
      const rate = await page.getByRole('combobox', { name: 'Learning rate' }).inputValue();
      expect(network.learningRates.map(String)).toContain(rate);
      expect(await pictureTexts(page), name).toContain(fixedText(before?.('E_total') ?? Number.NaN, 6));
    }
    expect(opened.troubles).toEqual([]);
  });
});
