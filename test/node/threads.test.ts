import { describe, expect, test } from 'vitest';
import { generate, type Progress } from '../../src/index.ts';
import type { Network } from '../../src/network/network.ts';
import type { Segment } from '../../src/xlsx/row-press/index.ts';
import type { OpenThreads, RowThreads } from '../../src/xlsx/threads.ts';
import { classWith } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';

const long = classWith({ learningRates: [0.5, 2], iterations: 2100 });

/** Threads that are none, and what they were told. */
function stubThreads(segment?: OpenThreads['segment']): RowThreads & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    count: 2,
    leastRows: 4000,
    open: (_, make) => {
      told.push('open');
      const here = async ({ ...block }: Parameters<OpenThreads['segment']>[0]): Promise<Segment> => make(block);
      return {
        segment: segment ?? here,
        close: async () => {
          told.push('close');
        },
      };
    },
  };
}

/** Makes a workbook to its end. */
async function made(
  network: Network,
  threads: RowThreads,
  progress?: (written: Progress) => void,
): Promise<Uint8Array> {
  const { bytes } = await generate(network, { threads, progress });
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('threads that make rows', () => {
  test('give the same bytes, and are closed', async () => {
    const threads = stubThreads();
    expect(Buffer.compare(await made(long, threads), await workbookBytes(long))).toBe(0);
    expect(threads.told[0]).toBe('open');
    expect(threads.told).toContain('close');
  });

  test('are not started for a short run', async () => {
    const threads = stubThreads();
    await made(classWith({ iterations: 3 }), threads);
    expect(threads.told).toEqual([]);
  });

  test('are closed where the network does not fit into a workbook', async () => {
    const threads = stubThreads();
    const large = classWith({ learningRates: Array.from({ length: 20 }, (_, k) => k + 1), iterations: 1_000_000 });
    await expect(made(large, threads)).rejects.toThrow(/^iterations: A workbook of 20 learning rates and 1000000/);
    expect(threads.told).toEqual(['open', 'close']);
  });

  test('are closed when one of them fails, and the failure is told', async () => {
    const threads = stubThreads(async () => {
      throw new Error('out of memory');
    });
    await expect(made(long, threads)).rejects.toThrow('out of memory');
    expect(threads.told).toEqual(['open', 'close']);
  });
});

test('progress counts the rows of each learning rate to the last', async () => {
  const told: Progress[] = [];
  await made(long, stubThreads(), (written) => told.push(written));
  for (const rate of long.learningRates) {
    const rows = told.filter(({ learningRate }) => learningRate === rate);
    expect(rows.map((each) => each.rows)).toEqual([...rows.map((each) => each.rows)].sort((a, b) => a - b));
    expect(rows.at(-1)?.rows).toBe(rows.at(-1)?.of);
    // The first two iterations are written by exceljs.
    expect(rows.at(-1)?.of).toBe(long.iterations - 2);
  }
});
