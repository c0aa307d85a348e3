import type { Network } from '../network/network.ts';
import { prepareOutput, rowThreads, writeWhole } from '../node/index.ts';
import { spareMemory } from '../node/spare-memory.ts';
import { type Generation, generate } from '../pipeline/generate.ts';
import type { RunSummary } from '../pipeline/run-summary.ts';
import { tableCells } from '../pipeline/work.ts';
import { errorShown } from '../training/cell-error.ts';
import { outputFile } from './flags.ts';
import { chosenNetwork, type NetworkArguments, networkOptions } from './network-options.ts';
import { listOption, textOption, toNumbers, toOptionalCount, toOptionalCountUpTo } from './options.ts';
import { openBars } from './progress.ts';
import { backupLine, say } from './say.ts';
import { sourceOfCommand } from './source.ts';

/** The workbook that is written unless another one is named. */
export const DEFAULT_OUTPUT = 'output/backpropagation.xlsx';

/** More help no machine, and each takes memory. */
export const MOST_THREADS = 64;

/** The options of the command `generate`. */
export const generateOptions = {
  output: { ...textOption, alias: 'o', default: DEFAULT_OUTPUT, describe: 'The workbook to write' },
  iterations: {
    ...textOption,
    alias: 'n',
    describe: "Rows per run [default: the network's]",
  },
  'learning-rates': {
    ...listOption,
    alias: 'r',
    describe: "One or more learning rates, a sheet each [default: the network's]",
  },
  ...networkOptions,
  threads: {
    ...textOption,
    describe: 'Threads that make the rows of long runs [default: one for each core]',
  },
  force: {
    type: 'boolean',
    default: false,
    describe: 'Replace a file that this program did not write, or that was changed since; the old one is kept as .bak',
  },
  json: { type: 'boolean', default: false, describe: 'Print the summary as JSON and nothing else' },
} as const;

/** Cells of the tables from which on a workbook takes more memory than Node itself. */
const MANY_CELLS = 500_000;

/** What the command `generate` is given. */
export interface GenerateArguments extends NetworkArguments {
  readonly network: string;
  readonly output: string;
  readonly iterations: string | undefined;
  readonly learningRates: readonly string[] | undefined;
  readonly threads: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** Makes a workbook and prints how its training runs went. */
export async function runGenerate(given: GenerateArguments): Promise<void> {
  const start = performance.now();
  const network = await trainedNetwork(given);
  await prepareOutput(given.output, given.force, outputFile('network.xlsx', ['.xlsx']));
  if (tableCells(network) > MANY_CELLS) spareMemory();
  const bars = await openBars(network, given.json);
  const { errorName, runs, bytes } = await generate(network, {
    source: sourceOfCommand(given.network, given),
    progress: (written) => bars?.progress(written),
    threads: rowThreads(toOptionalCountUpTo(MOST_THREADS, given.threads, '--threads')),
  });
  const { size, backup } = await writeWhole(given.output, bytes).finally(() => bars?.stop());
  const milliseconds = Math.round(performance.now() - start);

  if (given.json) {
    const { title, iterations } = network;
    const file = { file: given.output, backup: backup ?? null, bytes: size };
    await say(JSON.stringify({ ...file, milliseconds, title, iterations, runs }, null, 2));
  } else {
    const file = `${given.output}  ${Math.ceil(size / 1000)} kB  ${(milliseconds / 1000).toFixed(2)} s`;
    await say(`${summaryTable({ errorName, runs }, network.iterations)}\n\n${file}${backupLine(given.output, backup)}`);
  }
}

/** Why a run has no number at its end; nothing where it has. */
function endOf({ divergedAt, ended }: RunSummary): string {
  if (ended === null) return '';
  if (divergedAt !== null) return `diverged at iteration ${divergedAt}`;
  return `no number from iteration ${ended.iteration} on: ${ended.reason}`;
}

/** How the training runs went, a line each. */
export function summaryTable({ errorName, runs }: Pick<Generation, 'errorName' | 'runs'>, iterations: number): string {
  const shown = (value: number): string => errorShown(value) ?? value.toPrecision(6);
  const named = runs.some(({ name }) => name !== undefined);
  const rows = runs.map((run) => [
    run.name ?? `${run.learningRate}`,
    shown(run.firstError),
    shown(run.lastError),
    endOf(run),
  ]);
  const head = [named ? 'run' : 'η', `${errorName}, iteration 1`, `iteration ${iterations}`, ''];
  const widths = head.map((title, k) => Math.max(title.length, ...rows.map((row) => (row[k] ?? '').length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, k) => cell.padStart(widths[k] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

/** The network that is asked for, with the learning rates and iterations that are. */
export const trainedNetwork = (given: Omit<GenerateArguments, 'output'>): Promise<Network> =>
  chosenNetwork(given.network, given, {
    learningRates: given.learningRates && toNumbers(given.learningRates, '--learning-rates'),
    iterations: toOptionalCount(given.iterations, '--iterations'),
  });
