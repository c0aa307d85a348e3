/** A bar that counts what is done. */
export interface CountingBar {
  readonly done: () => void;
  /** Takes the bar off the terminal. */
  readonly stop: () => void;
}

/** From so many on it takes long enough to be watched. */
const WORTH_WATCHING = 8;

/**
 * A bar on standard error, where there is much to do and a person is there to see it: nothing is shown in a pipe, or beside JSON.
 *
 * @param what is counted, such as "files"
 */
export async function openCountingBar(all: number, what: string, json: boolean): Promise<CountingBar | undefined> {
  if (!process.stdout.isTTY || !process.stderr.isTTY || json || all < WORTH_WATCHING) return undefined;
  // Loaded only where it is needed.
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    format: `{bar} {value} of {total} ${what}`,
    barsize: 30,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    linewrap: true,
    gracefulExit: false,
  });
  bar.start(all, 0);
  return { done: () => bar.increment(), stop: () => bar.stop() };
}
