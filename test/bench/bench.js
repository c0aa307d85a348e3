// Times whole processes of this program beside whole processes that stand for the least it could take: npm run bench
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A process to time.
 * @typedef {object} Job
 * @property {string} name
 * @property {(folder: string) => readonly string[]} command what Node is to run; it may write into the folder, which is empty
 */

/**
 * Two jobs, run in turn, and how many times as long as the second the first may take.
 * @typedef {object} Comparison
 * @property {Job} ours
 * @property {Job} theirs
 * @property {number} runs counted runs of each
 * @property {number} bound on the ratio of the medians
 */

/** What a job took: milliseconds of every counted run, and the most memory in MB. @typedef {{ times: number[], memory: number }} Result */

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = file('../../dist/bin/backprop-workbook.js');

/** One row for each comparison. @type {readonly Comparison[]} */
const comparisons = [
  {
    ours: { name: 'the default workbook', command: (folder) => [program, '--output', join(folder, 'default.xlsx')] },
    theirs: { name: "import('exceljs')", command: () => [file('jobs/import-exceljs.js')] },
    runs: 21,
    bound: 2.5,
  },
];

/** Tells on descriptor 3, when the process ends, the most memory that it held, in kB. */
const reportMemory =
  "data:text/javascript,import{writeSync}from'node:fs';" +
  "process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))";

/**
 * Runs a job once in an empty folder.
 * @param {Job} job
 * @param {readonly string[]} options of Node
 * @returns {{ time: number, told: string }} milliseconds, and what it wrote to descriptor 3
 */
function run(job, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'));
  try {
    const command = [...options, ...job.command(folder)];
    const start = performance.now();
    const child = spawnSync(process.execPath, command, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    const time = performance.now() - start;
    if (child.status !== 0) throw new Error(`${job.name} failed: ${child.error ?? child.stderr}`);
    return { time, told: String(child.output[3]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Warms both jobs up, measures the memory of each in a run that does not count, then times them in turn: A B A B.
 * @param {Comparison} comparison
 * @returns {readonly [ours: Result, theirs: Result]}
 */
function compare({ ours, theirs, runs }) {
  const measured = [ours, theirs].map((job) => {
    run(job);
    return { job, times: [], memory: Number(run(job, ['--import', reportMemory]).told) / 1000 };
  });
  for (let k = 0; k < runs; k++) for (const { job, times } of measured) times.push(run(job).time);
  return measured;
}

/** @param {readonly number[]} values @param {number} share 0.5 for the median */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

/** @param {readonly (readonly string[])[]} rows the first of them the head; the first column is text */
function table(rows) {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  const line = (row) => row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join('   ');
  return rows.map(line).join('\n');
}

console.log(`Node ${process.version}, ${process.platform}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}`);
let met = true;
for (const comparison of comparisons) {
  const { ours, theirs, runs, bound } = comparison;
  const results = compare(comparison);
  const rows = [ours, theirs].map(({ name }, k) => {
    const { times, memory } = results[k];
    return [name, ...[0.5, 0, 1].map((share) => `${quantile(times, share).toFixed(0)} ms`), `${memory.toFixed(0)} MB`];
  });
  console.log(`\n${table([[`${runs} runs each, in turn`, 'median', 'fastest', 'slowest', 'memory'], ...rows])}`);
  const ratio = quantile(results[0].times, 0.5) / quantile(results[1].times, 0.5);
  const kept = ratio <= bound;
  met &&= kept;
  console.log(`ratio of the medians ${ratio.toFixed(2)}, bound ${bound}: ${kept ? 'met' : 'NOT MET'}`);
}
process.exitCode = met ? 0 : 1;
