import type { Faults } from './faults.ts';
import { EXCEL_COLUMNS, MAX_GIVEN, MAX_SAMPLES } from './limits.ts';
import { field, isList, listAt, unitsOf } from './untyped.ts';

/** What samples have to fit to. */
interface Given {
  readonly samples: readonly unknown[];
  /** Those that test. */
  readonly tests: readonly unknown[];
  /** The output layer. */
  readonly outputs: unknown;
  readonly batch: unknown;
}

/** Finds samples that do not fit together, into the network, into batches or into a workbook. */
export function misfittingSamples({ samples, tests, outputs, batch }: Given, faults: Faults): void {
  const places = [...samples.keys()].map((s) => `samples[${s}]`);
  const testPlaces = [...tests.keys()].map((s) => `testSamples[${s}]`);
  const all = [...samples, ...tests].map((sample, s) => ({ sample, place: [...places, ...testPlaces][s] ?? '' }));
  for (const { sample, place } of all) misfittingInputs(samples[0], sample, place, faults);
  for (const { sample, place } of all) misfittingTargets(outputs, sample, place, faults);
  misfittingBatch(samples, batch, faults);
  tooManyNumbers(samples, tests, batch, faults);
}

/** Finds names that inputs or outputs have too few or too many of. */
export function misfittingNames(value: unknown, sample: unknown, faults: Faults): void {
  for (const [place, numbers] of [
    ['inputs', 'inputs'],
    ['outputs', 'targets'],
  ] as const) {
    const [names, own] = [field(value, place), field(sample, numbers)];
    if (!isList(names) || !isList(own) || names.length === 0 || own.length === 0 || names.length === own.length)
      continue;
    faults.add(() => ({
      path: place,
      message: `names ${names.length} ${place}, but the samples hold ${own.length} ${numbers}; name each of them.`,
    }));
  }
}

function misfittingInputs(first: unknown, sample: unknown, place: string, faults: Faults): void {
  const [wanted, inputs] = [field(first, 'inputs'), field(sample, 'inputs')];
  if (!isList(wanted) || !isList(inputs) || inputs.length === 0 || inputs.length === wanted.length) return;
  faults.add(() => ({
    path: `${place}.inputs`,
    message: `holds ${inputs.length} inputs, but samples[0] holds ${wanted.length}; give all samples the same number.`,
  }));
}

function misfittingTargets(outputs: unknown, sample: unknown, place: string, faults: Faults): void {
  const wanted = unitsOf(outputs);
  const targets = field(sample, 'targets');
  if (wanted === undefined || !isList(targets) || targets.length === 0 || targets.length === wanted) return;
  faults.add(() => ({
    path: `${place}.targets`,
    message: `holds ${targets.length} targets, but must hold ${wanted}: one for each unit of the output layer.`,
  }));
}

/** The batches that there may be of so many samples. */
const divisors = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => k + 1).filter((size) => count % size === 0);

function misfittingBatch({ length: count }: readonly unknown[], batch: unknown, faults: Faults): void {
  const isCount = typeof batch === 'number' && Number.isInteger(batch) && batch >= 1 && batch <= MAX_SAMPLES;
  if (!isCount || count % batch === 0) return;
  faults.add(() => ({
    path: 'batch',
    message: `must divide the number of samples, ${count}: ${divisors(count).join(', ')}, not ${batch}.`,
  }));
}

/** Each number of a batch and of the test has a column of its own, and each of all samples a cell of its own on Network. */
function tooManyNumbers(samples: readonly unknown[], tests: readonly unknown[], batch: unknown, faults: Faults): void {
  const numbersIn = (list: readonly unknown[]): number =>
    list.reduce((sum: number, each) => sum + listAt(each, 'inputs').length + listAt(each, 'targets').length, 0);
  const own = numbersIn(samples);
  const tested = numbersIn(tests);
  const count = own + tested;
  const taken = batch === 'in-turn' ? 1 : typeof batch === 'number' && batch >= 1 ? batch : samples.length;
  const columns = (own * Math.min(taken, samples.length)) / samples.length + tested;
  if (samples.length + tests.length < 2 || (count <= MAX_GIVEN && columns <= EXCEL_COLUMNS)) return;
  faults.add(() => ({
    path: 'samples',
    message:
      count > MAX_GIVEN
        ? `hold ${count} inputs and targets, but a workbook has room for ${MAX_GIVEN}; give fewer.`
        : `hold ${Math.ceil(columns)} inputs and targets in an iteration, but a sheet has room for ${EXCEL_COLUMNS}; give fewer, or a smaller batch.`,
  }));
}
