import { reportOn } from './examine.ts';
import type { Report } from './finding.ts';
import type { CheckOptions } from './options.ts';

export type { CheckOptions } from './options.ts';

/**
 * Judges a learner's workbook: every quantity of every iteration from its own row, every update from the row above. A workbook of this
 * program that nobody has changed is told as that, and not judged.
 *
 * @param bytes of an .xlsx, .xlsm or .ods file
 * @returns the verdict and what was found; never throws because of what the bytes hold: what cannot be read or judged is `unjudged`, with
 *   the reason in a sentence
 * @example
 * const report = checkWorkbook(await readFile('mine.xlsx'), { network });
 * console.log(report.verdict, report.findings);
 */
export const checkWorkbook = (bytes: Uint8Array, options: CheckOptions = {}): Report => reportOn(bytes, options);
