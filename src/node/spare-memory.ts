import { setV8Flag } from './v8-flag.ts';

/**
 * How much the objects of this process may grow, in per cent of those that are alive, before V8 looks for those that are not: by itself it lets
 * them become up to four times as many.
 */
const GROWTH = '--heap-growing-percent=30';

/** Lets this process take less memory for a twentieth more time: objects that are of no use are given back sooner. */
export function spareMemory(): void {
  setV8Flag({ '11.3': GROWTH, '12.4': GROWTH, '13.6': GROWTH });
}
