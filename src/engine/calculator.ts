import { quantityOf } from '../quantities/quantity.ts';
import type { Topology } from '../quantities/topology.ts';
import type { Calculator } from '../training/calculator.ts';
import { compile, givenOf } from './compile.ts';

/** A calculator on a tape of its own. */
export function calculatorOf(topology: Topology): Calculator {
  const machine = compile(topology);
  const initial = givenOf(topology);
  return {
    forward: (given) => {
      for (const { name, value } of initial) {
        const { array, index } = machine.place(quantityOf(name));
        array[index] = given.get(name) ?? value;
      }
      machine.run();
      return machine.values();
    },
  };
}
