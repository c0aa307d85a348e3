import { type Faults, noFaults } from './faults.ts';
import type { Fault } from './input-error.ts';
import { findMisfits } from './misfits.ts';
import type { NetworkRun } from './network.ts';
import { inQuotes } from './path-text.ts';
import { fileOfRun } from './run-file.ts';
import type { NetworkFile } from './schema.ts';

/** What no name of a sheet can hold (Microsoft, "Rename a worksheet"), and quotation marks, which formulas end texts with. */
const UNFIT = /[[\]:*?/\\'"]/u;

/** Finds what is wrong with the runs of a file that is well-shaped: their names, and what each of them makes of the network. */
export function findMisfittingRuns(file: NetworkFile, faults: Faults): void {
  const { runs } = file;
  if (runs === undefined) return;
  const rates = file.learningRates.length;
  if (rates > 1)
    faults.add(() => ({
      path: 'learningRates',
      message: `holds ${rates} learning rates beside "runs"; keep one, and give a run its own "learningRate" where it differs.`,
    }));
  const plain = noFaults();
  findMisfits(file, plain);
  misfittingOutputs(file, runs, faults);
  const known = new Set(plain.told.map(textOf));
  for (const [k, run] of runs.entries()) {
    misfittingName(runs, k, faults);
    misfittingActivations(file, run, k, faults);
    const own = noFaults();
    findMisfits(fileOfRun(file, run), own);
    for (const fault of own.told) if (!known.has(textOf(fault))) faults.add(() => ofRun(fault, run, k));
  }
}

/** Whether outputs are shares of each other: what such a network computes has other places on the sheets. */
const hasShares = ({ layers }: NetworkFile): boolean => layers.at(-1)?.activation === 'softmax';

function misfittingOutputs(file: NetworkFile, runs: readonly NetworkRun[], faults: Faults): void {
  const shares = runs.map((run) => hasShares(fileOfRun(file, run)));
  for (const [k, own] of shares.entries())
    if (own !== shares[0])
      faults.add(() => ({
        path: `runs[${k}]`,
        message: `has outputs ${own ? 'of' : 'without'} softmax, the first run ${own ? 'without' : 'of'} it; one workbook cannot compare these.`,
      }));
}

const textOf = ({ path, message }: Fault): string => `${path}: ${message}`;

/** What sheets are called, no two of them but for large and small letters. */
const sheetOf = ({ name }: NetworkRun): string => name.trim().toLowerCase();

function misfittingName(runs: readonly NetworkRun[], k: number, faults: Faults): void {
  const run = runs[k] as NetworkRun;
  const tell = (message: string): void => faults.add(() => ({ path: `runs[${k}].name`, message }));
  const unfit = UNFIT.exec(run.name)?.[0];
  if (unfit !== undefined) tell(`holds ${unfit}, which the name of a sheet cannot; take another name.`);
  if (!/\p{L}/u.test(run.name)) tell('must hold a letter: a number alone would be taken for a learning rate.');
  if (runs.findIndex((other) => sheetOf(other) === sheetOf(run)) < k)
    tell(`repeats ${inQuotes(run.name)}; give each run a name of its own.`);
}

function misfittingActivations({ layers }: NetworkFile, { activation }: NetworkRun, k: number, faults: Faults): void {
  if (typeof activation !== 'object' || activation.length === layers.length) return;
  faults.add(() => ({
    path: `runs[${k}].activation`,
    message: `names ${activation.length} activations, but the network has ${layers.length} layers; give one for each, or a single one for the hidden layers.`,
  }));
}

/** A fault of what a run makes of the network, at the run's own field where it has one. */
function ofRun({ path, message }: Fault, run: NetworkRun, k: number): Fault {
  const [first = ''] = path.split(/[.[]/u);
  if (run.activation !== undefined && /^layers\[\d+\]\.activation$/u.test(path))
    return { path: `runs[${k}].activation`, message };
  return first in run
    ? { path: `runs[${k}].${path}`, message }
    : { path: `runs[${k}]`, message: `does not fit ${path}, which ${message}` };
}
