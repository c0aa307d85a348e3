// Holds the page to its bounds in a browser: its size, what the class workbook takes in it beside the command line, and what a step of the
// slider takes of the page's own thread. Part of npm run bench, where Debian's chromium is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const PAGE = file('../../dist/page/backprop-workbook.html');

/** Workbooks of each kind, and steps of the slider, of which the median counts. */
const [RUNS, STEPS] = [9, 60];

/** Tells on descriptor 3, when the process ends, the time of the processor that it took, in microseconds. */
const reportTime =
  "data:text/javascript,import{writeSync}from'node:fs';" +
  "process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s}=process.resourceUsage();writeSync(3,String(u+s))})";

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Seconds of the processor for the class workbook by the command line. */
function byCommandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'));
  try {
    const words = ['--import', reportTime, file('../../dist/bin/backprop-workbook.js'), '--output', 'out.xlsx'];
    const { output } = spawnSync(process.execPath, words, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    return Number(output[3]) / 1e6;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The figures of the page, each with its bound; none where there is no browser. */
export async function pageFigures() {
  const html = readFileSync(PAGE);
  const sizes = [
    ['the page, kB', html.length / 1000, '≤', 800],
    ['the page, compressed, kB', gzipSync(html, { level: 9 }).length / 1000, '≤', 260],
  ];
  if (!existsSync(CHROMIUM)) return sizes;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(`file://${PAGE}`);
    const all = await browser.newBrowserCDPSession();
    /** Seconds that the processes of pages have taken. */
    const taken = async () => {
      const { processInfo } = await all.send('SystemInfo.getProcessInfo');
      return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    };
    const [own, others] = [[], []];
    for (let k = 0; k <= RUNS; k++) {
      // As whoever opens the page finds it: nothing has run yet.
      await page.reload();
      await page.locator('svg.network').waitFor();
      await page.waitForTimeout(500);
      const before = await taken();
      await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download workbook' }).click(),
      ]);
      own.push((await taken()) - before);
      others.push(byCommandLine());
    }
    const thread = await page.context().newCDPSession(page);
    await thread.send('Performance.enable');
    const busy = async () => {
      const { metrics } = await thread.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value;
    };
    await page.getByRole('slider', { name: 'Iteration' }).focus();
    const steps = [];
    for (let k = 0; k < STEPS; k++) {
      const before = await busy();
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(60);
      steps.push(1000 * ((await busy()) - before));
    }
    return [
      ...sizes,
      // The first one warms up.
      ['the class workbook in the page, of the command line', median(own.slice(1)) / median(others.slice(1)), '≤', 1.2],
      ['a step of the slider on the page, ms', median(steps), '≤', 30],
    ];
  } finally {
    await browser.close();
  }
}
