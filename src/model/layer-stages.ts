import { ACCURACY, CORRECT } from '../quantities/classes.ts';
import { errorBy, gradientBy, quantityName } from '../quantities/quantity.ts';
import { MEAN_ERROR, TOTAL_ERROR, type Topology } from '../quantities/topology.ts';
import { inPass, viewOf } from '../quantities/view.ts';
import { reachedBy, slopeOf } from './backward.ts';
import type { Stage } from './stages.ts';

/** A stage of an iteration, taken apart by layers: what is computed at one go, so that a class can do one after the other. */
export interface LayerStage {
  readonly kind: LayerStageKind;
  /** The layer, counted from 0, where it belongs to one. */
  readonly layer: number | undefined;
  /** The stage that it is a part of; inputs belong to the way forward. */
  readonly stage: Stage;
}

/** What is computed: δ, of all textbooks, is how the error reacts to a net input. */
export type LayerStageKind =
  | 'inputs'
  | 'net-inputs'
  | 'activations'
  | 'error'
  | 'reactions'
  | 'deltas'
  | 'gradients'
  | 'update';

/** The stages by layers, in the order of computation: 5 for each layer, the inputs, the error and the update. */
export function layerStages({ layers }: Pick<Topology, 'layers'>): readonly LayerStage[] {
  const last = layers.length - 1;
  const backward = (layer: number): Stage => (layer === last ? 'backward-output' : 'backward-hidden');
  return [
    { kind: 'inputs', layer: undefined, stage: 'forward' },
    ...layers.flatMap((_, layer): readonly LayerStage[] => [
      { kind: 'net-inputs', layer, stage: 'forward' },
      { kind: 'activations', layer, stage: 'forward' },
    ]),
    { kind: 'error', layer: undefined, stage: 'error' },
    ...layers
      .map((_, l) => last - l)
      .flatMap((layer): readonly LayerStage[] => [
        { kind: 'reactions', layer, stage: backward(layer) },
        { kind: 'deltas', layer, stage: backward(layer) },
        { kind: 'gradients', layer, stage: backward(layer) },
      ]),
    { kind: 'update', layer: undefined, stage: 'update' },
  ];
}

/** The number of a stage among {@link layerStages}, counted from 1. */
export function stageNumber(topology: Pick<Topology, 'layers'>, kind: LayerStageKind, layer?: number): number {
  return layerStages(topology).findIndex((each) => each.kind === kind && each.layer === layer) + 1;
}

/**
 * The numbers of the stages at which quantities are computed, by their names in all passes. What is not there is given, or is what the
 * optimizer makes of gradients.
 */
export function stagesByName(topology: Topology): ReadonlyMap<string, number> {
  const number = (kind: LayerStageKind, layer?: number): number => stageNumber(topology, kind, layer);
  const atError = [TOTAL_ERROR, MEAN_ERROR, CORRECT, ACCURACY].map((name): readonly [string, number] => [
    name,
    number('error'),
  ]);
  const inPasses = topology.passes.flatMap((pass) => {
    const { layers, errors } = viewOf(topology, pass);
    const by = (name: string): string => quantityName(errorBy(pass, name));
    const ofErrors = [...errors.map(({ name }) => name), pass.total, inPass(CORRECT, pass)].map(
      (name) => [name, number('error')] as const,
    );
    const ofLayers = layers.flatMap((layer, l) => {
      const { units, biases, largest } = layer;
      const trained = [...units.flatMap(({ weights }) => weights), ...biases].map(({ name }) => name);
      const slopes = units.flatMap((_, u) =>
        reachedBy(layer, u).map((other) => quantityName(slopeOf(layer, u, other))),
      );
      const at = (kind: LayerStageKind, names: readonly string[]) =>
        names.map((name) => [name, number(kind, l)] as const);
      return [
        ...at(
          'net-inputs',
          units.map((unit) => unit.netInput),
        ),
        ...at('activations', [...units.map((unit) => unit.activation), ...(largest === undefined ? [] : [largest])]),
        ...at(
          'reactions',
          units.map((unit) => by(unit.activation)),
        ),
        ...at('deltas', [...slopes, ...units.map((unit) => by(unit.netInput))]),
        ...at(
          'gradients',
          trained.flatMap((name) => [by(name), quantityName(gradientBy(name))]),
        ),
      ];
    });
    return [...ofErrors, ...ofLayers];
  });
  return new Map([...atError, ...inPasses]);
}
