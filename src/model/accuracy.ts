import {
  apply,
  conditional,
  difference,
  type Expression,
  HALF,
  number,
  ONE,
  product,
  quotient,
  sum,
  symbol,
  ZERO,
} from '../expression/tree.ts';
import type { Classes } from '../quantities/classes.ts';
import { ACCURACY, CORRECT } from '../quantities/classes.ts';
import { quantityOf } from '../quantities/quantity.ts';
import type { OutputError, Pass, Topology } from '../quantities/topology.ts';
import { inPass, viewOf } from '../quantities/view.ts';
import type { Column } from './column.ts';
import { quantityWords } from './words.ts';

/** Whether the class that a pass gives is right, 1 or 0; no column where the network tells no classes. */
export function correctColumns(topology: Topology, pass: Pass): readonly Column[] {
  const { classes } = topology;
  if (classes === undefined) return [];
  const { errors } = viewOf(topology, pass);
  const name = inPass(CORRECT, pass);
  return [
    {
      quantity: quantityOf(name),
      name,
      role: 'accuracy',
      rule: { kind: 'computed', formula: isCorrect(classes, errors) },
      meaning: quantityWords.correct(classes.kind, errors[0]?.output ?? ''),
    },
  ];
}

/** The share of samples whose class is right: of all of them, in batches of those of the last iterations, an epoch. */
export function accuracyColumns({ classes, passes, epoch, samples }: Topology): readonly Column[] {
  if (classes === undefined) return [];
  const share = shareColumn(epoch > 1 ? CORRECT : ACCURACY, passes, quantityWords.share(passes.length, epoch > 1));
  if (epoch === 1) return [share];
  return [
    // Of a single sample it is its own share.
    ...(passes.length === 1 ? [] : [share]),
    {
      quantity: quantityOf(ACCURACY),
      name: ACCURACY,
      role: 'accuracy',
      rule: { kind: 'running-mean', of: CORRECT, iterations: epoch },
      meaning: quantityWords.runningShare(samples.length, epoch),
    },
  ];
}

/** The mean of what is right in several passes. */
export const shareColumn = (name: string, passes: readonly Pass[], meaning: string): Column => ({
  quantity: quantityOf(name),
  name,
  role: 'accuracy',
  rule: {
    kind: 'computed',
    formula: quotient(sum(...passes.map((pass) => symbol(inPass(CORRECT, pass)))), number(passes.length)),
  },
  meaning,
});

/** 1 where the class is right, else 0: also where an output stands right between two. */
function isCorrect(classes: Classes, errors: readonly OutputError[]): Expression {
  const [first] = errors;
  if (classes.kind === 'side' && first !== undefined) {
    const [output, target] = [symbol(first.output), symbol(first.target)];
    const side =
      classes.middle === 0 ? product(output, target) : product(difference(output, HALF), difference(target, HALF));
    return conditional(side, ZERO, ONE, ZERO);
  }
  return sum(
    ...errors.map(({ output, target }) => {
      const others = errors.filter((other) => other.output !== output).map((other) => symbol(other.output));
      const [only = ZERO] = others;
      const largest = others.length === 1 ? only : apply('max', ...others);
      const right =
        classes.kind === 'largest' && classes.no === -1
          ? quotient(sum(ONE, symbol(target)), number(2))
          : symbol(target);
      return product(right, conditional(symbol(output), largest, ONE, ZERO));
    }),
  );
}
