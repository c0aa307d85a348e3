import { textOption } from './options.ts';

/** The options of the command `check`. */
export const checkOptions = {
  json: { type: 'boolean', default: false, describe: 'Print the findings as JSON and nothing else' },
  markdown: { type: 'boolean', default: false, describe: 'Print the findings as Markdown' },
  network: {
    ...textOption,
    describe:
      "The network that the tables train: a ready-made one's name, or the path of a network file [default: as their headers tell]",
  },
  'learning-rate': { ...textOption, alias: 'r', describe: "The learning rate of all tables [default: the workbook's]" },
} as const;
