import { rowThreads, writeHandIn } from '../node/index.ts';
import { handIn } from '../pipeline/hand-in.ts';
import { type GenerateArguments, MOST_THREADS, summaryTable, trainedNetwork } from './generate.ts';
import { toOptionalCountUpTo } from './options.ts';
import { openBars } from './progress.ts';
import { say } from './say.ts';
import { sourceOfCommand } from './source.ts';

/** What the command `hand-in` is given. */
export interface HandInArguments extends Omit<GenerateArguments, 'output'> {
  readonly folder: string;
}

/** Makes a hand-in and prints how its training runs went and what was written. */
export async function runHandIn(given: HandInArguments): Promise<void> {
  const start = performance.now();
  const { folder, force, json } = given;
  const network = await trainedNetwork(given);
  const threads = rowThreads(toOptionalCountUpTo(MOST_THREADS, given.threads, '--threads'));
  const bars = await openBars(network, json);
  const made = await handIn(network, {
    source: sourceOfCommand(given.network, given),
    progress: (written) => bars?.progress(written),
    threads,
  });
  const wanted = { example: 'my-hand-in', byName: '', byForce: ' with --force' };
  const { files, backups } = await writeHandIn(folder, made, force, wanted).finally(() => bars?.stop());
  const milliseconds = Math.round(performance.now() - start);
  const { errorName, runs } = made;
  if (json) {
    const { title, iterations } = network;
    await say(JSON.stringify({ folder, files, backups, milliseconds, title, iterations, runs }, null, 2));
    return;
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const written = `${folder}  ${files.length} files  ${Math.ceil(bytes / 1000)} kB  ${(milliseconds / 1000).toFixed(2)} s`;
  const kept = backups.map(({ path, backup }) => `The old ${path} is kept as ${backup}.`);
  await say([summaryTable({ errorName, runs }, network.iterations), '', written, ...kept].join('\n'));
}
