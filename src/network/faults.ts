import { type Fault, InputError, MOST_TOLD } from './input-error.ts';

/**
 * The faults of a file, as they are found. Those beyond the thousandth are only counted, so that neither their paths nor their sentences
 * take time or memory.
 */
export interface Faults {
  /** The first thousand. */
  readonly told: readonly Fault[];
  /** How many there are in all. */
  readonly count: number;
  /** @param fault makes it, where it is to be told */
  add(fault: () => Fault): void;
  /** @throws InputError where there are any. @param source what holds them; stands before each line */
  refuse(source: string): void;
}

/** None so far. */
export function noFaults(): Faults {
  const told: Fault[] = [];
  let count = 0;
  return {
    told,
    get count() {
      return count;
    },
    add: (fault) => {
      count++;
      if (told.length < MOST_TOLD) told.push(fault());
    },
    refuse: (source) => {
      if (count > 0) throw new InputError(told, source, count);
    },
  };
}
