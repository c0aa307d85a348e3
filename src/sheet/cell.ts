import type { Look } from './look.ts';
import type { Validation } from './validation.ts';

/** What a cell holds; null is an empty cell that only has a look. */
export type Content = null | number | string | Formula | Link | RichText;

/** A formula with the value that it has now, so that programs that do not calculate show it too. */
export interface Formula {
  /** Without `=`, as a file holds it: English names, commas between arguments (ECMA-376 Part 1, 18.17). */
  readonly formula: string;
  /** Numbers that are none stand for errors, as in `training/cell-error.ts`. */
  readonly value: number | string;
  /** Whether it computes with each cell of a range by itself: an array formula, which Excel shows in braces. */
  readonly array?: boolean;
}

/** A text that leads to a cell of the workbook when it is clicked. */
export interface Link {
  readonly text: string;
  /** Such as `'LR 0.1'!A1`. */
  readonly target: string;
}

/** A text whose parts look different. */
export interface RichText {
  readonly runs: readonly { readonly text: string; readonly look: Look }[];
}

/** A cell of a sheet. */
export interface SheetCell {
  /** Counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  readonly look: Look;
  /** What is shown while the pointer rests on the cell. */
  readonly note?: string;
  /** What a person may type here. */
  readonly validation?: Validation;
}

/** Whether a cell holds a formula. */
export const isFormula = (content: Content): content is Formula =>
  typeof content === 'object' && content !== null && 'formula' in content;

/** What a cell shows, before its number format: its number or text, or the value of its formula. */
export function shownContent(content: Content): number | string | null {
  if (content === null || typeof content !== 'object') return content;
  if ('formula' in content) return content.value;
  return 'runs' in content ? content.runs.map(({ text }) => text).join('') : content.text;
}
