import { pullBack } from './backward.ts';
import { compute } from './forward.ts';
import { dependencies, type Operations, VARIABLE } from './operation.ts';

/** The two sweeps over a tape: forward for values, backward for derivatives. */
export interface Sweeps {
  /** The value of every node. Those of variables are set here. */
  readonly values: Float64Array;
  /** Computes the values of all other nodes. */
  forward(): void;
  /** Prepares ∂of/∂n of every node n from `by` on, by the operations recorded after `by`. */
  backward(of: number, by: number): BackwardSweep;
}

/** Derivatives of one node, a number for each node that it depends on. */
export interface BackwardSweep {
  /** Computes them from the values of the last forward sweep. @param adjoints takes them; a number for each node, all of them 0 before */
  sweep(adjoints: Float64Array): void;
  /** Sets them to 0 again. */
  clear(adjoints: Float64Array): void;
}

/**
 * @param values those of variables and constants are set already
 * @param noise changes what each operation gives, to find out which numbers are nothing but rounding
 */
export function sweeper(operations: Operations, values: Float64Array, noise?: Noise): Sweeps {
  const { kind, left, right } = operations;
  const computed = Int32Array.from(kind.keys()).filter((n) => kind[n] !== VARIABLE);
  if (noise !== undefined) return noisySweeps(operations, computed, values, noise);
  return {
    values,
    forward: () => {
      for (let k = 0; k < computed.length; k++) {
        const n = computed[k] as number;
        compute(n, kind[n] as number, left[n] as number, right[n] as number, values);
      }
    },
    backward: (of, by) => {
      const nodes = dependencies(operations, of, by);
      return backwardSweep(operations, of, nodes, (adjoints) => {
        for (let k = 0; k < nodes.length; k++) {
          const n = nodes[k] as number;
          pullBack(n, kind[n] as number, left[n] as number, right[n] as number, values, adjoints);
        }
      });
    },
  };
}

/** @param pull pulls the derivatives back from the nodes, in order */
function backwardSweep(
  { left, right }: Operations,
  of: number,
  nodes: Int32Array,
  pull: (adjoints: Float64Array) => void,
): BackwardSweep {
  const clear = (adjoints: Float64Array): void => {
    adjoints[of] = 0;
    for (let k = 0; k < nodes.length; k++) {
      const n = nodes[k] as number;
      adjoints[left[n] as number] = 0;
      adjoints[right[n] as number] = 0;
    }
  };
  return {
    sweep: (adjoints) => {
      adjoints[of] = 1;
      pull(adjoints);
    },
    clear,
  };
}

/** Another number for one that an operation gave. */
export type Noise = (value: number) => number;

/** The same sweeps, with noise on every result; apart from them, because those of ordinary runs must be fast. */
function noisySweeps(operations: Operations, computed: Int32Array, values: Float64Array, noise: Noise): Sweeps {
  const { kind, left, right } = operations;
  return {
    values,
    forward: () => {
      for (let k = 0; k < computed.length; k++) {
        const n = computed[k] as number;
        compute(n, kind[n] as number, left[n] as number, right[n] as number, values);
        values[n] = noise(values[n] as number);
      }
    },
    backward: (of, by) => {
      const nodes = dependencies(operations, of, by);
      return backwardSweep(operations, of, nodes, (adjoints) => {
        for (let k = 0; k < nodes.length; k++) {
          const n = nodes[k] as number;
          const [a, b] = [left[n] as number, right[n] as number];
          pullBack(n, kind[n] as number, a, b, values, adjoints);
          adjoints[a] = noise(adjoints[a] as number);
          adjoints[b] = noise(adjoints[b] as number);
        }
      });
    },
  };
}
