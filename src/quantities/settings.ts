import type { Network } from '../network/network.ts';
import { optimizerOf, settingsOf } from '../network/optimizer.ts';
import { standards } from '../network/standards.ts';
import type { Layer, Named } from './layer.ts';
import { givenName } from './name.ts';
import { courseSettings } from './rate-settings.ts';

/** Numbers that steer functions, optimizer and learning rate. */
export function givenSettings(network: Network, layers: readonly Layer[]): readonly Named[] {
  const optimizer = optimizerOf(network);
  return [
    ...layers.flatMap(({ slope }, l): readonly Named[] =>
      slope === undefined
        ? []
        : [
            {
              ...givenName('slope', l + 1),
              value: network.layers[l]?.slope ?? standards.slope,
              path: ['layers', l, 'slope'],
            },
          ],
    ),
    ...settingsOf(optimizer).map(
      ({ field, symbol, standard }): Named => ({
        ...givenName(symbol),
        value: optimizer[field] ?? standard,
        path: ['optimizer', field],
      }),
    ),
    ...courseSettings(network),
  ];
}
