import { existsSync, readFileSync } from 'node:fs';

/** Where Linux tells what a thread has had of the processor. */
const SCHEDULED = '/proc/thread-self/schedstat';

/** What this thread has had of the processor, in seconds. Where that is not told, it is that of the whole process. */
function processorSeconds(): number {
  if (existsSync(SCHEDULED)) {
    const [nanoseconds = ''] = readFileSync(SCHEDULED, 'utf8').split(' ', 1);
    return Number(nanoseconds) / 1e9;
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Does some work, and tells its seconds of the processor: unlike time by the clock, no more where the machine has other work too. */
export function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const start = processorSeconds();
  const result = work();
  return { result, seconds: processorSeconds() - start };
}
