import type { Network } from '../network/network.ts';
import type { Progress } from '../pipeline/generate-options.ts';
import { tableCells } from '../pipeline/work.ts';

/** A bar for each run, while a long run is being written. */
export interface Bars {
  readonly progress: (written: Progress) => void;
  /** Takes the bars off the terminal. */
  readonly stop: () => void;
}

/** Cells of the tables from which on a workbook takes long enough, nearly a second, to be watched. */
const WORTH_WATCHING = 1_000_000;

/** Bars on standard error, if the work is long and a person is there to see them: nothing is shown in a pipe, or beside JSON. */
export async function openBars(network: Network, json: boolean): Promise<Bars | undefined> {
  const watched = process.stdout.isTTY && process.stderr.isTTY && !json;
  if (!watched || tableCells(network) < WORTH_WATCHING) return undefined;
  const { iterations, learningRates, runs } = network;
  const called = runs?.map(({ name }) => name) ?? learningRates.map((rate) => `LR ${rate}`);
  const all = iterations * called.length;
  // Loaded only where it is needed.
  const { default: progress } = await import('cli-progress');
  const bars = new progress.MultiBar({
    format: '{name} {bar} {percentage}%  {left}',
    barsize: 30,
    stream: process.stderr,
    clearOnComplete: true,
    // Nothing is changed on the terminal that would have to be put back when a person stops the program.
    hideCursor: false,
    linewrap: true,
    gracefulExit: false,
  });
  // Where not every run has a line of the terminal, they share one.
  const shared = called.length >= process.stderr.rows;
  const names = shared ? [runs === undefined ? 'All learning rates' : 'All runs'] : called;
  const width = Math.max(...names.map(({ length }) => length));
  const lines = names.map((name) => bars.create(shared ? all : iterations, 0, { name: name.padEnd(width), left: '' }));
  const written = called.map(() => 0);
  let begin: { readonly time: number; readonly done: number } | undefined;
  return {
    progress: ({ run: k, rows, of }) => {
      written[k] = iterations - of + rows;
      const done = written.reduce((sum, each) => sum + each);
      begin ??= { time: performance.now(), done };
      const seconds = ((performance.now() - begin.time) / 1000) * ((all - done) / (done - begin.done));
      const at = shared ? done : (written[k] as number);
      const left = at < (shared ? all : iterations) && Number.isFinite(seconds) ? `${timeOf(seconds)} left` : '';
      lines[shared ? 0 : k]?.update(at, { left });
    },
    stop: () => bars.stop(),
  };
}

/** About so many seconds or minutes. */
const timeOf = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
