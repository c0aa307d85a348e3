import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describeWithTool } from './describe-with-tool.ts';

/** Debian's browser. */
const CHROMIUM = '/usr/bin/chromium';

/** Tests that need a browser. */
export const describeInBrowser = describeWithTool('Chromium', () => existsSync(CHROMIUM));

let running: Promise<Browser> | undefined;

/** The browser, started once for all tests of a thread. */
export function browser(): Promise<Browser> {
  running ??= chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  return running;
}

/** Ends the browser, if it was started. */
export async function endBrowser(): Promise<void> {
  const own = running;
  running = undefined;
  await (await own)?.close();
}

/** What is special about a window. */
export interface WindowLook {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly still?: boolean;
}

/** A page of a window of its own, without a network, and what happened in it that should not. */
export interface Opened {
  readonly page: Page;
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** Opens an address with the network off; messages in the console, errors and requests for anything but a file are troubles. */
export async function open(
  address: string,
  { width = 1366, height = 768, dark, still }: WindowLook = {},
): Promise<Opened> {
  const context = await (await browser()).newContext({
    offline: true,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: still ? 'reduce' : 'no-preference',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('request', (request) => {
    // The worker is made of the page's own script.
    if (!/^(?:file|blob|data):/.test(request.url())) troubles.push(`request of ${request.url()}`);
  });
  await page.goto(address);
  await page.locator('svg.network').waitFor();
  return { page, troubles, close: () => context.close() };
}
