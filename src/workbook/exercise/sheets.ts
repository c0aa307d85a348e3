import { CROSS_CHECK_SHEET } from '../cross-check/layout.ts';
import { GRADIENT_CHECK_SHEET } from '../gradient-check/layout.ts';
import { STEPS_SHEET } from '../steps/layout.ts';

/** Sheets that an exercise leaves out, because they would give its answers. */
export const leftOutSheets: readonly string[] = [STEPS_SHEET, GRADIENT_CHECK_SHEET, CROSS_CHECK_SHEET];
