import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { disagreements } from '../integration/agreement.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';

/** A single weight: what E_total does is easily steered by the learning rate. */
function oneWeight(
  input: number,
  weight: number,
  target: number,
  rates: readonly number[],
  iterations: number,
): Network {
  return parseNetwork({
    title: 'One weight',
    samples: [{ inputs: [input], targets: [target] }],
    layers: [{ activation: 'sigmoid', weights: [[weight]] }],
    loss: 'half-squared-error',
    learningRates: rates,
    iterations,
  });
}

/** Networks whose runs end in every way there is, by what is special about them. */
export const specialNetworks = {
  'two rates of the class network': classWith({ learningRates: [0.5, 2], iterations: 20 }),
  'a single iteration': oneWeight(1, 0.5, 0.5, [0.5], 1),
  'two iterations': oneWeight(1, 0.5, 0.2, [0.5, 0.1], 2),
  'three hidden layers': seededNetwork([3, 4, 4, 2, 1], 1, { learningRates: [0.5, 40], iterations: 12 }),
  'twelve learning rates': classWith({
    learningRates: [1e-6, 0.01, 0.05, 0.1, 0.2, 0.5, 0.8, 1, 2, 5, 20, 100],
    iterations: 8,
  }),
  'nothing to learn': oneWeight(0, 0.5, 0.5, [0.5, 1], 4),
  'up and down': oneWeight(10, 0.05, 0.3, [0.6, 0.01], 20),
  'only up': oneWeight(10, -0.08, 0.3, [1.2, 0.001], 3),
  'no number at all': parseNetwork({
    ...classWith({ learningRates: [0.5, 1e-5], iterations: 5 }),
    layers: [
      {
        activation: 'sigmoid',
        weights: [
          [2000, -20000],
          [0.25, 0.3],
        ],
      },
      {
        activation: 'sigmoid',
        weights: [
          [0.4, 0.45],
          [0.5, 0.55],
        ],
      },
    ],
  }),
  'one run that ends': oneWeight(1, 0.5, 0.2, [1e308, 20, 0.1], 8),
  'one run that is left': oneWeight(1, 0.5, 0.2, [1e308, 0.1, 1e306], 8),
  'many outputs': seededNetwork([2, 25], 3, { iterations: 3 }),
} as const satisfies Readonly<Record<string, Network>>;

/** The name of a special network. */
export type SpecialName = keyof typeof specialNetworks;

/** The names of the special networks. */
export const specialNames = Object.keys(specialNetworks) as readonly SpecialName[];

const made = new Map<SpecialName, Promise<Uint8Array>>();

/** The workbook of a special network, made once. */
export function specialWorkbook(name: SpecialName): Promise<Uint8Array> {
  const bytes = made.get(name) ?? workbookBytes(specialNetworks[name]);
  made.set(name, bytes);
  return bytes;
}

/** The formula cells of some sheets that do not show, calculated again, what the file holds for them. */
export function wrongCells(bytes: Uint8Array, calculated: Recalculated, sheets: readonly string[]): readonly string[] {
  const workbook = readWorkbook(bytes);
  const some = workbook.sheets.filter(({ name }) => sheets.includes(name));
  return disagreements({ ...workbook, sheets: some }, calculated);
}
