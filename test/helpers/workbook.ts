import { generate } from '../../src/index.ts';
import type { Network } from '../../src/network/network.ts';

/** The workbook of a network, as one array of bytes. */
export async function workbookBytes(network: Network): Promise<Uint8Array> {
  const { bytes } = await generate(network);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
