// Times whole processes of this program beside whole processes of its peers, in turn, and holds the ratios to bounds: npm run bench
import { rmSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.js';
import { pageFigures } from './page.js';
import { prepared } from './prepared.js';
import { table } from './table.js';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = (...words) => [process.execPath, file('../../dist/bin/backprop-workbook.js'), ...words];
const workbook = (...words) => program('generate', ...words, '--output', 'out.xlsx');
const peer = (name, ...words) => [process.execPath, ...words, file(`jobs/${name}.js`), 'out.xlsx', '10000'];
const hundredRates = Array.from({ length: 100 }, (_, k) => String((k + 1) / 50));

console.log(`Node ${process.version}, ${process.platform}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}`);
const given = prepared();

/** What is run: how often, and by its name. @type {readonly { runs: number, telling: boolean, jobs: Readonly<Record<string, readonly string[]>> }[]} */
const rounds = [
  {
    runs: 21,
    telling: false,
    jobs: {
      'node -e 0': [process.execPath, '-e', '0'],
      'the default workbook': workbook(),
      '--help': program('--help'),
      'check, a table of 100 rows': program('check', given.learner),
    },
  },
  {
    runs: 3,
    telling: true,
    jobs: {
      '6 × 10,000 iterations': workbook('--iterations', '10000'),
      'the same on one core': workbook('--iterations', '10000', '--threads', '1'),
      ...(given.peer && { 'the same by libxlsxwriter': [...given.peer, 'out.xlsx'] }),
      'the same by exceljs, streaming': peer('exceljs-streaming'),
      'the same by exceljs, in memory': peer('exceljs-in-memory', '--max-old-space-size=16000'),
      '1 × 100,000 iterations': workbook('--learning-rates', '0.5', '--iterations', '100000'),
      '1 × 1,000,000 iterations': workbook('--learning-rates', '0.5', '--iterations', '1000000'),
      '100 × 1,000 iterations': workbook('--learning-rates', ...hundredRates, '--iterations', '1000'),
      '1,000 iterations of 20-30-10': workbook(given.wide),
      'a full batch of 250 samples': workbook(given.batchOf(250)),
      'a full batch of 500 samples': workbook(given.batchOf(500)),
      'check, 40 workbooks': program('check', ...given.learners),
    },
  },
];

const results = {};
try {
  for (const { runs, telling, jobs } of rounds) Object.assign(results, measure(jobs, runs, telling));
} finally {
  rmSync(given.folder, { recursive: true });
}

const milliseconds = (value) => `${Math.round(value).toLocaleString('en')} ms`;
const megabytes = (value) => `${Math.round(value).toLocaleString('en')} MB`;
console.log(
  `\n${table([
    [
      `medians of ${rounds.map(({ runs }) => runs).join(' runs, below of ')}`,
      'time',
      'fastest',
      'slowest',
      'memory',
      'file',
    ],
    ...Object.entries(results).map(([name, { time, memory, size }]) => [
      name,
      ...[time.median, time.least, time.most].map(milliseconds),
      memory === undefined ? '' : megabytes(memory.median),
      size === 0 ? '' : megabytes(size),
    ]),
  ])}`,
);

/** How many times as long as the second the first takes. */
const time = (a, b) => results[a].time.median / results[b].time.median;
const memory = (name) => results[name].memory.median;
const LONG = '6 × 10,000 iterations';
/** Each figure, its bound, and whether it may not be more or not be less. */
const figures = [
  ['the default workbook, of node -e 0', time('the default workbook', 'node -e 0'), '≤', 4.5],
  ['--help, of node -e 0', time('--help', 'node -e 0'), '≤', 1.8],
  ['check of a table of 100 rows, of node -e 0', time('check, a table of 100 rows', 'node -e 0'), '≤', 4],
  ...(given.peer ? [['libxlsxwriter takes, of our time', time('the same by libxlsxwriter', LONG), '≥', 8]] : []),
  ['exceljs in memory takes, of our time', time('the same by exceljs, in memory', LONG), '≥', 40],
  ["exceljs's streaming writer takes, of our time", time('the same by exceljs, streaming', LONG), '≥', 17],
  ['one core takes, of the time of all', time('the same on one core', LONG), '≥', 1.6],
  ['memory at 6 × 10,000 iterations, MB', memory(LONG), '≤', 130],
  ['memory at 1 × 1,000,000 iterations, MB', memory('1 × 1,000,000 iterations'), '≤', 130],
  ['memory at 100 × 1,000 iterations, MB', memory('100 × 1,000 iterations'), '≤', 200],
  ['memory at 1,000 iterations of 20-30-10, MB', memory('1,000 iterations of 20-30-10'), '≤', 200],
  ['memory at a full batch of 500 samples, MB', memory('a full batch of 500 samples'), '≤', 300],
  ['time at twice the samples', time('a full batch of 500 samples', 'a full batch of 250 samples'), '≤', 2.1],
  ['time at ten times the iterations', time('1 × 1,000,000 iterations', '1 × 100,000 iterations'), '≤', 10.5],
  ['40 workbooks checked, of the time of one', time('check, 40 workbooks', 'check, a table of 100 rows'), '≤', 24],
  ["size of the file, of exceljs's", results[LONG].size / results['the same by exceljs, in memory'].size, '≤', 0.7],
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
