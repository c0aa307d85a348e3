import { generate, type RunSummary, withInitialValues, withSettings } from '../index.ts';
import { drawingTemplates, nodeCompression, prepareOutput, readNetwork, writeWhole } from '../node/index.ts';
import { setOption, textOption, toInitialValues, toNumber, toOptionalNumber } from './options.ts';

const DEFAULT_OUTPUT = 'output/backpropagation.xlsx';

/** The options of the command `generate`. */
export const generateOptions = {
  output: { ...textOption, alias: 'o', default: DEFAULT_OUTPUT, describe: 'The workbook to write' },
  iterations: {
    ...textOption,
    alias: 'n',
    describe: "Rows per learning rate [default: the network's]",
  },
  'learning-rates': {
    alias: 'r',
    type: 'string',
    array: true,
    requiresArg: true,
    describe: "One or more learning rates, a sheet each [default: the network's]",
  },
  set: setOption,
  force: {
    type: 'boolean',
    default: false,
    describe: 'Replace a file that this program did not write, or that was changed since',
  },
  json: { type: 'boolean', default: false, describe: 'Print the summary as JSON and nothing else' },
} as const;

/** What the command `generate` is given. */
export interface GenerateArguments {
  readonly network: string;
  readonly output: string;
  readonly iterations: string | undefined;
  readonly learningRates: readonly string[] | undefined;
  readonly set: readonly string[] | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** Makes a workbook and prints how its training runs went. */
export async function runGenerate(given: GenerateArguments): Promise<void> {
  const start = performance.now();
  const settings = {
    learningRates: given.learningRates?.map((text) => toNumber(text, '--learning-rates')),
    iterations: toOptionalNumber(given.iterations, '--iterations'),
  };
  const values = toInitialValues(given.set);
  const network = withInitialValues(withSettings(await readNetwork(given.network), settings), values);
  await prepareOutput(given.output, given.force);
  const { runs, bytes } = await generate(network, { templates: drawingTemplates(), compression: nodeCompression });
  const size = await writeWhole(given.output, bytes);
  const milliseconds = Math.round(performance.now() - start);

  if (given.json) {
    const { title, iterations } = network;
    console.log(JSON.stringify({ file: given.output, bytes: size, milliseconds, title, iterations, runs }, null, 2));
  } else {
    console.log(summaryTable(runs, network.iterations));
    console.log(`\n${given.output}  ${Math.ceil(size / 1000)} kB  ${(milliseconds / 1000).toFixed(2)} s`);
  }
}

function summaryTable(runs: readonly RunSummary[], iterations: number): string {
  const shown = (error: number): string => (Number.isFinite(error) ? error.toPrecision(6) : '#NUM!');
  const rows = runs.map((run) => [`${run.learningRate}`, shown(run.firstError), shown(run.lastError)]);
  const head = ['η', 'E_total, iteration 1', `iteration ${iterations}`];
  const widths = head.map((title, k) => Math.max(title.length, ...rows.map((row) => (row[k] ?? '').length)));
  return [head, ...rows].map((row) => row.map((cell, k) => cell.padStart(widths[k] ?? 0)).join('   ')).join('\n');
}
