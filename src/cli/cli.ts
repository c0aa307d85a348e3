import yargs, { type Argv } from 'yargs';
import { InputError, inputError } from '../network/input-error.ts';
import { visible } from '../network/path-text.ts';
import { networkNames, networkTemplate } from '../network/ready-made.ts';
import { version } from '../node/index.ts';
import { checkOptions } from './check-options.ts';
import { runExercise } from './exercise.ts';
import { exerciseOptions } from './exercise-options.ts';
import { explainOptions, runExplain } from './explain.ts';
import { DEFAULT_OUTPUT, generateOptions, runGenerate } from './generate.ts';
import { DEFAULT_HAND_IN, handInOptions } from './hand-in-options.ts';
import { initOptions, runInit } from './init.ts';
import { plainUsage, refuseSwitchValues } from './misuse.ts';
import { DEFAULT_NETWORK, NAME, networkPositional } from './options.ts';
import { DEFAULT_PAGE, pageOptions, runPage } from './page.ts';
import { say } from './say.ts';

/** The exit code of everything that the user can mend. */
const EXIT_INPUT = 2;

function listNetworks(): Promise<void> {
  const lines = networkNames().map((name) => {
    const { about = '' } = JSON.parse(networkTemplate(name)) as { readonly about?: string };
    return `${name.padEnd(14)} ${about}`;
  });
  return say(lines.join('\n'));
}

