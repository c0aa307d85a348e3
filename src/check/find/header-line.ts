import { Tally } from './sorts.ts';

/** A cell whose text is the name of a quantity. */
export interface HeaderCell {
  readonly across: number;
  readonly name: string;
  readonly ambiguous: boolean;
}

/** Beside columns of ∂E/∂w, those of dw are the steps. */
function unambiguous(cells: readonly HeaderCell[]): readonly HeaderCell[] {
  const gradients = new Set(cells.filter(({ ambiguous }) => !ambiguous).map(({ name }) => name));
  return cells.map((cell) =>
    cell.ambiguous && gradients.has(cell.name) ? { ...cell, name: cell.name.replace('∂E/∂', 'Δ') } : cell,
  );
}

/** Names of one line that belong together. */
export interface HeaderPart {
  /** Where each name stands. */
  readonly names: ReadonlyMap<string, number>;
  /** Where they begin and end. */
  readonly first: number;
  readonly last: number;
}

/** Tables side by side have the same headers again; a lone second header of a name belongs to no table. */
export function partsOfLine(line: readonly HeaderCell[]): readonly HeaderPart[] {
  const cells = unambiguous(line);
  const whole = new Tally();
  // What stands from each cell on, told from the last one.
  const fromHere = cells
    .toReversed()
    .map(({ name }) => {
      whole.add(name);
      return { isTable: whole.isTable, isPart: whole.isPart };
    })
    .reverse();
  const kind = whole.isTable ? 'isTable' : 'isPart';
  const parts: Map<string, number>[] = [];
  let current = new Map<string, number>();
  let tally = new Tally();
  for (const [k, { across, name }] of cells.entries()) {
    if (current.has(name)) {
      if (fromHere[k]?.[kind] !== true) {
        if (tally[kind]) continue;
        // What came before, such as a label at the side, stood too far left to belong to the table.
        current.delete(name);
      } else if (tally[kind]) {
        parts.push(current);
        current = new Map();
        tally = new Tally();
      } else current.delete(name);
    }
    current.set(name, across);
    tally.add(name);
  }
  return [...parts, current].map((names) => {
    const [first = 0] = names.values();
    return { names, first, last: [...names.values()].at(-1) ?? 0 };
  });
}
