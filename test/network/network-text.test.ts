import { describe, expect, test } from 'vitest';
import { networkText } from '../../src/network/network-text.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { seededNetwork } from '../helpers/networks.ts';
import { changed } from './faults-of.ts';

describe('a network as a file', () => {
  test.each(networkNames())('%s is the file that it was read from', (name) => {
    const text = networkTemplate(name);
    expect(networkText(parseNetwork(JSON.parse(text)), '../network.schema.json')).toBe(text);
  });

  test('has drawn weights as plain numbers, and no rule to draw them by', () => {
    const network = parseNetwork(
      changed({
        layers: [
          { activation: 'tanh', units: 3, bias: 0 },
          { activation: 'sigmoid', units: 2, bias: [0, 0] },
        ],
        initialWeights: { rule: 'he', seed: 4 },
      }),
    );
    const { initialWeights, ...plain } = network;
    const text = networkText(network, 'here.json');
    expect(JSON.parse(text)).toEqual({ ...plain, $schema: 'here.json' });
    expect(Object.keys(JSON.parse(text).layers[0])).toEqual(['activation', 'weights', 'bias']);
    expect(text).toMatch(/^ {4}\{ "activation": "tanh", "weights": \[\[.*\]\], "bias": 0 \},$/m);
  });

  test.each([
    [[1, 1], 'one weight'],
    [[3, 40, 2], 'rows that are too long for a line'],
    [[9, 9, 9], 'layers that are too long for a line'],
  ])('of %j, %s', (sizes) => {
    const network = seededNetwork(sizes, 3);
    const text = networkText(network, 'here.json');
    expect(parseNetwork(JSON.parse(text))).toEqual({ ...network, $schema: 'here.json' });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});
