import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { repositoryFile } from '../markdown.ts';
import { type Opened, open, type WindowLook } from '../support/chromium.ts';

/** The page as it is built. */
export const PAGE = repositoryFile('dist/page/backprop-workbook.html');

/** Opens the page. @param hash its state */
export const openPage = (hash = '', look: WindowLook = {}): Promise<Opened> => open(`file://${PAGE}${hash}`, look);

/** Presses a button that saves a file, and gives its bytes and its name. */
export async function downloaded(
  page: Page,
  button: string,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { bytes: await readFile(await download.path()), name: download.suggestedFilename() };
}

/** All texts of the picture of the network. */
export const pictureTexts = (page: Page): Promise<readonly string[]> =>
  page.locator('svg.network text').allTextContents();
