import { initNetworkFile } from '../node/index.ts';
import { namedFile } from './flags.ts';
import { chosenNetwork, type NetworkArguments, networkOptions } from './network-options.ts';
import { DEFAULT_NETWORK, NAME, textOption } from './options.ts';
import { backupLine, say } from './say.ts';

/** The options of the command `init`. */
export const initOptions = {
  network: {
    ...textOption,
    default: DEFAULT_NETWORK,
    describe: "The network to start from: a ready-made one's name, or the path of a network file",
  },
  ...networkOptions,
  force: { type: 'boolean', default: false, describe: 'Replace a file that is there; it is kept as .bak' },
} as const;

/** What the command `init` is given. */
export interface InitArguments extends NetworkArguments {
  readonly file: string;
  readonly network: string;
  readonly force: boolean;
}

/** Writes a network file to edit. */
export async function runInit(given: InitArguments): Promise<void> {
  const { backup } = await initNetworkFile(
    given.file,
    await chosenNetwork(given.network, given),
    given.force,
    namedFile('network.json', ['.json']),
  );
  await say(`${given.file}  Edit it, then: ${NAME} generate ${given.file}${backupLine(given.file, backup)}`);
}
