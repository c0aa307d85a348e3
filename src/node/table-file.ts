import { dirname, isAbsolute, join } from 'node:path';
import type { Data } from '../data/data.ts';
import { type TableChoice, tableData } from '../data/table.ts';
import { dataFaults, dataFieldOf, withData } from '../network/data-field.ts';
import { InputError } from '../network/input-error.ts';
import { MAX_SAMPLES } from '../network/limits.ts';
import { readText } from './read-text.ts';

/**
 * Reads training examples from a table (CSV).
 *
 * @param wanted which columns are targets, and how many lines test
 * @param pathOf what the fields of that are called where they are asked for
 * @throws InputError when it cannot be read, or has faults, each with its line and column
 * @example
 * await writeFile('flowers.csv', 'petal;species\n1,4;setosa\n4,7;versicolor\n');
 * console.log(withSettings(network, { data: readTable('flowers.csv', { standardise: true }) }).outputs);
 */
export function readTable(
  path: string,
  wanted: TableChoice = {},
  pathOf: (field: string) => string = (field) => field,
): Data {
  const text = readText(path, 'a table as text; save its sheet as CSV');
  const title = path.split(/[\\/]/).at(-1) ?? path;
  try {
    return tableData(text, { ...wanted, title, most: MAX_SAMPLES });
  } catch (error) {
    throw new InputError(dataFaults(error, (field) => (field === undefined ? path : pathOf(field))));
  }
}

/** A network file, parsed, with the table that it names, if it does, in place of the name; and the table. @param path of the network file */
export function withTable(value: unknown, path: string): { readonly value: unknown; readonly table?: Data } {
  const { file, set, ...wanted } = dataFieldOf(value) ?? {};
  if (file === undefined || set !== undefined) return { value };
  const { samples, noise, ...rest } = wanted;
  // What has no meaning for a table is told of the network file.
  if (samples !== undefined || noise !== undefined) return { value };
  const source = isAbsolute(file) ? file : join(dirname(path), file);
  const table = readTable(source, rest, (field) => `${path}: data.${field}`);
  return { value: withData(value, table), table };
}
