import { generateOptions } from './generate.ts';

/** The folder that is written unless another one is named. */
export const DEFAULT_HAND_IN = 'output/hand-in';

const { output: _, ...options } = generateOptions;

/** The options of the command `hand-in`: those of `generate`, but that the folder is named by a word. */
export const handInOptions = {
  ...options,
  force: { ...options.force, describe: 'Replace files that a person has changed; each is kept as .bak' },
} as const;
