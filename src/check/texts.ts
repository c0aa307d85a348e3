import { taughtColumns } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { topologyOf } from '../quantities/topology.ts';
import type { LearnerBook } from './file/workbook.ts';
import { MOST_HEADER, type Naming } from './find/fragment.ts';
import { plain } from './find/letters.ts';
import { headerName } from './find/names.ts';
import { networksOfSheets } from './runs.ts';

/** What the texts of a workbook say, each looked at once. */
export interface Texts {
  /** All texts that may be headers, see `plain`. */
  readonly plains: ReadonlySet<string>;
  /**
   * Names of a network's own columns as they are, or those of headers in general where no network is given.
   *
   * @param strict no others, and only for tables that have all of them
   */
  named(network: Network | undefined, strict: boolean): Naming;
}

export function textsOf({ sheets }: Pick<LearnerBook, 'sheets'>): Texts {
  const plainOf = remembered(plain);
  const general = remembered(headerName);
  let plains: ReadonlySet<string> | undefined;
  return {
    get plains() {
      plains ??= new Set(
        sheets.flatMap(({ cells }) =>
          [...cells.values()].flatMap(({ value }) =>
            typeof value === 'string' && value.length <= MOST_HEADER ? [plainOf(value)] : [],
          ),
        ),
      );
      return plains;
    },
    named: (network, strict) => {
      if (network === undefined) return general;
      const runs = network.runs === undefined ? [network] : [...networksOfSheets(network).values()];
      const columns = runs.flatMap((run) => taughtColumns(topologyOf(run)));
      const own = new Map(columns.map(({ name }) => [plain(name), name]));
      return (header) => own.get(plainOf(header)) ?? (strict ? undefined : general(header));
    },
  };
}

function remembered<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Value;
    const value = of(text);
    known.set(text, value);
    return value;
  };
}
