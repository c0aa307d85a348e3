import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputError } from '../spec/input-error.ts';
import type { Network } from '../spec/network.ts';
import { networkText } from '../spec/network-text.ts';
import { failureOf } from './failure.ts';
import { makeFolder } from './output-file.ts';
import { schemaUrl } from './templates.ts';

/**
 * Writes a network into a file to edit, with "$schema" leading editors to the schema of this installation.
 *
 * @throws InputError when a file is there already and `force` is false, or the system refuses
 */
export function initNetworkFile(path: string, network: Network, force: boolean): void {
  if (existsSync(path) && !force)
    throw inputError('already exists and stays as it is; choose another name, or replace it with --force.', path);
  const schema = relative(dirname(resolve(path)), fileURLToPath(schemaUrl))
    .split(sep)
    .join('/');
  try {
    makeFolder(dirname(path));
    writeFileSync(path, networkText(network, schema));
  } catch (error) {
    throw inputError(`cannot be written: ${failureOf(error)}.`, path);
  }
}
