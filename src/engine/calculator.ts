import type { Calculator } from '../spec/calculator.ts';
import { quantityOf } from '../spec/quantity.ts';
import type { Topology } from '../spec/topology.ts';
import { compile, givenOf } from './compile.ts';

/** A calculator on a tape of its own. Each forward pass replaces the numbers of the one before. */
export function calculatorOf(topology: Topology): Calculator {
  const machine = compile(topology);
  const initial = givenOf(topology);
  return {
    forward: (given) => {
      for (const { name, value } of initial) machine.set(name, given.get(name) ?? value);
      machine.run();
      return (name) => machine.reader(quantityOf(name))();
    },
  };
}
