import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a job took in all its runs.
 * @typedef {object} Result
 * @property {Spread} time milliseconds
 * @property {Spread | undefined} memory the most that the process held, in MB, where it was asked to tell
 * @property {number} size of the file that it wrote, in MB; 0 where it wrote none
 */

/** @typedef {{ readonly median: number, readonly least: number, readonly most: number }} Spread */

/** Tells on descriptor 3, when the process ends, the most memory that it held, in kB. */
const reportMemory =
  "data:text/javascript,import{writeSync}from'node:fs';" +
  "process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))";

/**
 * Runs jobs in turn, A B A B, each in an empty folder; where they are short, once before to warm up.
 * @param {Readonly<Record<string, readonly string[]>>} jobs commands by name; each may write out.xlsx
 * @param {number} runs of each
 * @param {boolean} telling whether processes of Node tell their memory, which takes them some milliseconds
 * @returns {Readonly<Record<string, Result>>}
 */
export function measure(jobs, runs, telling) {
  const all = Object.entries(jobs).map(([name, command]) => ({ name, command, done: [] }));
  if (runs > 3) for (const { name, command } of all) run(name, command, telling);
  for (let k = 0; k < runs; k++) for (const { name, command, done } of all) done.push(run(name, command, telling));
  return Object.fromEntries(
    all.map(({ name, done }) => [
      name,
      {
        time: spread(done.map(({ time }) => time)),
        memory: done[0].memory === undefined ? undefined : spread(done.map(({ memory }) => memory)),
        size: done[0].size,
      },
    ]),
  );
}

/** One run: milliseconds, MB or undefined, MB. */
function run(name, command, telling) {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'));
  try {
    const start = performance.now();
    const [executable, ...words] = command;
    const tells = telling && executable === process.execPath;
    const child = spawnSync(executable, [...(tells ? ['--import', reportMemory] : []), ...words], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const time = performance.now() - start;
    if (child.status !== 0) throw new Error(`${name} failed: ${child.error ?? child.stderr}`);
    const written = join(folder, 'out.xlsx');
    return {
      time,
      memory: tells ? Number(child.output[3]) / 1000 : undefined,
      size: existsSync(written) ? statSync(written).size / 1e6 : 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly number[]} values @returns {Spread} */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {
    median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
    least: sorted[0],
    most: sorted[sorted.length - 1],
  };
}
