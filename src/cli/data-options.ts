import { existsSync } from 'node:fs';
import type { Data } from '../data/data.ts';
import { readyData } from '../data/ready.ts';
import { type SetName, setNames } from '../data/sets/index.ts';
import { dataFaults } from '../network/data-field.ts';
import { type Fault, InputError, inputError } from '../network/input-error.ts';
import { MAX_SAMPLES } from '../network/limits.ts';
import { nearest } from '../network/nearest.ts';
import { inQuotes } from '../network/path-text.ts';
import { readTable } from '../node/index.ts';
import { flagOf } from './flags.ts';
import { listOption, textOption, toOptionalCount, toOptionalCountUpTo, toOptionalNumber } from './options.ts';

/** The options by which a network gets other samples. */
export const dataOptions = {
  data: {
    ...textOption,
    describe: `Other samples: a ready set (${setNames.join(', ')}), or the path of a table (CSV)`,
  },
  targets: { ...listOption, describe: 'The columns of the table to tell; the last one unless given' },
  samples: { ...textOption, describe: 'How many samples of a ready set' },
  noise: { ...textOption, describe: 'Of a ready set: the standard deviation of what is added to its inputs' },
  'data-seed': { ...textOption, describe: 'Draws the set, and the lines of a table that test' },
  test: { ...textOption, describe: 'The share of the samples that only tests, such as 0.2' },
  standardise: { type: 'boolean', describe: 'Counts inputs from their mean, in standard deviations' },
} as const;

/** What they were given. */
export interface DataArguments {
  readonly data: string | undefined;
  readonly targets: readonly string[] | undefined;
  readonly samples: string | undefined;
  readonly noise: string | undefined;
  readonly dataSeed: string | undefined;
  readonly test: string | undefined;
  readonly standardise: boolean | undefined;
}

/** Those of them that say more of the data, and what they have a meaning for. */
const details = {
  targets: 'table',
  samples: 'set',
  noise: 'set',
  dataSeed: undefined,
  test: undefined,
  standardise: undefined,
} as const satisfies Readonly<Partial<Record<keyof DataArguments, 'table' | 'set' | undefined>>>;

/**
 * The data that are asked for; undefined where none are.
 *
 * @throws InputError whose faults name the flags, or the lines of the table
 */
export function chosenData(given: DataArguments): Data | undefined {
  const { data } = given;
  const set = setNames.find((name) => name === data);
  misplaced(given, data === undefined ? undefined : set === undefined ? 'table' : 'set');
  if (data === undefined) return undefined;
  const { standardise } = given;
  const common = { test: toShare(given.test), seed: toOptionalCount(given.dataSeed, '--data-seed'), standardise };
  if (set !== undefined) return chosenSet(set, given, common);
  if (!existsSync(data)) throw nothingThere(data);
  // Names of columns may hold spaces.
  const targets = given.targets?.flatMap((names) => names.split(','));
  return readTable(data, { ...common, targets }, flagOf);
}

function chosenSet(set: SetName, given: DataArguments, common: Omit<Parameters<typeof readyData>[0], 'set'>): Data {
  const noise = toOptionalNumber(given.noise, '--noise');
  if (noise !== undefined && noise < 0) throw inputError(`must be at least 0, not ${noise}.`, '--noise');
  const samples = toOptionalCountUpTo(MAX_SAMPLES, given.samples, '--samples');
  try {
    return readyData({ set, samples, noise, ...common });
  } catch (error) {
    throw new InputError(dataFaults(error, (field) => flagOf(field ?? 'data')));
  }
}

/** Flags that have no meaning without the data, or beside them. */
function misplaced(given: DataArguments, kind: 'table' | 'set' | undefined): void {
  const faults = (Object.keys(details) as (keyof typeof details)[]).flatMap((name): readonly Fault[] => {
    const needed = details[name];
    if (given[name] === undefined || given[name] === false) return [];
    if (kind === undefined) return [{ path: flagOf(name), message: 'has a meaning with --data only; give that too.' }];
    if (needed === undefined || needed === kind) return [];
    return [{ path: flagOf(name), message: `has a meaning for a ${needed === 'set' ? 'ready set' : 'table'} only.` }];
  });
  if (faults.length > 0) throw new InputError(faults);
}

function toShare(text: string | undefined): number | undefined {
  const share = toOptionalNumber(text, '--test');
  if (share === undefined || (share >= 0 && share < 1)) return share;
  throw inputError(`must be a share from 0 to below 1, not ${text}.`, '--test');
}

function nothingThere(word: string): InputError {
  if (/[\\/.]/.test(word)) return inputError('there is no such table; check the path.', word);
  const near = nearest(word, setNames);
  return inputError(
    `there is no ready set ${inQuotes(word)}${near ? `; did you mean "${near}"?` : '.'} There are: ${setNames.join(', ')}. A table is given by its path.`,
    '--data',
  );
}
