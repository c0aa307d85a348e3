import type { Faults } from './faults.ts';
import { EXCEL_COLUMNS, MAX_GIVEN, MAX_SAMPLES } from './limits.ts';
import { field, isList, listAt, unitsOf } from './untyped.ts';

/** Finds samples that do not fit together, into the network, into batches or into a workbook. */
export function misfittingSamples(samples: readonly unknown[], outputs: unknown, batch: unknown, faults: Faults): void {
  for (const [s, sample] of samples.entries()) misfittingInputs(samples[0], sample, s, faults);
  for (const [s, sample] of samples.entries()) misfittingTargets(outputs, sample, s, faults);
  misfittingBatch(samples, batch, faults);
  tooManyNumbers(samples, batch, faults);
}

function misfittingInputs(first: unknown, sample: unknown, s: number, faults: Faults): void {
  const [wanted, inputs] = [field(first, 'inputs'), field(sample, 'inputs')];
  if (!isList(wanted) || !isList(inputs) || inputs.length === 0 || inputs.length === wanted.length) return;
  faults.add(() => ({
    path: `samples[${s}].inputs`,
    message: `holds ${inputs.length} inputs, but samples[0] holds ${wanted.length}; give all samples the same number.`,
  }));
}

function misfittingTargets(outputs: unknown, sample: unknown, s: number, faults: Faults): void {
  const wanted = unitsOf(outputs);
  const targets = field(sample, 'targets');
  if (wanted === undefined || !isList(targets) || targets.length === 0 || targets.length === wanted) return;
  faults.add(() => ({
    path: `samples[${s}].targets`,
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

/** Each number of a batch has a column of its own, and each of all samples a cell of its own on Network. */
function tooManyNumbers(samples: readonly unknown[], batch: unknown, faults: Faults): void {
  const lists = samples.flatMap((sample) => [listAt(sample, 'inputs'), listAt(sample, 'targets')]);
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const taken = batch === 'in-turn' ? 1 : typeof batch === 'number' && batch >= 1 ? batch : samples.length;
  const columns = (count * Math.min(taken, samples.length)) / samples.length;
  if (samples.length < 2 || (count <= MAX_GIVEN && columns <= EXCEL_COLUMNS)) return;
  faults.add(() => ({
    path: 'samples',
    message:
      count > MAX_GIVEN
        ? `hold ${count} inputs and targets, but a workbook has room for ${MAX_GIVEN}; give fewer.`
        : `hold ${Math.ceil(columns)} inputs and targets in an iteration, but a sheet has room for ${EXCEL_COLUMNS}; give fewer, or a smaller batch.`,
  }));
}
