import { digestOf } from '../seal/digest.ts';
import { addressOf } from './file/address.ts';
import type { Judged } from './judge/table.ts';

/** What of a workbook would be the same in a copy of it. */
export interface Print {
  /** Of the numbers that stand where formulas are expected. */
  readonly numbers: string | undefined;
  /** Of the formulas, cell by cell. */
  readonly formulas: string | undefined;
}

/** Fewer numbers may be the same by chance. */
const LEAST_NUMBERS = 8;

/** Fewer formulas too. */
const LEAST_FORMULAS = 4;

/**
 * What two workbooks have in common where one was copied of the other: of what the learner wrote, each number that was pasted, or each
 * formula with its place.
 *
 * @param asked what the learner wrote, as sheet and name
 */
export function printOf(tables: readonly Judged[], asked: ReadonlySet<string>): Print {
  const numbers: string[] = [];
  const formulas: string[] = [];
  for (const { reading, numbers: own } of tables) {
    const { grid, table } = reading;
    for (const [name, { sites }] of table.tracks) {
      if (!asked.has(`${table.sheet} ${name}`)) continue;
      let last: string | undefined;
      for (const [k, site] of sites.entries()) {
        const cell = own.cell(name, k);
        // The first weights are given.
        if (cell === undefined || (k === 0 && isLearned(table, name))) continue;
        if (cell.formula === undefined) {
          if (typeof cell.value === 'number') numbers.push(`${name} ${k} ${cell.value}`);
          continue;
        }
        const pattern = grid.pattern(cell) ?? cell.formula.text;
        // What is filled down was written once.
        if (pattern !== last) formulas.push(`${site.sheet}!${addressOf(site)} ${pattern}`);
        last = pattern;
      }
    }
  }
  return {
    numbers: numbers.length < LEAST_NUMBERS ? undefined : digestOf(numbers.join('\n')),
    formulas: formulas.length < LEAST_FORMULAS ? undefined : digestOf(formulas.join('\n')),
  };
}

function isLearned({ expected }: Judged['reading']['table'], name: string): boolean {
  const rule = expected.get(name);
  return rule?.kind === 'formula' && rule.learned;
}
