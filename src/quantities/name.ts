/** The name of a given number as class writes it, and what it is made of, so that nobody has to take it apart: `w5`, `i1`, `i1@2`, `β1`. */
export interface GivenName {
  readonly name: string;
  /** What all of its kind share, such as `w`; of a setting its symbol. */
  readonly letter: string;
  /** What tells it from others of its kind, counted from 1. */
  readonly number: number | undefined;
  /** The sample that it belongs to, where there are several. */
  readonly sample: SampleMark | undefined;
}

/** A sample, counted from 1, or one of those that only test. */
export type SampleMark = number | `test${number}`;

/** Makes such a name. */
export function givenName(letter: string, number?: number, sample?: SampleMark): GivenName {
  const name = `${letter}${number ?? ''}`;
  return { name: sample === undefined ? name : ofSample(name, sample), letter, number, sample };
}

/** A name as it is in one of several samples, counted from 1: h1 of the second one is `h1@2`; of the first that only tests `h1@test1`. */
export const ofSample = (name: string, sample: SampleMark): string => `${name}@${sample}`;
