#!/usr/bin/env node
import yargs, { type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import {
  generate,
  InputError,
  inputError,
  nearest,
  type RunSummary,
  withInitialValues,
  withSettings,
} from './index.ts';
import {
  drawingTemplates,
  initNetworkFile,
  networkNames,
  networkTemplate,
  nodeCompression,
  prepareOutput,
  readNetwork,
  version,
  writeWhole,
} from './node/index.ts';

const NAME = 'backprop-workbook';
const DEFAULT_OUTPUT = 'output/backpropagation.xlsx';

/** The exit code of everything that the user can mend. */
const EXIT_INPUT = 2;

const generateOptions = {
  output: { alias: 'o', type: 'string', requiresArg: true, default: DEFAULT_OUTPUT, describe: 'The workbook to write' },
  iterations: {
    alias: 'n',
    type: 'string',
    requiresArg: true,
    describe: "Rows per learning rate [default: the network's]",
  },
  'learning-rates': {
    alias: 'r',
    type: 'string',
    array: true,
    requiresArg: true,
    describe: "One or more learning rates, a sheet each [default: the network's]",
  },
  set: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'An initial value as NAME=NUMBER, such as w5=0.3; may be repeated',
  },
  force: {
    type: 'boolean',
    default: false,
    describe: 'Replace a file that this program did not write, or that was changed since',
  },
  json: { type: 'boolean', default: false, describe: 'Print the summary as JSON and nothing else' },
} as const;

interface GenerateArguments {
  readonly network: string;
  readonly output: string;
  readonly iterations: string | undefined;
  readonly learningRates: readonly string[] | undefined;
  readonly set: readonly string[] | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

async function runGenerate(given: GenerateArguments): Promise<void> {
  const start = performance.now();
  const settings = {
    learningRates: given.learningRates?.map((text) => toNumber(text, '--learning-rates')),
    iterations: given.iterations === undefined ? undefined : toNumber(given.iterations, '--iterations'),
  };
  const values = new Map((given.set ?? []).map(toAssignment));
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

function toNumber(text: string, flag: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw inputError(`"${text}" is not a finite number; write it like 0.5 or 1e-3.`, flag);
  return value;
}

function toAssignment(text: string): readonly [string, number] {
  const [name, value, ...rest] = text.split('=');
  if (name === undefined || name === '' || value === undefined || rest.length > 0)
    throw inputError(`"${text}" is not of the form NAME=NUMBER, such as w5=0.3.`, '--set');
  return [name.trim(), toNumber(value, `--set ${name.trim()}`)];
}

function listNetworks(): void {
  for (const name of networkNames()) {
    const { about = '' } = JSON.parse(networkTemplate(name)) as { readonly about?: string };
    console.log(`${name.padEnd(14)} ${about}`);
  }
}

function runInit(path: string, force: boolean): void {
  initNetworkFile(path, force);
  console.log(`${path}  Edit it, then: ${NAME} generate ${path}`);
}

/** The command line, with one sentence for every misuse. */
function commandLine(words: readonly string[]): Argv {
  return withoutTypes(yargs(words as string[]))
    .scriptName(NAME)
    .usage('$0 [command]\n\nMakes an Excel workbook in which a neural network learns before your eyes.')
    .command(
      ['generate [network]', '$0'],
      'Make the workbook of a network',
      (command) =>
        command
          .positional('network', {
            type: 'string',
            default: 'class',
            describe: "A ready-made network's name, or the path of a network file (JSON)",
          })
          .options(generateOptions)
          .example('$0', 'the class network, into output/backpropagation.xlsx')
          .example('$0 generate class -r 0.3 0.6 -n 50', 'two learning rates, 50 iterations each')
          .example('$0 --set w5=0.3 --set t1=0.5', 'other initial values')
          .example('$0 generate my-network.json -o mine.xlsx', 'a network of your own'),
      (given) => runGenerate({ ...given, learningRates: given['learning-rates'] }),
    )
    .command('networks', 'List the ready-made networks', {}, listNetworks)
    .command(
      'init [file]',
      'Write a network file to edit',
      (command) =>
        command
          .positional('file', { type: 'string', default: 'network.json', describe: 'The file to write' })
          .option('force', { type: 'boolean', default: false, describe: 'Replace a file that is there' })
          .example('$0 init my-network.json', 'then edit it and generate its workbook'),
      (given) => runInit(given.file, given.force),
    )
    .strict()
    .version(version())
    .help()
    .alias({ help: 'h' })
    .locale('en')
    .exitProcess(false)
    .parserConfiguration({ 'duplicate-arguments-array': false, 'greedy-arrays': true })
    .fail((message, error: Error | undefined) => {
      // What yargs itself objects to is misuse, whether it comes as a message or as an error of its own.
      throw error === undefined || error.name === 'YError' ? inputError(plainUsage(message)) : error;
    });
}

/** Leaves "[string]" and the like out of the help; yargs has the setting, but its types do not know it. */
function withoutTypes(command: Argv): Argv {
  const configurable = command as Argv & { usageConfiguration(settings: Readonly<Record<string, boolean>>): Argv };
  return configurable.usageConfiguration({ 'hide-types': true });
}

/** What yargs says of misuse, with the nearest flag that exists. */
function plainUsage(message: string): string {
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(', ')[0];
  if (unknown === undefined) return `${message.replace(/\.$/, '')}; see ${NAME} --help.`;
  const near = nearest(unknown, [...Object.keys(generateOptions), 'help', 'version']);
  return `there is no option or command "${unknown}"; ${near ? `did you mean --${near}? See` : 'see'} ${NAME} --help.`;
}

try {
  await commandLine(hideBin(process.argv)).parseAsync();
} catch (error) {
  const known = error instanceof InputError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(known ? message.replace(/^/gm, `${NAME}: `) : `${NAME}: an unexpected fault: ${message}`);
  process.exitCode = known ? EXIT_INPUT : 1;
}
