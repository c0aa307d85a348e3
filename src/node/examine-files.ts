import { type Examined, examineWorkbook } from '../check/examine.ts';
import { unjudged } from '../check/finding.ts';
import type { CheckOptions } from '../check/options.ts';
import { type HandInPlaceOnDisk, readHandedIn } from './hand-in-files.ts';
import { type PoolOutcome, pooled } from './pool.ts';

/** How files are judged: plain data, fit for another thread. */
export interface ExamineOptions extends Omit<CheckOptions, 'called'> {
  /** What options are called where the report is read, by their fields. */
  readonly called: Readonly<Record<string, string>>;
}

/**
 * Judges the files of a class on all cores. A thread reads each file itself, so that no more of them are in memory than are being judged.
 *
 * @param threads as many as the machine has cores unless given
 * @returns the outcomes, in order
 */
export const examineFiles = (
  places: readonly HandInPlaceOnDisk[],
  options: ExamineOptions,
  threads: number | undefined,
): AsyncIterable<PoolOutcome<Examined>> =>
  pooled(places, {
    threads,
    orders: places.length,
    worker: new URL('./examine-worker.js', import.meta.url),
    here: async (place) => examineFile(place, options),
    shared: options,
  });

/** Judges a file. */
export function examineFile(place: HandInPlaceOnDisk, { called, ...options }: ExamineOptions): Examined {
  const { bytes, why } = readHandedIn(place);
  if (bytes !== undefined) return examineWorkbook(bytes, { ...options, called: (field) => called[field] ?? field });
  return { ...examineWorkbook(new Uint8Array()), report: unjudged(why) };
}
