/** Training examples as they come from a set or a table, before a network says how classes are written as targets. */
export interface Data {
  /** A short name, such as that of a set or a file. */
  readonly title: string;
  /** What there is of it, in a line. */
  readonly about: string;
  /** What each input is, in order. */
  readonly inputs: readonly InputColumn[];
  /** The classes, where samples belong to classes; else what each target is. */
  readonly answers: Answers;
  /** What the network is trained with, at least one. */
  readonly training: readonly Example[];
  /** What it is tested with; may be none. */
  readonly test: readonly Example[];
}

/** What samples are to be told by: one of several classes, or numbers. */
export type Answers =
  | { readonly kind: 'classes'; readonly names: readonly string[] }
  | { readonly kind: 'numbers'; readonly names: readonly string[] };

/** An input: what it is, and where it was standardised, by which numbers. */
export interface InputColumn {
  readonly name: string;
  /** The mean of its numbers in the training samples. */
  readonly mean?: number | undefined;
  /** Their standard deviation, of which the inputs are multiples, counted from the mean. */
  readonly deviation?: number | undefined;
}

/** A sample: its inputs, and the position of its class, counted from 0, or its numbers. */
export interface Example {
  readonly inputs: readonly number[];
  readonly answer: number | readonly number[];
  /** The line of the table that it stands in, counted from 1; undefined where it comes from no table. */
  readonly line?: number;
}

/** A sample in plain numbers. */
interface PlainSample {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
}

/** Data in plain numbers, as a network is trained with them. */
export interface PlainData {
  readonly samples: readonly PlainSample[];
  readonly testSamples?: readonly PlainSample[];
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly string[];
}

/** How classes are written as targets. */
export interface Coding {
  /** Whether the output layer has a single unit, which can tell two classes apart. */
  readonly single: boolean;
  /** The target that says no: 0, or −1 for a loss that asks for signs. */
  readonly no: 0 | -1;
}

/** How many targets there are. */
export function targetCount({ answers: { kind, names } }: Data, single: boolean): number {
  return kind === 'classes' && single && names.length === 2 ? 1 : names.length;
}

/**
 * Data in plain numbers: a class becomes a target of 1 for the output of its own and `no` for the others (one-hot); where a single output
 * tells two classes apart, it is 1 for the second one.
 */
export function plainData(data: Data, { single, no }: Coding): PlainData {
  const count = targetCount(data, single);
  const { names } = data.answers;
  const targets = (answer: Example['answer']): readonly number[] => {
    if (typeof answer !== 'number') return answer;
    return Array.from({ length: count }, (_, k) => ((count === 1 ? 1 : k) === answer ? 1 : no));
  };
  const plain = ({ inputs, answer }: Example): PlainSample => ({ inputs, targets: targets(answer) });
  return {
    samples: data.training.map(plain),
    ...(data.test.length === 0 ? {} : { testSamples: data.test.map(plain) }),
    inputs: data.inputs,
    outputs: count === 1 && data.answers.kind === 'classes' ? names.slice(1) : names,
  };
}
