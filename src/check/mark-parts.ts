import type { Part } from '../model/asked.ts';

/** A part of an iteration, as a mark counts it: what an exercise asks for, the errors by themselves. */
export type MarkPart = Part | 'errors';

/** The parts in the order of an iteration. */
export const markParts = ['forward', 'errors', 'output-gradients', 'hidden-gradients', 'updates'] as const;

/** The part of a mark that a quantity counts for. */
export const markPartOf = (part: Part, name: string): MarkPart =>
  part === 'forward' && /^E/u.test(name) ? 'errors' : part;
