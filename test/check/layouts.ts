import { classColumns, classFormulas, type Formulas, type Layout } from './learner-table.ts';
import { columnLetters } from './letters.ts';
import { GRADIENTS } from './workbooks/spelling.ts';

/** Numbers from 0 to 1, always the same for a seed. */
export function chances(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const oneOf = <T>(items: readonly T[], chance: number): T => items[Math.floor(chance * items.length)] as T;

const TOTALS = ['E_total', 'E_tot', 'E_Total', 'E_T', 'E total', 'Total error', 'E', 'Etotal'];
const ACTIVATIONS: readonly ((unit: string) => string)[] = [
  (u) => `a_${u}`,
  (u) => `out_${u}`,
  (u) => `a_${u.toUpperCase()}`,
  (u) => `out${u}`,
  (u) => `σ(${u})`,
  (u) => `${u}_out`,
];
const NETS: readonly ((unit: string) => string)[] = [
  (u) => u,
  (u) => `net_${u}`,
  (u) => u.toUpperCase(),
  (u) => `net ${u}`,
  (u) => `z_${u}`,
];

/** How a learner spells the headers. */
export function spelling(chance: () => number): (name: string) => string {
  const [total, derivative] = [oneOf(TOTALS, chance()), oneOf(GRADIENTS, chance())];
  const [activation, net] = [oneOf(ACTIVATIONS, chance()), oneOf(NETS, chance())];
  const upper = chance() < 0.2;
  return (name) => {
    if (name === 'E_total') return total;
    const weight = /^∂E\/∂(.+)$/.exec(name)?.[1];
    if (weight !== undefined) return derivative(total, weight);
    const unit = /^a_(.+)$/.exec(name)?.[1];
    if (unit !== undefined) return activation(unit);
    if (/^[ho]\d$/.test(name)) return net(name);
    return upper ? name.toUpperCase() : name;
  };
}

/** A layout such as learners have: anywhere on the sheet, in the class order or in another. */
export function layout(seed: number, rows = 12): Layout {
  const chance = chances(seed);
  const headerRow = 4 + Math.floor(chance() * 40);
  const firstColumn = 1 + Math.floor(chance() * 4);
  const rate = oneOf([0.1, 0.2, 0.5, 0.8, 1, 2], chance());
  const row = Math.max(2, headerRow - 1 - Math.floor(chance() * 2));
  const column = 2 + Math.floor(chance() * 8);
  const label = oneOf(['η', 'ɳ', 'LR', 'learning rate', 'Learning Rate', 'η =', 'lr'], chance());
  return {
    sheet: oneOf(['Sheet1', 'Backprop', 'LR', 'Tabelle 1'], chance()),
    headerRow,
    firstColumn,
    columns: chance() < 0.3 ? reordered(chance) : classColumns,
    header: spelling(chance),
    rate,
    rateCell: `$${columnLetters(column)}$${row}`,
    rateLabel: [`${columnLetters(column - 1)}${row}`, label],
    rows,
    iterations: chance() < 0.4,
  };
}

/** Inputs before targets, or all weights and then all gradients before the rest. */
function reordered(chance: () => number): readonly string[] {
  const is = (pattern: RegExp): readonly string[] => classColumns.filter((name) => pattern.test(name));
  const groups = [is(/^i\d/), is(/^t\d/), is(/^w\d/), is(/^(?:a_)?h\d/), is(/^(?:a_)?o\d/), is(/^E/), is(/^∂/)];
  return (
    chance() < 0.5 ? groups : [groups[2], groups[6], groups[0], groups[3], groups[4], groups[1], groups[5]]
  ).flatMap((group) => group ?? []);
}

/** The class network's formulas as one learner or another types them: the same mathematics. */
export function dialect(seed: number): Formulas {
  const chance = chances(seed + 77);
  const rewritten = (text: string): string => {
    let result = text;
    if (style < 0.25) result = result.replaceAll('0.5*', '1/2*');
    else if (style < 0.5) result = result.replaceAll('*(1-', '*(-1)*(-1+');
    else if (style < 0.6) result = result.replace(/^(\{old w\d\})-(.*)$/, '$1+(-$2)');
    return result;
  };
  const style = chance();
  return Object.fromEntries(Object.entries(classFormulas).map(([name, text]) => [name, rewritten(text)]));
}
