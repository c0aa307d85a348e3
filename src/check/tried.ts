import { optimizers } from '../model/optimizer/index.ts';
import { type Network, optimizerNames } from '../network/network.ts';
import { optimizerOf } from '../network/optimizer.ts';
import type { Report } from './finding.ts';

/** A network that the tables of a workbook may train, though nobody said so. */
export interface Tried {
  /** The network that it is, or is like. */
  readonly name: string;
  readonly network: Network;
  /** In what it is another one, in a sentence; undefined where it is the same. */
  readonly difference: string | undefined;
}

/** What a network is called that is like another one. */
export const unlike = (name: string): string => `, other than in the network ${name}`;

/** A network, and the same with every other optimizer, of which it then has the columns too. */
export function triedAs(name: string, network: Network): readonly Tried[] {
  const own = optimizerOf(network).name;
  const others = network.runs === undefined ? optimizerNames.filter((each) => each !== own) : [];
  return [
    { name, network, difference: undefined },
    ...others.map(
      (each): Tried => ({
        name,
        network: { ...network, optimizer: { name: each } },
        difference: `The updates are those of ${optimizers[each].title} in place of ${optimizers[own].title}${unlike(name)}.`,
      }),
    ),
  ];
}

/** How far a report is from right. */
export const mistakesIn = ({ verdict, findings }: Pick<Report, 'verdict' | 'findings'>): number =>
  verdict === 'right'
    ? 0
    : verdict === 'partly'
      ? 0.5
      : verdict === 'unjudged'
        ? 1e6
        : findings.filter(({ mistake }) => mistake).length;
