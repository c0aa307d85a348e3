import type { Told } from '../diagnose/findings.ts';
import { addressOf } from '../file/address.ts';
import type { Finding } from '../finding.ts';
import type { Judged } from '../judge/table.ts';
import { unlike } from '../tried.ts';
import type { Judging } from './judging.ts';
import { isAlike, type Variant } from './variant.ts';

/**
 * What is said of a table that is of another network than its headers tell.
 *
 * @param judging with the networks that it may be like, by their names
 */
export function toldOf(
  { reading: { table }, ...judged }: Judged,
  variant: Variant,
  { candidates, called, tried }: Pick<Judging, 'candidates' | 'called' | 'tried'>,
): readonly Told[] {
  const like = [...candidates].filter(([, network]) => isAlike(network, variant.network)).map(([name]) => name);
  const fits = judged.judgements.every(({ name, wrong }) => !name.startsWith('∂') || wrong.length === 0);
  return variant.differences.map(({ quantity, message, mistake }) => {
    const [site] = table.tracks.get(quantity)?.sites ?? [];
    const rest = mistake
      ? `${tried === undefined ? '' : unlike(tried)}${fits ? '; the gradients are those of this network' : ''}`
      : like.length === 0
        ? ''
        : `, as in the network ${like.join(' or ')} (${called('network')} ${like[0]})`;
    const finding: Finding = {
      kind: 'other-network',
      // Nobody said that it is to be the network that was tried.
      mistake: mistake && (tried === undefined || !fits),
      named: true,
      sheet: site?.sheet ?? table.sheet,
      quantity,
      ...(site === undefined ? {} : { cell: addressOf(site) }),
      message: `${message}${rest}.`,
    };
    return { finding, cause: message };
  });
}
