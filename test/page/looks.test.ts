import { afterAll, expect, test } from 'vitest';
import { isEverything } from '../helpers/sample.ts';
import { describeInBrowser, endBrowser, type WindowLook } from '../support/chromium.ts';
import { axeFaults } from './axe-faults.ts';
import { openPage } from './page.ts';

const looks: readonly (readonly [string, WindowLook, string])[] = [
  ['a phone, dark', { width: 390, height: 844, dark: true }, '#network=xor&stage=3&point=w8'],
  ['a laptop, dark', { dark: true }, '#iteration=12&point=w5'],
  ['a large screen', { width: 1920, height: 1080 }, '#network=three-classes'],
  ['a phone', { width: 390, height: 844 }, '#network=deep'],
  ['a small window', { width: 1000, height: 700 }, '#network=xor-in-turn'],
];

/** Run in the page: controls that the keyboard should reach, each by a mark that is set on it. */
const MARK_CONTROLS = `(() => {
  const all = [...document.querySelectorAll('button, select, input, textarea, summary, [tabindex="0"]')];
  const shown = all.filter((each) => each.checkVisibility() && each.tabIndex >= 0);
  // Of a group of radio buttons, the keyboard stops at the one that is chosen.
  const stops = shown.filter((each) => each.type !== 'radio' || each.checked);
  for (const [k, each] of stops.entries()) each.dataset.stop = String(k);
  return stops.length;
})()`;

/** Each look takes seconds, most of them axe-core's. */
const skipped = !isEverything;

describeInBrowser('the page', () => {
  afterAll(endBrowser);

  test.skipIf(skipped).each(looks)(
    'on %s has no fault that axe-core finds, and is no wider than the window',
    async (_, look, hash) => {
      const { page, troubles, close } = await openPage(hash, look);
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
        true,
      );
      expect(troubles).toEqual([]);
      await close();
    },
  );

  test.skipIf(skipped)('can be used by the keyboard alone', async () => {
    const { page, troubles, close } = await openPage('#iteration=5');
    const count = (await page.evaluate(MARK_CONTROLS)) as number;
    expect(count).toBeGreaterThan(40);
    const reached = new Set<unknown>();
    for (let k = 0; k < count + 5; k++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate('document.activeElement?.dataset.stop'));
    }
    expect([...Array(count).keys()].filter((k) => !reached.has(String(k)))).toEqual([]);

    const iteration = page.getByRole('slider', { name: 'Iteration' });
    await page.locator('body').click({ position: { x: 5, y: 300 } });
    for (const [key, value] of [
      ['ArrowRight', '6'],
      ['ArrowLeft', '5'],
      ['End', '100'],
      ['Home', '1'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await iteration.inputValue()).toBe(value);
    }
    await page.keyboard.press('2');
    expect(await page.getByRole('radio', { name: 'Error' }).isChecked()).toBe(true);
    await page.keyboard.press(' ');
    expect(await page.getByRole('button', { name: 'Play' }).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press(' ');

    const weight = (name: string) => page.locator(`.network [role="button"][data-name="${name}"]`);
    await weight('w1').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.network [data-name="w2"]:focus').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    expect(await page.locator('.readout').textContent()).toContain('w2 carries i2 into h1');
    await page.keyboard.press('Escape');
    expect(troubles).toEqual([]);
    await close();
  });

  test.skipIf(skipped)('lights up what is pointed at wherever it stands', async () => {
    const { page, close } = await openPage('#stage=3');
    await page.locator('.network [role="button"][data-name="w5"]').hover();
    expect(await page.locator('.network .glow').count()).toBe(3);
    await page.locator('.steps .lit').nth(3).waitFor({ state: 'attached' });
    const names = await page
      .locator('.steps .lit')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-name')));
    expect(new Set(names)).toEqual(new Set(['a_h1', '∂E/∂a_o1', '∂E/∂o1']));
    await close();
  });

  test.skipIf(skipped).each(['A4', 'Letter'])('prints a handout of three pages on %s', async (format) => {
    const { page, troubles, close } = await openPage('#iteration=12', { dark: true });
    const pdf = await page.pdf({ format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
    expect(await page.locator('#handout').innerHTML()).toBe('');
    expect(troubles).toEqual([]);
    await close();
  });
});
