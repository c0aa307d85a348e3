import { batch, computed, signal } from '@preact/signals';
import { columnGroups } from '../model/quantities.ts';
import { type Stage, stageIndex, stageNames, stageOfColumns, stageSteps, stagesIn } from '../model/stages.ts';
import { InputError } from '../network/input-error.ts';
import { firstChoice } from '../network/moment.ts';
import type { Network } from '../network/network.ts';
import { parseNetwork } from '../network/parse.ts';
import { networkNames, networkTemplate } from '../network/ready-made.ts';
import { comparedNetworks } from '../network/runs.ts';
import { type Lesson, lessonOf } from '../pipeline/lesson.ts';
import { topologyOf } from '../quantities/topology.ts';
import { withInitialValues } from '../settings/initial-values.ts';
import { pageWords } from './words.ts';

/** A learning rate, or the name of a run. */
export type RunLabel = number | string;

/** The network that the page is about: a ready-made one by its name, or one's own. */
export interface Base {
  readonly name: string;
  readonly network: Network;
}

/** What the picker calls a network that is not ready-made. */
export const OWN = 'your own';

/** A ready-made network. */
export const readyMade = (name: string): Base => ({ name, network: parseNetwork(JSON.parse(networkTemplate(name))) });

/** All that a person chooses. */
export const base = signal<Base>(readyMade(networkNames()[0] ?? 'class'));
export const values = signal<ReadonlyMap<string, number>>(new Map());
/** What the chosen run is called: its learning rate, or its name. */
export const chosenRun = signal<RunLabel>(firstRun(base.value.network));
export const iteration = signal(1);
export const chosenSample = signal(1);
export const stage = signal<Stage>('update');
export const logarithmic = signal(false);
/** The name of what is pointed at, and whether it stays so. */
export const pointed = signal<{ readonly name: string; readonly kept: boolean } | undefined>(undefined);
export const playing = signal(false);

/** Numbers of all runs beyond which the page would not follow a hand any more. */
const MOST_NUMBERS = 6_000_000;

/** The network with all changes, how it learns, and the run and the iteration that are looked at. */
export const network = computed(() => withInitialValues(base.value.network, values.value));
const trained = computed((): Lesson => lessonOf(network.value, mostIterations(network.value)));
export const runIndex = computed(() => Math.max(0, runLabels(network.value).indexOf(chosenRun.value)));
export const run = computed(() => {
  const { runs } = trained.value;
  const own = runs[runIndex.value] ?? runs[0];
  if (own === undefined) throw new RangeError('A network has at least one learning rate.');
  return own;
});
/** The lesson as the chosen run has it. */
export const lesson = computed((): Lesson => {
  const { topology, columns, sections } = run.value;
  return topology === trained.value.topology ? trained.value : { ...trained.value, topology, columns, sections };
});
export const reading = computed(() => run.value.at(Math.min(iteration.value, lesson.value.iterations)));

/** The way of a sample that is looked at. */
export const pass = computed(() => {
  const { passes } = lesson.value.topology;
  const own = passes[chosenSample.value - 1] ?? passes[0];
  if (own === undefined) throw new RangeError('A network has at least one sample.');
  return own;
});
export const stages = computed(() => stagesIn(lesson.value.topology));
export const steps = computed(() => {
  const { topology, columns, sections } = lesson.value;
  return stageSteps(topology, columns, sections, pass.value);
});
const stageOfName = computed(() => {
  const { topology, columns } = lesson.value;
  const of = stageOfColumns(topology);
  return new Map(columns.map((column) => [column.name, stageIndex(of(column))]));
});
/** The number of a quantity, where the stage has come so far. */
export const readShown = computed(() => {
  const limit = stageIndex(stage.value);
  const [{ before }, places] = [reading.value, stageOfName.value];
  return (name: string): number | undefined => ((places.get(name) ?? 0) <= limit ? before(name) : undefined);
});

function mostIterations(of: Network): number {
  const all = of.runs === undefined ? [of] : comparedNetworks(of).map((each) => each.network);
  const columns = all
    .flatMap((each) => columnGroups(topologyOf(each)))
    .reduce((sum, group) => sum + group.columns.length, 0);
  return Math.max(1, Math.floor((MOST_NUMBERS * all.length) / (columns * runLabels(of).length)));
}

/** What the runs of a network are called. */
export function runLabels({ runs, learningRates }: Network): readonly RunLabel[] {
  return runs?.map(({ name }) => name) ?? learningRates;
}

function firstRun(of: Network): RunLabel {
  return runLabels(of)[firstChoice(of).rate] ?? 1;
}

/** Turns to another network, from its first iteration on. */
export function choose(next: Base): void {
  batch(() => {
    base.value = next;
    values.value = new Map();
    if (!runLabels(next.network).includes(chosenRun.value)) chosenRun.value = firstRun(next.network);
    chosenSample.value = 1;
    pointed.value = undefined;
    playing.value = false;
    goTo(1);
    if (!stages.value.includes(stage.value)) stage.value = 'update';
  });
}

/** Goes to an iteration, as far as there are any. */
export function goTo(wanted: number): void {
  iteration.value = Math.max(1, Math.min(lesson.value.iterations, Math.round(wanted)));
}

/** Changes an initial value. @returns why it cannot be, in a sentence */
export function setValue(name: string, value: number): string | undefined {
  const own = base.value.network.runs?.[runIndex.value];
  if (own?.initialWeights !== undefined && /^w\d/.test(name)) return pageWords.drawsOwn(own.name);
  const changed = new Map(values.value).set(name, value);
  try {
    withInitialValues(base.value.network, changed);
  } catch (error) {
    if (error instanceof InputError) return error.faults[0]?.message ?? error.message;
    throw error;
  }
  values.value = changed;
  return undefined;
}

/** Goes to a stage by its number, counted from 1. */
export function showUpTo(number: number): void {
  const wanted = stageNames[number - 1];
  if (wanted !== undefined && stages.value.includes(wanted)) stage.value = wanted;
}
