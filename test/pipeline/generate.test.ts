import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { generate } from '../../src/index.ts';
import { quantityOf } from '../../src/quantities/quantity.ts';
import { TOTAL_ERROR, topologyOf } from '../../src/quantities/topology.ts';
import { classNetwork, classWith, seededNetwork } from '../helpers/networks.ts';

describe('generating', () => {
  test('sums up every training run by its first and last E_total', async () => {
    const { errorName, runs } = await generate(classNetwork);
    expect(errorName).toBe(TOTAL_ERROR);
    const totals = classNetwork.learningRates.map((rate) =>
      train(topologyOf(classNetwork), rate, classNetwork.iterations, [quantityOf(TOTAL_ERROR)]).series(TOTAL_ERROR),
    );
    expect(runs).toEqual(
      classNetwork.learningRates.map((learningRate, k) => ({
        learningRate,
        firstError: totals[k]?.[0],
        lastError: totals[k]?.at(-1),
        divergedAt: null,
        ended: null,
      })),
    );
  });

  test('a run that overflows has no last E_total, and says since when', async () => {
    const { runs } = await generate(classWith({ learningRates: [1e308], iterations: 5 }));
    expect(runs[0]?.lastError).toBeNaN();
    const totals = train(topologyOf(classNetwork), 1e308, 5, [quantityOf(TOTAL_ERROR)]).series(TOTAL_ERROR);
    expect(runs[0]?.divergedAt).toBeNull();
    expect(runs[0]?.ended).toEqual({
      iteration: totals.findIndex(Number.isNaN) + 1,
      reason: expect.stringMatching(/^e\^\(−\w+\) is too large for a cell; the true σ is 0 /),
    });
  });

  test('gives the file in pieces, a zip from the first on', async () => {
    const { bytes } = await generate(classWith({ learningRates: [1], iterations: 2 }));
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(20);
    expect(new TextDecoder().decode(Buffer.concat(pieces).subarray(0, 4))).toBe('PK\u0003\u0004');
  });

  test.each([
    [[900, 1], /formula of \d+ characters, but a cell holds 8192/],
    [[1, 3300, 1], /^layers: This network needs \d+ columns, but a sheet has 16384/],
  ])('a network of %j does not fit', async (sizes, message) => {
    const network = seededNetwork(sizes, 1, { iterations: 1, learningRates: [1] });
    await expect(generate(network)).rejects.toThrow(message);
  });
});
