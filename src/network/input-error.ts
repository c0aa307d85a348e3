/** One thing that is wrong with what a user gave: where it stands and a sentence that says how to mend it. */
export interface Fault {
  /** The place: a path into the network file (`layers[0].weights[1]`), or the name of an option or a file; empty for the whole. */
  readonly path: string;
  /** What is wrong and how to mend it, without the path. */
  readonly message: string;
}

/** The most faults that are told: whoever gets more has to begin somewhere. */
export const MOST_TOLD = 1000;

/** What the user gave cannot be used. Carries its faults, the first thousand of them; its message has one line per fault. */
export class InputError extends Error {
  readonly faults: readonly Fault[];
  /** How many faults there are in all. */
  readonly count: number;

  /**
   * @param faults every fault, at least one, or the first thousand
   * @param source what holds the faults, such as a file's name; stands before each line
   * @param count how many faults there are in all
   */
  constructor(faults: readonly Fault[], source = '', count: number = faults.length) {
    const told = faults.slice(0, MOST_TOLD);
    const lines = told.map((fault) => [source, fault.path, fault.message].filter((part) => part !== '').join(': '));
    const more = count - told.length;
    const rest = `… and ${more.toLocaleString('en')} more ${more === 1 ? 'fault' : 'faults'}.`;
    super([...lines, ...(more === 0 ? [] : [rest])].join('\n'));
    this.name = 'InputError';
    this.faults = told;
    this.count = count;
  }
}

/** An {@link InputError} of a single sentence. */
export function inputError(message: string, path = ''): InputError {
  return new InputError([{ path, message }]);
}

/**
 * Runs a check whose faults stand in other places for whoever asked, such as at an option that a field of the network file was set by.
 *
 * @param pathOf gives each path the other one
 */
export function withPaths<T>(check: () => T, pathOf: (path: string) => string): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof InputError ? elsewhere(error, pathOf) : error;
  }
}

/** The same error with its faults in other places. */
export function elsewhere({ faults, count }: InputError, pathOf: (path: string) => string): InputError {
  return new InputError(
    faults.map((fault) => ({ ...fault, path: pathOf(fault.path) })),
    '',
    count,
  );
}
