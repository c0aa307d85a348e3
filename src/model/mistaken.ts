import type { Layer, Unit } from '../quantities/layer.ts';
import { derivativeOf, errorBy, gradientBy, quantityName } from '../quantities/quantity.ts';
import type { Pass, Topology } from '../quantities/topology.ts';
import { trainedOf } from '../quantities/topology.ts';
import { viewOf } from '../quantities/view.ts';
import type { Column } from './column.ts';

/** What learners take for what: names for names, the likeliest first. */
export interface Mistaken {
  /** Names that are written for a name. */
  readonly one: ReadonlyMap<string, readonly string[]>;
  /** Names that are written for others together, as all weights out of one unit for those out of another. */
  readonly together: readonly ReadonlyMap<string, string>[];
  /** Names whose numbers are others in other rows. */
  readonly moving: ReadonlySet<string>;
}

/** Neighbours of an item that are taken for it, at most. */
const MOST_NEIGHBOURS = 3;

/** The names of a network that are taken for one another. */
export function mistakenNames(topology: Topology, columns: readonly Column[]): Mistaken {
  const one = new Map<string, Set<string>>();
  const together: ReadonlyMap<string, string>[] = [];
  const add = (name: string, others: readonly (string | undefined)[]): void => {
    const known = one.get(name) ?? new Set<string>();
    one.set(name, known);
    for (const other of others) if (other !== undefined && other !== name) known.add(other);
  };
  const addSet = (names: readonly string[]): void => {
    for (const [k, name] of names.entries()) add(name, near(names, k));
  };
  for (const pass of topology.passes) {
    const { inputs, targets, errors, layers } = viewOf(topology, pass);
    addSet(inputs.map(({ name }) => name));
    addSet(targets.map(({ name }) => name));
    addSet(errors.map(({ name }) => name));
    for (const [l, layer] of layers.entries()) {
      addUnits(layer, pass, { add, addSet });
      addWeights(layer, (name) => name, add);
      addWeights(layer, (name) => quantityName(errorBy(pass, name)), add);
      addWeights(layer, (name) => quantityName(gradientBy(name)), add);
      const next = layers[l + 1];
      const before = layers[l - 1]?.units.map(({ activation }) => activation) ?? inputs.map(({ name }) => name);
      for (const [u, { activation }] of layer.units.entries()) {
        add(activation, [
          next?.units[u]?.activation,
          before[u],
          ...(next?.units ?? []).slice(0, 2).map((unit) => unit.activation),
        ]);
        add(before[u] ?? '', [activation]);
        for (const v of near([...layer.units.keys()], u)) together.push(...wholes(layer, next, errors, u, v));
      }
    }
  }
  const trained = trainedOf(topology).map(({ name }) => name);
  for (const names of [trained, trained.map((each) => quantityName(gradientBy(each)))]) addSet(names);
  return {
    one: new Map([...one].map(([name, others]) => [name, [...others]])),
    together,
    moving: new Set(columns.flatMap(({ name, rule }) => (rule.kind === 'given' ? [] : [name]))),
  };
}

/** The items beside one, then the first and the last. */
function near<T>(items: readonly T[], k: number): readonly T[] {
  const places = new Set([k + 1, k - 1, 0, items.length - 1]);
  places.delete(k);
  return [...places]
    .filter((at) => at >= 0 && at < items.length)
    .slice(0, MOST_NEIGHBOURS)
    .map((at) => items[at] as T);
}

interface Adding {
  readonly add: (name: string, others: readonly (string | undefined)[]) => void;
  readonly addSet: (names: readonly string[]) => void;
}

/** A unit for another one of its layer, its net input for its activation; the same of what the error does with them. */
function addUnits({ units }: Layer, pass: Pass, { add, addSet }: Adding): void {
  const by = (name: string): string => quantityName(errorBy(pass, name));
  addSet(units.map(({ activation }) => activation));
  addSet(units.map(({ netInput }) => netInput));
  addSet(units.map(({ netInput }) => by(netInput)));
  addSet(units.map(({ activation }) => by(activation)));
  addSet(units.map(({ activation, netInput }) => quantityName(derivativeOf(activation, netInput))));
  for (const { activation, netInput } of units) {
    add(activation, [netInput]);
    add(netInput, [activation]);
    add(by(netInput), [by(activation)]);
    add(by(activation), [by(netInput)]);
  }
}

/** A weight for one of the same unit, one of the same source, and the one that joins the units the other way round. */
function addWeights({ units }: Layer, named: (name: string) => string, add: Adding['add']): void {
  const at = (u: number, k: number): string | undefined => {
    const weight = units[u]?.weights[k];
    return weight && named(weight.name);
  };
  for (const [u, { weights }] of units.entries())
    for (const k of weights.keys())
      add(at(u, k) ?? '', [
        at(u, k + 1),
        at(u, k - 1),
        at(u + 1, k),
        at(u - 1, k),
        at(k, u),
        at(u + 1, k + 1),
        at(u - 1, k - 1),
      ]);
}

/** All of a unit for all of another one: the weights out of it, those into it, its output with its target. */
function wholes(
  { units }: Layer,
  next: Layer | undefined,
  errors: readonly { readonly output: string; readonly target: string; readonly name: string }[],
  u: number,
  v: number,
): readonly ReadonlyMap<string, string>[] {
  const [from, to] = [units[u], units[v]];
  if (from === undefined || to === undefined) return [];
  const outgoing = new Map(
    (next?.units ?? []).flatMap(({ weights }) => {
      const [mine, other] = [weights[u], weights[v]];
      return mine && other ? [[mine.name, other.name] as const] : [];
    }),
  );
  const incoming = new Map(
    from.weights.flatMap(({ name }, k) => {
      const other = to.weights[k];
      return other ? [[name, other.name] as const] : [];
    }),
  );
  const [mine, other] = [errors[u], errors[v]];
  const output: readonly (readonly [string, string])[] =
    next === undefined && mine && other ? [[mine.target, other.target]] : [];
  return [outgoing, incoming, new Map([...pair(from, to), ...output])];
}

const pair = (from: Unit, to: Unit): readonly (readonly [string, string])[] => [
  [from.activation, to.activation],
  [from.netInput, to.netInput],
];
