import { strToU8 } from 'fflate';
import { ownExercise } from '../../src/classroom/own-exercise.ts';
import { withOwnNumbers } from '../../src/classroom/own-numbers.ts';
import type { Network } from '../../src/network/network.ts';
import { type Answer, filledIn, tableOf } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { withTyped } from '../helpers/typed.ts';
import { savedByLibreOffice } from '../support/libreoffice.ts';

/** The network of the class: one learning rate, so that an exercise in which all is asked for has 27 quantities. */
export const network: Network = classWith({ learningRates: [0.5], iterations: 4 });
const table = tableOf(network);
const SEED = 5;

/** What a learner of the made class does, and what has to come of it. */
export interface Made {
  /** Files in the learner's folder, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Quantities that are right of 27; null where there is no mark. */
  readonly right: number | null;
}

/** Makes what a learner hands in. @param others what others have handed in already, by learner */
type Deed = (learner: string, others: (k: number) => string) => Promise<Made>;

const exercise = (learner: string, answers = false): Promise<Uint8Array> =>
  ownExercise({ network, learner, seed: SEED, task: { blank: 'all', answers } });

const filled = async (learner: string, answer?: Answer): Promise<Uint8Array> =>
  filledIn(withOwnNumbers(network, learner, SEED), 'all', await exercise(learner), answer);

const one = (bytes: Uint8Array, right: number | null, name = 'exercise.xlsx'): Made => ({
  files: new Map([[name, bytes]]),
  right,
});

const at = (name: string, iteration: number): string => table.cell(name, iteration);

/** ∂E/∂w3 and ∂E/∂w4 with the slope of the other hidden unit, which is the commonest slip. */
const commonSlip: Answer = ({ name, iteration, right }) =>
  name === '∂a_h2/∂h2' ? `=${at('a_h1', iteration)}*(1-${at('a_h1', iteration)})` : right;

/** A rare slip, written in a way of one's own. */
const rareSlip: Answer = ({ name, iteration, right }) =>
  name === '∂E/∂w6' ? `=${at('∂E/∂o1', iteration)}*(0+${at('h2', iteration)})` : right;

/** Numbers of a learner's own workbook, pasted without their formulas. */
const pasted =
  (from: string): Answer =>
  ({ name, iteration, right }) => {
    if (name !== 'E1' && name !== 'E2') return right;
    const [sample] = withOwnNumbers(network, from, SEED).samples;
    return (sample?.targets[name === 'E1' ? 0 : 1] ?? 0) * 0.125 + iteration / 1024;
  };

/** The kinds of learners: each is there once in a small class, and again in a whole one. */
const deeds: readonly Deed[] = [
  async (learner) => one(await filled(learner), 27),
  async (learner) => one(await filled(learner, commonSlip), 25),
  async (learner) => one(await filled(learner, rareSlip), 26),
  // The same formulas as the learner before, in an exercise of one's own.
  async (learner) => one(await filled(learner, rareSlip), 26),
  async (learner) => one(await filled(learner, pasted('somebody')), 25),
  // The same numbers as the learner before.
  async (learner) => one(await filled(learner, pasted('somebody')), 25),
  // The file of another one.
  async (_, other) => one(await filled(other(0)), 27, 'final.xlsx'),
  async (learner) => one(await exercise(learner), 0),
  async () => ({ files: new Map([['report.pdf', strToU8('%PDF-1.7')]]), right: null }),
  async () => one(strToU8('PK broken'), null),
  async (learner) => one(await exercise(learner, true), null),
  // Renamed, and another one that is empty beside it.
  async (learner) => ({
    files: new Map([
      ['übung ’24 (neu).XLSX', await filled(learner, commonSlip)],
      ['empty.xlsx', await exercise(learner)],
    ]),
    right: 25,
  }),
  async (learner) => one(withTyped(await filled(learner), ['init_w_1'], 0.75), 27),
  // Half done.
  async (learner) =>
    one(await filled(learner, ({ name, right }) => (/^(?:[ha]|o|E)/.test(name) ? right : undefined)), 11),
  async (learner) => one(await savedByLibreOffice(await filled(learner)), 27),
];

/** A class of so many learners, each with what becomes of the hand-in. */
export async function madeClass(count: number, isLibreOfficeThere: boolean): Promise<ReadonlyMap<string, Made>> {
  const own = isLibreOfficeThere ? deeds : deeds.slice(0, -1);
  const nameOf = (k: number): string => `Learner ${String.fromCharCode(65 + (k % 26))}${k}`;
  const made = new Map<string, Made>();
  for (let k = 0; k < count; k++) {
    // LibreOffice takes its time; once is enough. In a second round, most have the common slip.
    const deed = (k < own.length ? own[k] : k % 3 === 0 ? deeds[0] : deeds[1]) as Deed;
    made.set(nameOf(k), await deed(nameOf(k), nameOf));
  }
  return made;
}
