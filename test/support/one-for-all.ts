import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** Something that all tests of a run share, whichever thread they are in. */
export interface Shared {
  /** The port of this machine at which it takes requests. */
  readonly port: number;
  readonly close: () => void;
}

/** Answers requests one after the other; both are plain data. What an answer throws is thrown where it was asked for. */
export async function shared<Request>(answer: (request: Request) => Promise<unknown>): Promise<Shared> {
  let last: Promise<unknown> = Promise.resolve();
  const answered = (request: Request): Promise<string> =>
    answer(request).then(
      (result) => JSON.stringify({ result }),
      (error) => JSON.stringify({ error: error instanceof Error ? error.message : String(error) }),
    );
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    createInterface(socket).on('line', (line) => {
      last = last.then(async () => socket.end(await answered(JSON.parse(line))));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** What is answered at a port. @throws Error with what went wrong there */
export async function ask(port: number, request: unknown): Promise<unknown> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${JSON.stringify(request)}\n`);
  let text = '';
  for await (const piece of socket.setEncoding('utf8')) text += piece;
  const { result, error } = JSON.parse(text) as { readonly result: unknown; readonly error?: string };
  if (error !== undefined) throw new Error(error);
  return result;
}
