import { quantityOf } from '../quantities/quantity.ts';
import { onlyPass, type Topology } from '../quantities/topology.ts';
import type { Calculator, ForwardReader } from '../training/calculator.ts';
import { compile, givenOf } from './compile.ts';

type Compute = (given: ReadonlyMap<string, number>) => ForwardReader;

/** A calculator on tapes of its own. */
export function calculatorOf(topology: Topology): Calculator {
  const forward = forwardOf(topology);
  let pass: Compute | undefined;
  return {
    forward,
    pass: (given) => {
      pass ??= topology.passes.length === 1 && topology.tests.length === 0 ? forward : forwardOf(withOnePass(topology));
      return pass(given);
    },
  };
}

/** The network with a single sample, the first one. */
const withOnePass = (topology: Topology): Topology => ({
  ...topology,
  samples: [{ inputs: topology.inputs, targets: topology.targets }],
  passes: [onlyPass],
  tests: [],
  testPasses: [],
});

function forwardOf(topology: Topology): Compute {
  const machine = compile(topology);
  const places = givenOf(topology).map(({ name, value }) => ({ name, value, ...machine.place(quantityOf(name)) }));
  return (given) => {
    for (const { name, value, array, index } of places) array[index] = given.get(name) ?? value;
    machine.run();
    return machine.values();
  };
}
