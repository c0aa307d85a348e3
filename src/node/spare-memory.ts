import { setFlagsFromString } from 'node:v8';

/**
 * How much the objects of this process may grow, in per cent of those that are alive, before V8 looks for those that are not: by itself it lets
 * them become up to four times as many.
 */
const GROWTH = 30;

/** Lets this process take less memory for a twentieth more time: objects that are of no use are given back sooner. */
export function spareMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
