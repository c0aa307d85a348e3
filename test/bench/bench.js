// Times whole processes of this program beside whole processes of its peers, in turn, and holds the ratios to bounds: npm run bench
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.js';
import { pageFigures } from './page.js';
import { table } from './table.js';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = (...words) => [file('../../dist/bin/backprop-workbook.js'), '--output', 'out.xlsx', ...words];
const peer = (name, ...words) => [...words, file(`jobs/${name}.js`), 'out.xlsx', '10000'];

/** What is run, by its name. @type {Readonly<Record<string, readonly string[]>>} */
const jobs = {
  'the default workbook': program(),
  "import('exceljs')": [file('jobs/import-exceljs.js')],
  '6 × 10,000 iterations': program('--iterations', '10000'),
  'the same by exceljs, streaming': peer('exceljs-streaming'),
  'the same by exceljs, in memory': peer('exceljs-in-memory', '--max-old-space-size=16000'),
  '1 × 100,000 iterations': program('--learning-rates', '0.5', '--iterations', '100000'),
  '1 × 1,000,000 iterations': program('--learning-rates', '0.5', '--iterations', '1000000'),
};

/** Runs that count, of the jobs that are run in turn. */
const rounds = [
  { runs: 21, names: Object.keys(jobs).slice(0, 2) },
  { runs: 3, names: Object.keys(jobs).slice(2) },
];

console.log(`Node ${process.version}, ${process.platform}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}`);
const results = Object.assign({}, ...rounds.map(({ runs, names }) => measure(jobs, names, runs)));

const milliseconds = (value) => `${Math.round(value).toLocaleString('en')} ms`;
const megabytes = (value) => `${Math.round(value).toLocaleString('en')} MB`;
console.log(
  `\n${table([
    ['medians of 21 runs, below of 3', 'time', 'fastest', 'slowest', 'memory', 'file'],
    ...Object.entries(results).map(([name, { time, memory, size }]) => [
      name,
      ...[time.median, time.least, time.most].map(milliseconds),
      megabytes(memory.median),
      size === 0 ? '' : megabytes(size),
    ]),
  ])}`,
);

const [ours, bare, long, streaming, inMemory, shorter, million] = Object.keys(jobs).map((name) => results[name]);
const time = (a, b) => a.time.median / b.time.median;
/** Each figure, its bound, and whether it may not be more or not be less. */
const figures = [
  ['exceljs in memory takes, of our time', time(inMemory, long), '≥', 20],
  ["exceljs's streaming writer takes, of our time", time(streaming, long), '≥', 6],
  ['memory at 6 × 10,000 iterations, MB', long.memory.median, '≤', 150],
  ['memory at 1 × 1,000,000 iterations, MB', million.memory.median, '≤', 150],
  ['the larger of both, of the smaller', ratio(long.memory.median, million.memory.median), '≤', 1.2],
  ['time at ten times the iterations', time(million, shorter), '≤', 10.5],
  ["size of the file, of exceljs's", long.size / inMemory.size, '≤', 0.75],
  ['the default workbook, of a bare import of exceljs', time(ours, bare), '≤', 2.5],
  ...(await pageFigures()),
];
const kept = ([, value, sign, bound]) => (sign === '≤' ? value <= bound : value >= bound);
console.log(
  `\n${table([
    ['', 'figure', 'must be', ''],
    ...figures.map((figure) => {
      const [name, value, sign, bound] = figure;
      return [name, value.toFixed(2), `${sign} ${bound}`, kept(figure) ? 'met' : 'NOT MET'];
    }),
  ])}`,
);
process.exitCode = figures.every(kept) ? 0 : 1;

/** @param {number} a @param {number} b */
function ratio(a, b) {
  return Math.max(a, b) / Math.min(a, b);
}
