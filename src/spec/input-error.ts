/** One thing that is wrong with what a user gave: where it stands and a sentence that says how to mend it. */
export interface Fault {
  /** The place, as a path into the network file (`layers[0].weights[1]`) or the name of a flag; empty for the whole. */
  readonly path: string;
  /** What is wrong and how to mend it, without the path. */
  readonly message: string;
}

/** The most faults that a message lists: whoever gets more has to begin somewhere. */
const MOST_LINES = 1000;

/** What the user gave cannot be used. Carries every fault at once; its message has one line per fault. */
export class InputError extends Error {
  readonly faults: readonly Fault[];

  /**
   * @param faults every fault, at least one
   * @param source what holds the faults, such as a file's name; stands before each line
   */
  constructor(faults: readonly Fault[], source = '') {
    const lines = faults
      .slice(0, MOST_LINES)
      .map((fault) => [source, fault.path, fault.message].filter((part) => part !== '').join(': '));
    const more = faults.length - lines.length;
    super([...lines, ...(more === 0 ? [] : [`… and ${more} more faults.`])].join('\n'));
    this.name = 'InputError';
    this.faults = faults;
  }
}

/** An {@link InputError} of a single sentence. */
export function inputError(message: string, path = ''): InputError {
  return new InputError([{ path, message }]);
}
