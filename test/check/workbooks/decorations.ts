import { keyOf, type Place } from './block.ts';
import type { Content } from './calculate.ts';
import type { Chance } from './chance.ts';
import type { Plan } from './plan.ts';
import type { Table } from './tables.ts';

/** Titles, step columns and notes around the tables. @returns the merged ranges */
export function decorated(
  plan: Plan,
  tables: readonly Table[],
  cells: Map<string, Content>,
  chance: Chance,
): readonly string[] {
  const merged: string[] = [];
  const free = (place: Place, content: Content): void => {
    if (!cells.has(keyOf(place))) cells.set(keyOf(place), content);
  };
  const [titled, stepped, noted] = [chance.percent(40), chance.percent(35), chance.percent(25)];
  const title = chance.oneOf(['Backpropagation', 'Neural network', 'NN with back-propagation', 'Assignment 3']);
  const step = chance.oneOf(['Step', 'Iteration', '#', 'k', 'Epoch']);
  for (const { blocks } of tables) {
    const [block] = blocks;
    if (block === undefined) continue;
    const { origin, form, sheetOf, pitch = 1 } = block;
    const { sheet, row, column } = origin;
    if (titled && row > 4 && !cells.has(`${sheet}!A1`)) {
      free({ sheet, row: 1, column: 1 }, { text: title });
      merged.push(`${sheet}!A1:E1`);
    }
    if (stepped && form === 'row' && column > 1 && sheetOf === undefined && plan.rateAt !== 'left') {
      free({ ...origin, column: column - 1 }, { text: step });
      for (let k = 0; k < plan.iterations; k++)
        free({ sheet, row: row + 1 + k * pitch, column: column - 1 }, { value: k + 1 });
    }
    if (noted) {
      const texts = ['w1 = 0.15', 'h1 = w1*i1 + w2*i2', 'σ(x) = 1/(1+e^-x)', 'Name: A. Learner'];
      for (const [k, text] of texts.entries()) free({ sheet, row: 1 + k, column: 90 }, { text });
    }
  }
  return merged;
}
