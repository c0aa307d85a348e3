import { explain, withInitialValues } from '../index.ts';
import { prepareText, readNetwork, writeWhole } from '../node/index.ts';
import { setOption, textOption, toInitialValues, toOptionalNumber } from './options.ts';

/** The options of the command `explain`. */
export const explainOptions = {
  'learning-rate': {
    ...textOption,
    alias: 'r',
    describe: "Any learning rate above 0 [default: the middle one of the network's]",
  },
  iteration: {
    ...textOption,
    alias: 'k',
    describe: "From 1 to the network's iterations [default: 1]",
  },
  set: setOption,
  output: { ...textOption, alias: 'o', describe: 'The file to write [default: standard output]' },
  force: { type: 'boolean', default: false, describe: 'Replace a file that is there' },
} as const;

/** What the command `explain` is given. */
export interface ExplainArguments {
  readonly network: string;
  readonly learningRate: string | undefined;
  readonly iteration: string | undefined;
  readonly set: readonly string[] | undefined;
  readonly output: string | undefined;
  readonly force: boolean;
}

/** Writes the steps of an iteration as Markdown, to a file or on standard output. */
export async function runExplain(given: ExplainArguments): Promise<void> {
  const wanted = {
    learningRate: toOptionalNumber(given.learningRate, '--learning-rate'),
    iteration: toOptionalNumber(given.iteration, '--iteration'),
  };
  const values = toInitialValues(given.set);
  const text = explain(withInitialValues(await readNetwork(given.network), values), wanted);
  if (given.output === undefined) {
    console.log(text.trimEnd());
    return;
  }
  prepareText(given.output, given.force);
  const size = await writeWhole(given.output, bytesOf(text));
  console.log(`${given.output}  ${Math.ceil(size / 1000)} kB`);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
