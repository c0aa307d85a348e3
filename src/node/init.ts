import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Network } from '../network/network.ts';
import { networkText } from '../network/network-text.ts';
import { schemaUrl } from './installation.ts';
import { prepareText, type Written, writeText } from './output-file.ts';

/**
 * Writes a network into a file to edit, with "$schema" leading editors to the schema of this installation.
 *
 * @throws InputError when a file is there already and `force` is false, or the system refuses
 * @example
 * await initNetworkFile('my-network.json', network, false);
 */
export async function initNetworkFile(path: string, network: Network, force: boolean): Promise<Written> {
  prepareText(path, force, { example: 'network.json', flag: '' });
  const schema = relative(dirname(resolve(path)), fileURLToPath(schemaUrl))
    .split(sep)
    .join('/');
  return writeText(path, networkText(network, schema));
}
