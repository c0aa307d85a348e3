import { type DataFault, DataFaults } from './fault.ts';

/** A column of a table: its name, and its place, counted from 0. */
export interface TableColumn {
  readonly name: string;
  readonly at: number;
}

/** The most characters of a name that are kept. */
const MOST_NAME = 60;

/**
 * The columns of inputs and of targets.
 *
 * @param head the names of all columns
 * @param wanted the names of the target columns; the last column unless given
 * @throws DataFaults where a column has no name of its own, there is no such column, or no input is left
 */
export function tableColumns(
  head: readonly string[],
  wanted: readonly string[] = head.slice(-1),
): { readonly inputs: readonly TableColumn[]; readonly targets: readonly TableColumn[] } {
  const columns = head.map((name, at): TableColumn => ({ name: name.slice(0, MOST_NAME), at }));
  const unnamed = columns.flatMap(({ name, at }): readonly DataFault[] => {
    if (name === '') return [{ message: `line 1: column ${at + 1} has no name.` }];
    const first = head.findIndex((other) => folded(other) === folded(head[at] ?? ''));
    return first < at ? [{ message: `line 1: columns ${first + 1} and ${at + 1} are both called "${name}".` }] : [];
  });
  const found = wanted.map((name) => columns.find(({ at }) => folded(head[at] ?? '') === folded(name)));
  const unknown = wanted.flatMap((name, k): readonly DataFault[] =>
    found[k] === undefined
      ? [
          {
            field: 'targets',
            message: `there is no column "${name.slice(0, MOST_NAME)}"; there are: ${shown(columns)}.`,
          },
        ]
      : [],
  );
  const targets = [...new Set(found)].filter((column) => column !== undefined);
  const inputs = columns.filter((column) => !targets.includes(column));
  const none: readonly DataFault[] =
    inputs.length === 0 ? [{ field: 'targets', message: 'leave no column for the inputs.' }] : [];
  const faults = [...unnamed, ...unknown, ...none];
  if (faults.length > 0) throw new DataFaults(...faults);
  return { inputs, targets };
}

const folded = (name: string): string => name.trim().toLowerCase();

/** Names that a message has room for. */
const MOST_SHOWN = 20;

const shown = (columns: readonly TableColumn[]): string =>
  [...columns.slice(0, MOST_SHOWN).map(({ name }) => `"${name}"`), ...(columns.length > MOST_SHOWN ? ['…'] : [])].join(
    ', ',
  );
