// Takes the pictures of the page that docs/page.md shows, with Debian's chromium and fonts-crosextra-carlito, into output/pictures.
import { chromium } from 'playwright-core';

const pictures = [
  ['page-1366-light', 1366, 768, 'light', '#iteration=12&stage=3&point=w5'],
  ['page-1366-dark', 1366, 768, 'dark', '#network=deep&rate=1&iteration=40&stage=4'],
  ['page-1920-light', 1920, 1080, 'light', '#iteration=12&point=w5'],
  ['page-1920-dark', 1920, 1080, 'dark', '#network=xor&rate=1&iteration=200&sample=2&point=w8'],
  ['page-390-light', 390, 844, 'light', '#iteration=12&stage=3&point=w5'],
  ['page-390-dark', 390, 844, 'dark', '#network=xor&rate=1&iteration=200&sample=2&point=w8'],
];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, width, height, colorScheme, hash] of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(new URL(`../output/backprop-workbook.html${hash}`, import.meta.url).href);
  await page.locator('svg.network').waitFor();
  await page.screenshot({ path: `output/pictures/${name}.png` });
  process.stdout.write(`output/pictures/${name}.png\n`);
  await page.close();
}
await browser.close();
