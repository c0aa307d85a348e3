import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { networkJsonSchema } from '../../src/network/json-schema.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { schemaUrl } from '../../src/node/installation.ts';

describe('the ready-made networks', () => {
  test('the class network comes first', () => {
    expect(networkNames()[0]).toBe('class');
  });

  test.each(networkNames())('%s has no fault and says what it teaches', (name) => {
    const value: unknown = JSON.parse(networkTemplate(name));
    expect(parseNetwork(value)).toMatchObject({
      $schema: '../network.schema.json',
      about: expect.stringMatching(/\w/),
    });
  });

  test('the class network is the one of the class exercise', () => {
    expect(parseNetwork(JSON.parse(networkTemplate('class')))).toMatchObject({
      samples: [{ inputs: [0.05, 0.1], targets: [0.01, 0.99] }],
      layers: [
        {
          activation: 'sigmoid',
          weights: [
            [0.15, 0.2],
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
      loss: 'half-squared-error',
      learningRates: [0.1, 0.2, 0.5, 0.8, 1, 2],
      iterations: 100,
    });
  });
});

test('the JSON Schema that editors use is that of the validator', () => {
  expect(JSON.parse(readFileSync(schemaUrl, 'utf8'))).toEqual(networkJsonSchema());
});
