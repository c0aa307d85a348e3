/** One thing that is wrong with data. */
export interface DataFault {
  /** The field of what was asked for that says so; undefined for the table itself. */
  readonly field?: 'samples' | 'test' | 'targets';
  /** What is wrong and how to mend it; of a table, with the line and the column. */
  readonly message: string;
}

/**
 * Data that cannot be used, with every fault of them.
 *
 * @example
 * try {
 *   tableData('a,y\n1,\n', { title: 'answers' });
 * } catch (error) {
 *   if (error instanceof DataFaults) console.log(error.message); // line 2, column "y": is empty; …
 * }
 */
export class DataFaults extends Error {
  readonly faults: readonly DataFault[];

  constructor(...faults: readonly DataFault[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.name = 'DataFaults';
    this.faults = faults;
  }
}
