import { type Coding, type Data, plainData, targetCount } from '../data/data.ts';
import { DataFaults } from '../data/fault.ts';
import { readyData } from '../data/ready.ts';
import type { Faults } from './faults.ts';
import { oneLine } from './path-text.ts';
import { dataSchema, type NetworkFile } from './schema.ts';
import { field, isList, unitsOf } from './untyped.ts';

/** The field `data` of a network file: where its samples come from. */
export type DataFile = NonNullable<NetworkFile['data']>;

/** The field `data` of an unchecked network file, where it is well formed. */
export function dataFieldOf(value: unknown): DataFile | undefined {
  const data = field(value, 'data');
  return data === undefined ? undefined : dataSchema.safeParse(data).data;
}

/**
 * A network file with its samples in plain numbers: a ready set is made. Takes any value; what does not go together is told, and so is a
 * table, which whoever reads files has to put in before.
 */
export function withPlainData(value: unknown, faults: Faults): unknown {
  const tell = (path: string, message: string): void => faults.add(() => ({ path, message }));
  const given = (key: string): boolean => field(value, key) !== undefined;
  if (!given('data')) {
    const isFile = typeof value === 'object' && value !== null && !isList(value);
    if (isFile && !given('samples')) tell('samples', 'missing; give a list in [ ], or "data".');
    return value;
  }
  for (const other of ['samples', 'testSamples', 'inputs', 'outputs'])
    if (given(other)) tell(other, 'stands beside "data"; keep one of the two.');
  const data = dataFieldOf(value);
  if (data === undefined) return value;
  misfittingFields(data, tell);
  if (data.set === undefined) return value;
  try {
    const { set } = data;
    return withData(value, readyData({ ...data, set }), faults);
  } catch (error) {
    for (const { path, message } of dataFaults(error, (name) => `data.${name ?? 'set'}`)) tell(path, message);
    return value;
  }
}

/** Which fields of "data" go together. */
function misfittingFields(data: DataFile, tell: (path: string, message: string) => void): void {
  const { set, file } = data;
  if (set === undefined && file === undefined) tell('data', 'names neither a "set" nor a "file"; give one of the two.');
  else if (set !== undefined && file !== undefined) tell('data.file', 'stands beside "set"; keep one of the two.');
  else if (file !== undefined) tell('data.file', 'cannot be read from here, but only where a network file is on disk.');
  const foreign = set === undefined ? (['samples', 'noise'] as const) : (['targets'] as const);
  for (const name of foreign)
    if (data[name] !== undefined)
      tell(`data.${name}`, `has a meaning for a ${set === undefined ? 'set' : 'table'} only; remove it.`);
}

/** How a network writes classes. @param layers and loss of a network or a network file */
export function codingOf(value: unknown): Coding {
  const layers = field(value, 'layers');
  const output = isList(layers) ? layers.at(-1) : undefined;
  const single = unitsOf(output) === 1 && field(output, 'activation') !== 'softmax';
  return { single, no: field(value, 'loss') === 'hinge' ? -1 : 0 };
}

/**
 * A network file with data in place of what it says of them.
 *
 * @param faults learns where its output layer does not fit
 */
export function withData(value: unknown, data: Data, faults?: Faults): unknown {
  const coding = codingOf(value);
  const layers = field(value, 'layers');
  const units = isList(layers) ? unitsOf(layers.at(-1)) : undefined;
  const count = targetCount(data, coding.single);
  const { data: _, ...others } = value as Readonly<Record<string, unknown>>;
  if (units !== undefined && units !== count && faults !== undefined) {
    const path = `layers[${(layers as readonly unknown[]).length - 1}]`;
    const what = data.answers.kind === 'classes' ? 'classes' : 'targets';
    faults.add(() => ({
      path,
      message: `has ${units} ${units === 1 ? 'unit' : 'units'}, but the data have ${data.answers.names.length} ${what}; give it ${count}.`,
    }));
    return others;
  }
  return { ...others, ...plainData(data, coding) };
}

/** Where a number of a sample stands in the table that it comes from, by its line and column; undefined where it comes from none. */
export function placeInTable({ title, training, test, inputs, answers }: Data, path: string): string | undefined {
  const [, list, sample, part, k] = /^(samples|testSamples)\[(\d+)\]\.(inputs|targets)\[(\d+)\]$/.exec(path) ?? [];
  const { line } = (list === 'samples' ? training : test)[Number(sample)] ?? {};
  const columns = part === 'inputs' ? inputs.map(({ name }) => name) : answers.kind === 'numbers' ? answers.names : [];
  const column = columns[Number(k)];
  return line === undefined || column === undefined
    ? undefined
    : `${title}: line ${line}, column "${oneLine(column, 60)}"`;
}

/** What is wrong with data, with its paths. @param pathOf that of a field, or of the data as such */
export function dataFaults(
  error: unknown,
  pathOf: (name: string | undefined) => string,
): readonly { readonly path: string; readonly message: string }[] {
  if (!(error instanceof DataFaults)) throw error;
  return error.faults.map(({ field: name, message }) => ({ path: pathOf(name), message: oneLine(message, 500) }));
}
