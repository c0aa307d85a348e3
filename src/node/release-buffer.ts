import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** Pieces from this size on have memory of their own, as a rule; small ones share it with others. */
const LARGE = 1 << 14;

/** A port at whose other end nobody listens: what is sent there is gone. */
let nowhere: MessagePort | undefined;

/** Gives the memory of a piece back at once, which else would pile up until it is found to be unused. The piece is empty then. */
export function releaseBuffer({ buffer, byteLength }: Uint8Array): void {
  if (byteLength < LARGE || 2 * byteLength < buffer.byteLength || !(buffer instanceof ArrayBuffer)) return;
  nowhere ??= closedPort();
  nowhere.postMessage(undefined, [buffer]);
}

function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}
