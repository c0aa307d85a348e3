import { setFlagsFromString } from 'node:v8';

/** What later means, by the version of V8: each names it in its own way, and complains of other names. */
const LATER = new Map([
  ['11.3', '--interrupt-budget=1000000'],
  ['12.4', '--invocation-count-for-turbofan=45000'],
  ['13.6', '--invocation-count-for-turbofan=45000'],
]);

/**
 * Has V8 optimize a function fifteen times later than it would, where its version is known. Most runs are over before the faster code has
 * paid for itself, and to make it takes them almost as long as all the rest; long runs lose nothing.
 */
export function optimizeLater(): void {
  const flag = LATER.get(process.versions.v8.split('.', 2).join('.'));
  if (flag !== undefined) setFlagsFromString(flag);
}
