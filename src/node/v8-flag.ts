import { setFlagsFromString } from 'node:v8';

/** The versions of V8 that Node 20, 22 and 24 have. */
export type KnownV8 = '11.3' | '12.4' | '13.6';

/**
 * Sets a flag of V8, whose name depends on its version. Nothing is set where the version is not known: V8 would complain, on the error
 * stream, of a flag that it does not have.
 */
export function setV8Flag(flags: Readonly<Record<KnownV8, string>>): void {
  const flag = new Map(Object.entries(flags)).get(process.versions.v8.split('.', 2).join('.'));
  if (flag !== undefined) setFlagsFromString(flag);
}
