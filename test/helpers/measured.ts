import { type Outcome, runAlone } from './command.ts';

/** What became of a run of the program, and what the run took: seconds of the processor, and megabytes of memory at its most. */
export interface Measured extends Outcome {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Has a process say at its end what it took. */
const TOLD = `data:text/javascript,${encodeURIComponent(
  'import { readFileSync, writeSync } from "node:fs"; process.on("exit", () => { const u = process.resourceUsage();' +
    // Linux counts in maxRSS what the process that started this one had at that time.
    ' let kB = u.maxRSS; try { kB = /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]; } catch {}' +
    ' writeSync(2, ["took", (u.userCPUTime + u.systemCPUTime) / 1e6, kB / 1e3].join(" ")); });',
)}`;

/** Runs the program in a process of its own, and measures it. */
export async function runMeasured(folder: string, words: readonly string[]): Promise<Measured> {
  const { stderr, ...outcome } = await runAlone(folder, words, { NODE_OPTIONS: `--import "${TOLD}"` });
  const end = stderr.lastIndexOf('took ');
  const [, seconds = Number.NaN, megabytes = Number.NaN] = stderr.slice(end).split(' ').map(Number);
  return { ...outcome, stderr: stderr.slice(0, end), seconds, megabytes };
}
