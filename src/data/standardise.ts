import type { Example, InputColumn } from './data.ts';

/** Decimals of a standardised input: enough for every purpose, and few enough to be read. */
const DECIMALS = 4;

/** Samples apart, as they train and test. */
interface Parts {
  readonly inputs: readonly InputColumn[];
  readonly training: readonly Example[];
  readonly test: readonly Example[];
}

/**
 * Standardises every input: less the mean, in multiples of the standard deviation, both those of the training samples alone, so that
 * nothing of the test is known before. An input that is everywhere the same becomes 0. Source: scikit-learn, StandardScaler.
 */
export function standardised({ inputs, training, test }: Parts): Parts {
  const measured = inputs.map((input, k) => ({
    ...input,
    ...measure(training.map((sample) => sample.inputs[k] ?? 0)),
  }));
  const scaled = (sample: Example): Example => ({
    ...sample,
    inputs: sample.inputs.map((value, k) => {
      const { mean = 0, deviation = 1 } = measured[k] ?? {};
      return Number(((value - mean) / deviation).toFixed(DECIMALS)) + 0;
    }),
  });
  return { inputs: measured, training: training.map(scaled), test: test.map(scaled) };
}

/** The mean, and the standard deviation as that of all there are, with six digits; 1 where it would be 0. */
function measure(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const rounded = (value: number): number => Number(value.toPrecision(6));
  const mean = meanOf(values);
  const deviation = rounded(Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))));
  return { mean: rounded(mean), deviation: deviation || 1 };
}
