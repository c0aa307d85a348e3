import { number, quotient, sum, symbol } from '../expression/tree.ts';
import { TEST_ACCURACY, TEST_ERROR } from '../quantities/classes.ts';
import { quantityOf } from '../quantities/quantity.ts';
import type { Topology } from '../quantities/topology.ts';
import { shareColumn } from './accuracy.ts';
import type { Column, ColumnGroup } from './column.ts';
import { passGroups } from './forward.ts';
import { quantityWords } from './words.ts';

/** What the iteration makes of samples that nothing is learned from: their mean error, and the share whose class is right. */
export function testSummary({ testPasses, classes }: Topology): readonly ColumnGroup[] {
  if (testPasses.length === 0) return [];
  const error: Column = {
    quantity: quantityOf(TEST_ERROR),
    name: TEST_ERROR,
    role: 'test',
    rule: {
      kind: 'computed',
      formula: quotient(sum(...testPasses.map(({ total }) => symbol(total))), number(testPasses.length)),
    },
    meaning: quantityWords.testError(testPasses.length),
  };
  const accuracy =
    classes === undefined ? [] : [shareColumn(TEST_ACCURACY, testPasses, quantityWords.testShare(testPasses.length))];
  return [{ title: quantityWords.group.test, columns: [error, ...accuracy] }];
}

/** The forward passes of the samples that test. */
export const testGroups = (topology: Topology): readonly ColumnGroup[] =>
  topology.testPasses.flatMap((pass) => {
    const { given, layers, error } = passGroups({ ...topology, epoch: 1 }, pass);
    return [given, ...layers, error].map(({ title, columns }) => ({ title, columns: columns.map(asTest) }));
  });

/** A column of a test sample, by which nothing is taught but how well the network does. */
const asTest = (column: Column): Column => ({ ...column, role: column.role === 'accuracy' ? 'accuracy' : 'test' });
