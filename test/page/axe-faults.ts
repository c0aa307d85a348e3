import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Elements that are shown of a fault. */
const SHOWN = 3;

/** What axe-core finds wrong in a page: its rule, and the first elements that break it. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as { readonly violations: readonly axe.Result[] };
  return violations.map(({ id, nodes }) => {
    const elements = nodes.slice(0, SHOWN).map(({ html }) => html);
    return `${id}: ${elements.join(' ')}`;
  });
}
