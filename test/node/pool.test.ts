import { describe, expect, test } from 'vitest';
import { pooled } from '../../src/node/pool.ts';

/** A thread as `serve` makes it: it doubles numbers, but one is its end, and one an error. */
const worker = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
    parentPort.on('message', (order) => {
      if (order === 5) process.exit(1);
      if (order === 6) throw new Error('no sixes');
      setTimeout(() => parentPort.postMessage({ result: workerData * order }), 20 - order);
    });`)}`,
);

async function outcomes(orders: Iterable<number>, threads: number, count = 12): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  const here = async (order: number): Promise<number> => {
    if (order === 6) throw new Error('no sixes');
    return 100 * order;
  };
  for await (const { result, failure } of pooled(orders, { threads, orders: count, worker, here, shared: 2 }))
    all.push(result ?? failure);
  return all;
}

const numbers = Array.from({ length: 12 }, (_, k) => k + 1);

describe('orders are done', () => {
  test('side by side, in order, and one that ends its thread fails by itself', async () => {
    expect(await outcomes(numbers, 2)).toEqual([
      2,
      4,
      6,
      8,
      'its thread came to an end',
      'no sixes',
      14,
      16,
      18,
      20,
      22,
      24,
    ]);
  });

  test('here, where threads do not pay, or are not wanted', async () => {
    expect(await outcomes([1, 6], 2, 2)).toEqual([100, 'no sixes']);
    expect(await outcomes([1, 2], 1, 12)).toEqual([100, 200]);
  });

  test('and no more of them read than are in work', async () => {
    let [read, most, taken] = [0, 0, 0];
    function* counted(): Generator<number> {
      for (let k = 0; k < 40; k++) {
        read++;
        most = Math.max(most, read - taken);
        yield 7;
      }
    }
    const options = { threads: 2, orders: 40, worker, here: async () => 0, shared: 1 };
    for await (const { result } of pooled(counted(), options)) {
      expect(result).toBe(7);
      taken++;
    }
    expect([read, most <= 5]).toEqual([40, true]);
  });
});
