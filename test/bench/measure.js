import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a job took in all its runs.
 * @typedef {object} Result
 * @property {Spread} time milliseconds
 * @property {Spread} memory the most that the process held, in MB
 * @property {number} size of the file that it wrote, in MB; 0 where it wrote none
 */

/** @typedef {{ readonly median: number, readonly least: number, readonly most: number }} Spread */

/** Tells on descriptor 3, when the process ends, the most memory that it held, in kB. */
const reportMemory =
  "data:text/javascript,import{writeSync}from'node:fs';" +
  "process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))";

/**
 * Runs jobs in turn, A B A B, each in an empty folder; where they are short, once before to warm up.
 * @param {Readonly<Record<string, readonly string[]>>} jobs what Node is to run, by name; it may write out.xlsx
 * @param {readonly string[]} names of the jobs to run
 * @param {number} runs of each
 * @returns {Readonly<Record<string, Result>>}
 */
export function measure(jobs, names, runs) {
  const all = names.map((name) => ({ name, command: jobs[name], done: [] }));
  if (runs > 3) for (const { name, command } of all) run(name, command);
  for (let k = 0; k < runs; k++) for (const { name, command, done } of all) done.push(run(name, command));
  return Object.fromEntries(
    all.map(({ name, done }) => [
      name,
      {
        time: spread(done.map(({ time }) => time)),
        memory: spread(done.map(({ memory }) => memory)),
        size: done[0].size,
      },
    ]),
  );
}

/** One run: milliseconds, MB, MB. */
function run(name, command) {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'));
  try {
    const start = performance.now();
    const child = spawnSync(process.execPath, ['--import', reportMemory, ...command], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const time = performance.now() - start;
    if (child.status !== 0) throw new Error(`${name} failed: ${child.error ?? child.stderr}`);
    const written = join(folder, 'out.xlsx');
    return {
      time,
      memory: Number(child.output[3]) / 1000,
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
