import { generate } from '../../src/index.ts';
import type { Network } from '../../src/network/network.ts';
import { classNetwork } from './networks.ts';

/** The workbook of the class, which many test files look at: made, read and calculated once for all of them. */
let ofClass: Promise<Uint8Array> | undefined;

/** The workbook of a network, as one array of bytes, which are not to be changed. */
export function workbookBytes(network: Network): Promise<Uint8Array> {
  if (network !== classNetwork) return madeAgain(network);
  ofClass ??= madeAgain(network);
  return ofClass;
}

/** The same, made once more. */
export async function madeAgain(network: Network): Promise<Uint8Array> {
  const { bytes } = await generate(network);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
