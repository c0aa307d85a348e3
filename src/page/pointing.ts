import { computed } from '@preact/signals';
import type { Bias, Weight } from '../quantities/layer.ts';
import { errorBy, quantityName } from '../quantities/quantity.ts';
import { viewOf } from '../quantities/view.ts';
import { lesson, pass, pointed } from './state.ts';

/** A weight or bias that is pointed at, with where it stands in the network. */
export type Pointed =
  | { readonly kind: 'weight'; readonly weight: Weight; readonly netInput: string; readonly activation: string }
  | { readonly kind: 'bias'; readonly bias: Bias; readonly activations: readonly string[] };

/** All weights and biases in the pass that is looked at, by their names, in order. */
export const trainables = computed((): ReadonlyMap<string, Pointed> => {
  const { layers } = viewOf(lesson.value.topology, pass.value);
  return new Map(
    layers.flatMap(({ units, biases }) => [
      ...units.flatMap(({ weights, netInput, activation }) =>
        weights.map((weight): [string, Pointed] => [weight.name, { kind: 'weight', weight, netInput, activation }]),
      ),
      ...biases.map((bias): [string, Pointed] => [
        bias.name,
        {
          kind: 'bias',
          bias,
          activations: units
            .filter(({ netInput }) => bias.units.includes(netInput))
            .map(({ activation }) => activation),
        },
      ]),
    ]),
  );
});

/** The weight or bias that is pointed at, if it is one. */
export const pointedPart = computed(() => trainables.value.get(pointed.value?.name ?? ''));

/** Everything that lights up: what is pointed at, and of a weight the links of its chain. */
export const lit = computed((): ReadonlySet<string> => {
  const name = pointed.value?.name;
  if (name === undefined) return new Set();
  const part = pointedPart.value;
  const reactions = (names: readonly string[]): readonly string[] =>
    names.map((of) => quantityName(errorBy(pass.value, of)));
  if (part === undefined) return new Set([name]);
  return part.kind === 'weight'
    ? new Set([name, part.weight.from, ...reactions([part.activation, part.netInput])])
    : new Set([name, ...reactions([...part.activations, ...part.bias.units])]);
});

/** Points at something for as long as it is under the pointer; what is kept stays. */
export function pointAt(name: string | undefined): void {
  if (pointed.value?.kept === true || pointed.value?.name === name) return;
  pointed.value = name === undefined ? undefined : { name, kept: false };
}

/** Keeps pointing at something; a second time lets it go. */
export function keep(name: string): void {
  pointed.value = pointed.value?.kept === true && pointed.value.name === name ? undefined : { name, kept: true };
}

/** The name of what an event is about. */
export const nameAt = (event: Event): string | undefined =>
  event.target instanceof Element
    ? (event.target.closest('[data-name]')?.getAttribute('data-name') ?? undefined)
    : undefined;
