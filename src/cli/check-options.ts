import { usual } from '../network/standards.ts';
import { classOptions } from './check-class-options.ts';
import { networkOptions } from './network-options.ts';
import { textOption } from './options.ts';

/** An option whose help says what holds without it. */
const orElse = <Option extends { readonly describe: string }>(option: Option, otherwise: string): Option => ({
  ...option,
  describe: `${option.describe} [default: ${otherwise}]`,
});

/** The options of the command `check`. */
export const checkOptions = {
  json: { type: 'boolean', default: false, describe: 'Print the reports as JSON and nothing else' },
  markdown: { type: 'boolean', default: false, describe: 'Print the reports as Markdown' },
  network: {
    ...textOption,
    describe:
      'The network that the tables train: the name of a ready-made one, or the path of a network file [default: as the headers tell]',
  },
  activation: orElse(networkOptions.activation, `the network's, or ${usual.activation}`),
  biases: orElse(networkOptions.biases, "the network's, or as the headers tell"),
  loss: orElse(networkOptions.loss, `the network's, or ${usual.loss}`),
  ...classOptions,
  'learning-rate': { ...textOption, alias: 'r', describe: "The learning rate of all tables [default: the workbook's]" },
} as const;
