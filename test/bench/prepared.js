// What the jobs of the benchmark read or run, made once: learners' workbooks, network files with many samples, a program in C.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const job = (name) => fileURLToPath(new URL(`jobs/${name}`, import.meta.url));

function run(command, words) {
  const { status, error, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed: ${error ?? stderr}`);
}

/** Learners of a class. */
const LEARNERS = 40;

/**
 * What was made, in a folder that is to be removed.
 * @returns {{
 *   folder: string,
 *   learner: string,
 *   learners: readonly string[],
 *   peer: readonly string[] | undefined,
 *   wide: string,
 *   batchOf: (samples: number) => string,
 * }} paths; and what a run of libxlsxwriter begins with
 */
export function prepared() {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-given-'));
  const learner = join(folder, 'learner.xlsx');
  run(process.execPath, [job('learners-workbook.js'), learner]);
  mkdirSync(join(folder, 'class'));
  const learners = Array.from({ length: LEARNERS }, (_, k) => join(folder, 'class', `learner-${k + 1}.xlsx`));
  for (const path of learners) copyFileSync(learner, path);
  const batchOf = (samples) => batch(folder, samples);
  return { folder, learner, learners, peer: libxlsxwriter(folder), wide: wide(folder), batchOf };
}

/** The program that uses libxlsxwriter, and what it reads; undefined where the library or a compiler is missing, which is said. */
function libxlsxwriter(folder) {
  const program = join(folder, 'libxlsxwriter');
  if (!existsSync('/usr/include/xlsxwriter.h')) {
    console.log(
      'SKIPPED: libxlsxwriter, for /usr/include/xlsxwriter.h is missing (apt-get install libxlsxwriter-dev).',
    );
    return undefined;
  }
  run('cc', ['-O2', '-o', program, job('libxlsxwriter.c'), '-lxlsxwriter', '-lz']);
  const patterns = join(folder, 'patterns.txt');
  run(process.execPath, [job('table-patterns.js'), patterns, '10000']);
  return [program, patterns];
}

/** A network file with so many samples, all of them in each iteration. */
function batch(folder, samples) {
  const inputs = (k) => [k / samples, ((k * 7919) % samples) / samples];
  return network(folder, `batch-${samples}`, {
    samples: Array.from({ length: samples }, (_, k) => ({ inputs: inputs(k), targets: [k % 2] })),
    batch: 'full',
    layers: [
      { activation: 'tanh', units: 2, bias: [0, 0] },
      { activation: 'sigmoid', units: 1, bias: [0] },
    ],
    iterations: 100,
  });
}

/** A network file of 20 inputs, 30 hidden units and 10 outputs. */
const wide = (folder) =>
  network(folder, 'wide', {
    samples: [{ inputs: numbers(20), targets: numbers(10) }],
    layers: [
      { activation: 'sigmoid', units: 30, bias: numbers(30) },
      { activation: 'sigmoid', units: 10, bias: numbers(10) },
    ],
    iterations: 1000,
  });

const numbers = (count) => Array.from({ length: count }, (_, k) => (k + 1) / (count + 1));

function network(folder, name, fields) {
  const path = join(folder, `${name}.json`);
  const usual = {
    title: name,
    initialWeights: { rule: 'xavier', seed: 1 },
    loss: 'half-squared-error',
    learningRates: [0.5],
  };
  writeFileSync(path, JSON.stringify({ ...usual, ...fields }));
  return path;
}
