import { beforeAll } from 'vitest';

/**
 * Does some work once before the tests of a `describe`, or not at all where they are skipped.
 * @returns what gives the tests its result
 */
export function beforeTests<T>(work: () => Promise<T>): () => T {
  let result: { readonly value: T } | undefined;
  beforeAll(async () => {
    result = { value: await work() };
  });
  return () => {
    if (result === undefined) throw new Error('Only tests may ask for this');
    return result.value;
  };
}
