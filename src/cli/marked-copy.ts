import { basename, dirname, extname, join } from 'node:path';

/** The name of the file that is filled in for another one: beside it, with "-marked". */
export function markedCopy(path: string): string {
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending)}-marked${ending}`);
}
