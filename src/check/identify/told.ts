import type { Network } from '../../network/network.ts';
import type { Told } from '../diagnose/findings.ts';
import { addressOf } from '../file/address.ts';
import type { Finding } from '../finding.ts';
import type { Judged } from '../judge/table.ts';
import { isAlike, type Variant } from './variant.ts';

/**
 * What is said of a table that is of another network than its headers tell.
 *
 * @param candidates networks that it may be like, by their names
 * @param called what options are called where the report is read
 */
export function toldOf(
  { reading: { table }, ...judged }: Judged,
  variant: Variant,
  candidates: ReadonlyMap<string, Network>,
  called: (field: string) => string,
): readonly Told[] {
  const like = [...candidates].filter(([, network]) => isAlike(network, variant.network)).map(([name]) => name);
  const fits = judged.judgements.every(({ name, wrong }) => !name.startsWith('∂') || wrong.length === 0);
  return variant.differences.map(({ quantity, message, mistake }) => {
    const [site] = table.tracks.get(quantity)?.sites ?? [];
    const rest = mistake
      ? fits
        ? '; the gradients are those of this network'
        : ''
      : like.length === 0
        ? ''
        : `, as in the network ${like.join(' or ')} (${called('network')} ${like[0]})`;
    const finding: Finding = {
      kind: 'other-network',
      mistake,
      named: true,
      sheet: site?.sheet ?? table.sheet,
      quantity,
      ...(site === undefined ? {} : { cell: addressOf(site) }),
      message: `${message}${rest}.`,
    };
    return { finding, cause: message };
  });
}
