import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Network } from '../network/network.ts';
import { networkText } from '../network/network-text.ts';
import { schemaUrl } from './installation.ts';
import { prepareText, type Written, writeText } from './output-file.ts';
import type { Wanted } from './output-target.ts';

/**
 * Writes a network into a file to edit, with "$schema" leading editors to the schema of this installation.
 *
 * @param wanted what is said of the file where it cannot be
 * @throws InputError when a file is there already and `force` is false, or the system refuses
 * @example
 * await initNetworkFile('my-network.json', network, false);
 */
export async function initNetworkFile(
  path: string,
  network: Network,
  force: boolean,
  wanted: Wanted = { example: 'network.json', byName: '', byForce: '' },
): Promise<Written> {
  prepareText(path, force, wanted);
  const schema = relative(dirname(resolve(path)), fileURLToPath(schemaUrl))
    .split(sep)
    .join('/');
  return writeText(path, networkText(network, schema));
}
