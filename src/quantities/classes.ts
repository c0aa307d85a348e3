import type { Network } from '../network/network.ts';

/** How a network tells classes. */
export type Classes =
  /** By a single output, which is above the middle of both targets for the one class, and below it for the other. */
  | { readonly kind: 'side'; readonly middle: 0 | 0.5 }
  /** By an output for each class, of which the largest counts; targets are 1 for the right one, and `no` for the others. */
  | { readonly kind: 'largest'; readonly no: 0 | -1 };

/** Outputs up to which it is said whether the class is right: the formula of more would be too long for a cell. */
export const MOST_CLASSES = 20;

/** How a network tells classes; undefined where its targets are no classes, or it has a single sample. */
export function classesOf({ samples, testSamples = [], loss }: Network): Classes | undefined {
  const targets = [...samples, ...testSamples].map((sample) => sample.targets);
  const outputs = targets[0]?.length ?? 0;
  if (samples.length < 2 || outputs > MOST_CLASSES) return undefined;
  const are = (no: number): boolean => targets.every((own) => own.every((target) => target === 1 || target === no));
  const no = loss === 'hinge' || !are(0) ? -1 : 0;
  if (!are(no)) return undefined;
  if (outputs === 1) return { kind: 'side', middle: no === 0 ? 0.5 : 0 };
  const oneHot = targets.every((own) => own.filter((target) => target === 1).length === 1);
  return oneHot ? { kind: 'largest', no } : undefined;
}

/** Whether the class of a sample is right, 1 or 0; of several samples, the share of them. */
export const CORRECT = 'correct';

/** Whether a name is that of whether the class of a single sample is right. */
export const isCorrectness = (name: string, { passes }: { readonly passes: readonly unknown[] }): boolean =>
  name.startsWith(`${CORRECT}@`) || (name === CORRECT && passes.length === 1);

/** The share of the samples whose class is right. */
export const ACCURACY = 'accuracy';

/** The mean error of the samples that test. */
export const TEST_ERROR = 'E_test';

/** The share of the samples that test whose class is right. */
export const TEST_ACCURACY = 'accuracy_test';