/** The command line, with one sentence for every misuse. */
function commandLine(words: readonly string[]): Argv {
  return withoutLateHelp(withoutTypes(yargs(words as string[])))
    .scriptName(NAME)
    .usage('$0 [command]\n\nMakes an Excel workbook in which a neural network learns before your eyes.')
    .command(
      ['generate [network]', '$0'],
      'Make the workbook of a network',
      (command) =>
        command
          .positional('network', networkPositional)
          .options(generateOptions)
          .example('$0', `the ${DEFAULT_NETWORK} network, into ${DEFAULT_OUTPUT}`)
          .example('$0 generate class -r 0.3 0.6 -n 50', 'two learning rates, 50 iterations each')
          .example('$0 generate xor --hidden 4 --seed 7', 'four hidden units, with weights drawn by the seed 7')
          .example('$0 --set w5=0.3 --set t1=0.5', 'other initial values')
          .example('$0 generate my-network.json -o mine.xlsx', 'a network of your own'),
      (given) => runGenerate({ ...given, learningRates: given['learning-rates'] }),
    )
    .command(
      'explain [network]',
      'Write one iteration step by step, as Markdown with formulas',
      (command) =>
        command
          .positional('network', networkPositional)
          .options(explainOptions)
          .example('$0 explain', 'iteration 1 of the class network, on standard output')
          .example('$0 explain class -r 0.3 -k 2 -o steps.md', 'another learning rate and iteration, into a file')
          .example('$0 explain class --as numpy -o train.py', 'a Python script that prints the same numbers'),
      (given) => runExplain({ ...given, learningRate: given['learning-rate'] }),
    )
    .command(
      'hand-in [network] [folder]',
      'Make a folder to hand in: a page with pictures and steps, and the workbook',
      (command) =>
        command
          .positional('network', networkPositional)
          .positional('folder', { type: 'string', default: DEFAULT_HAND_IN, describe: 'The folder to write' })
          .options(handInOptions)
          .example('$0 hand-in', `the ${DEFAULT_NETWORK} network, into ${DEFAULT_HAND_IN}`)
          .example('$0 hand-in class mine -r 0.3 0.6', 'another folder, two learning rates'),
      async (given) => {
        // Loaded only where it is asked for: no other command draws pictures.
        const { runHandIn } = await import('./hand-in.ts');
        await runHandIn({ ...given, learningRates: given['learning-rates'] });
      },
    )
    .command(
      'exercise [network]',
      'Make a workbook to fill in, which judges what is filled in',
      (command) =>
        command
          .positional('network', networkPositional)
          .options(exerciseOptions)
          .example('$0 exercise', 'the gradients of the hidden layer are left to the learner')
          .example('$0 exercise class --blank all -o all.xlsx', 'all columns but the given ones')
          .example('$0 exercise --answers -o answers.xlsx', "the teacher's copy of the first one")
          .example('$0 exercise --for learners.txt -o set', 'one for each learner, and the answers in set/answers'),
      async (given) => {
        process.exitCode = await runExercise({ ...given, learningRates: given['learning-rates'] });
      },
    )
    .command(
      'check <files..>',
      "Judge learners' workbooks and name the mistakes",
      (command) =>
        command
          .positional('files', {
            type: 'string',
            array: true,
            demandOption: true,
            describe: 'The workbooks to judge, .xlsx, .xlsm or .ods; or a folder or zip of a class',
          })
          .options(checkOptions)
          .example('$0 check mine.xlsx', 'the verdict, and each mistake with its cause and the right formula')
          .example('$0 check class/*.xlsx', 'a line for each file, then their reports')
          .example('$0 check downloads.zip --csv marks.csv', 'a class: its table, its slips, and the marks in a file')
          .example('$0 check mine.ods --activation tanh sigmoid', 'tanh in the hidden layer')
          .example('$0 check mine.xlsx --network mazur', 'a ready-made network')
          .epilogue(
            'Exit codes: 0 all right, or made by this program and unchanged; 1 mistakes; 2 not judged, or only in part; 3 of a class: something given could not be used, the rest is done.',
          ),
      async (given) => {
        // Loaded only where it is asked for: no other command needs the judge.
        const { runCheck } = await import('./check.ts');
        process.exitCode = await runCheck({
          ...given,
          learningRate: given['learning-rate'],
          markColumn: given['mark-column'],
          feedbackAs: given['feedback-as'],
        });
      },
    )
    .command('networks', 'List the ready-made networks', {}, listNetworks)
    .command(
      'init [file]',
      'Write a network file to edit',
      (command) =>
        command
          .positional('file', { type: 'string', default: 'network.json', describe: 'The file to write' })
          .options(initOptions)
          .example('$0 init my-network.json', 'then edit it and generate its workbook')
          .example('$0 init my-xor.json --network xor --seed 7', 'another network, with weights drawn by the seed 7'),
      (given) => runInit(given),
    )
    .command(
      'page [file]',
      'Write the page that does all of this in a browser',
      (command) =>
        command
          .positional('file', { type: 'string', default: DEFAULT_PAGE, describe: 'The file to write' })
          .options(pageOptions),
      (given) => runPage(given),
    )
    .strict()
    .version(version())
    .help()
    .alias({ help: 'h' })
    .locale('en')
    .exitProcess(false)
    .parserConfiguration({ 'greedy-arrays': true, 'boolean-negation': false, 'dot-notation': false })
    .fail((message, error: Error | undefined) => {
      // What yargs itself objects to is misuse, whether it comes as a message or as an error of its own.
      throw error === undefined || error.name === 'YError' ? inputError(plainUsage(message, words)) : error;
    });
}

/** Leaves "[string]" and the like out of the help; yargs has the setting, but its types do not know it. */
function withoutTypes(command: Argv): Argv {
  const configurable = command as Argv & { usageConfiguration(settings: Readonly<Record<string, boolean>>): Argv };
  return configurable.usageConfiguration({ 'hide-types': true });
}

/** Spares yargs to write the help of a command while that runs, in case that it is asked for later: here nobody does. */
function withoutLateHelp(command: Argv): Argv {
  type Usage = { cacheHelpMessage: () => void };
  const internal = command as Argv & { getInternalMethods(): { getUsageInstance(): Usage } };
  internal.getInternalMethods().getUsageInstance().cacheHelpMessage = () => {};
  return command;
}

// Whoever closes standard output or standard error early, as `head` does, has had enough.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Runs the command of these words, and sets the exit code of the process where it does not succeed. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  try {
    refuseSwitchValues(words);
    await commandLine(words).parseAsync();
  } catch (error) {
    const known = error instanceof InputError;
    const message = error instanceof Error ? error.message : String(error);
    console.error(visible(known ? message.replace(/^/gm, `${NAME}: `) : `${NAME}: an unexpected fault: ${message}`));
    process.exitCode = known ? EXIT_INPUT : 1;
  }
}
