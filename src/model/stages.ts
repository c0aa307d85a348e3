import type { Pass, Topology } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import type { Column } from './column.ts';
import type { Step, StepSection } from './step.ts';

/** How far an iteration has come, as it is taught: each stage rests on those before it. */
export const stageNames = ['forward', 'error', 'backward-output', 'backward-hidden', 'update'] as const;

/** A stage of an iteration. */
export type Stage = (typeof stageNames)[number];

/** The stages that a network has: without hidden layers, nothing is left to do for them. */
export const stagesIn = ({ layers }: Topology): readonly Stage[] =>
  stageNames.filter((stage) => stage !== 'backward-hidden' || layers.length > 1);

/** The place of a stage among all, counted from 0. */
export const stageIndex = (stage: Stage): number => stageNames.indexOf(stage);

/**
 * Says at which stage a quantity gets its number. Inputs, targets, settings and the weights of the iteration are there from the first one on.
 */
export function stageOfColumns(topology: Topology): (column: Column) => Stage {
  const layerOf = layersByName(topology);
  const last = topology.layers.length - 1;
  return ({ role, quantity }) => {
    switch (role) {
      case 'error':
      case 'total':
      case 'accuracy':
      case 'test':
        return 'error';
      case 'factor':
      case 'gradient': {
        const layer = quantity.kind === 'value' ? last : layerOf.get(quantity.by);
        return layer === last ? 'backward-output' : 'backward-hidden';
      }
      case 'state':
        return 'update';
      default:
        return 'forward';
    }
  };
}

/** The layer, counted from 0, of every unit, weight and bias, in all passes. */
function layersByName(topology: Topology): ReadonlyMap<string, number> {
  const views = topology.passes.map((pass) => viewOf(topology, pass));
  return new Map(
    views.flatMap(({ layers }) =>
      layers.flatMap(({ units, biases }, l) =>
        [
          ...units.flatMap(({ netInput, activation, weights }) => [
            netInput,
            activation,
            ...weights.map(({ name }) => name),
          ]),
          ...biases.map(({ name }) => name),
        ].map((name): readonly [string, number] => [name, l]),
      ),
    ),
  );
}

/** The steps of a stage, with what they are for. */
export interface StageSteps {
  readonly stage: Stage;
  readonly title: string;
  readonly why: string;
  readonly steps: readonly Step[];
}

/**
 * The steps of an iteration by their stages. Of a batch, those of one sample are there, and the means over all of them at the stage
 * at which they can be computed.
 *
 * @param sections all steps, as `stepSections` gives them
 * @param pass whose steps are wanted
 */
export function stageSteps(
  topology: Topology,
  columns: readonly Column[],
  sections: readonly StepSection[],
  { sample }: Pass,
): readonly StageSteps[] {
  const stageOf = stageOfColumns(topology);
  const stages = new Map(columns.map((column) => [column.name, stageOf(column)]));
  const own = sections
    .filter((section) => section.sample === undefined || section.sample === sample)
    .flatMap((section) =>
      section.steps.map((step) => ({
        section,
        step,
        stage: step.later === 1 ? 'update' : (stages.get(step.column) ?? 'update'),
      })),
    );
  return stagesIn(topology).flatMap((stage) => {
    const here = own.filter((each) => each.stage === stage);
    const section = here.find((each) => each.section.kind === stage)?.section;
    return section === undefined
      ? []
      : [{ stage, title: section.plainTitle, why: section.why, steps: here.map(({ step }) => step) }];
  });
}
