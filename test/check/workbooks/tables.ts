import { type Block, endOf, type Place, placeOf } from './block.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Plan } from './plan.ts';

/** A table of one learning rate, and where its parts stand. */
export interface Table {
  readonly rate: number;
  readonly blocks: readonly Block[];
  /** Targets and inputs that stand outside. */
  readonly outside?: Block;
  /** The cell of the learning rate, if it has one. */
  readonly rateCell?: Place;
  readonly rateLabel?: Place;
  readonly rateText: string;
  /** The name of the workbook that means the rate. */
  readonly rateName?: string;
  /** The names that stand only in the first row. */
  readonly onlyFirst: readonly string[];
}

const LABELS = ['η', 'ɳ', 'LR', 'learning rate', 'Learning Rate', 'η =', 'lr', 'ƞ', 'n', 'Learning rate (η)', 'lr:'];
const RATE_NAMES = ['eta', 'learning_rate', 'rate', 'alpha'];

/** The place of a quantity's number, also of what stands only once. */
export function cellOf({ blocks, outside, onlyFirst }: Table, name: string, iteration: number): Place | undefined {
  if (outside?.names.includes(name) === true) return placeOf(outside, name, 0);
  const at = onlyFirst.includes(name) ? 0 : iteration;
  for (const block of blocks) {
    const place = placeOf(block, name, at);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Lays out the tables of a plan. */
export function tablesOf(plan: Plan, chance: Chance): readonly Table[] {
  const { kind, rates, rateAt, iterations, quantities, given } = plan;
  const together = kind.rates === 'beside' || kind.rates === 'below';
  const isGiven = (role: string): boolean => role === 'target' || role === 'input';
  const givenNames = quantities.filter(({ role }) => isGiven(role)).map(({ name }) => name);
  const inTable = given === 'outside' ? quantities.filter(({ role }) => !isGiven(role)) : quantities;
  const neat = plan.neat !== undefined;
  const first: Place = {
    sheet: '',
    row: neat ? 5 : given === 'outside' ? chance.from(10, 16) : chance.from(5, 30),
    column: neat ? 1 : rateAt === 'left' ? chance.from(4, 6) : chance.from(1, 4),
  };
  const base = neat ? 'Sheet1' : chance.oneOf(['Sheet1', 'Backprop', 'Tabelle 1', 'BackProp', 'Network']);
  const [label, rateName] = [neat ? 'η = ' : chance.oneOf(LABELS), chance.oneOf(RATE_NAMES)];
  const style = neat ? 'LR ' : chance.oneOf(['LR ', 'η=', '', 'lr_']);
  const tables: Table[] = [];
  let at = first;
  for (const [k, rate] of rates.entries()) {
    const inName = rateAt === 'sheet name' || (rates.length > 1 && !together);
    const sheet = inName ? `${style}${rate}` : base;
    const other = (what: string): string => (inName ? `${what} ${rate}` : what);
    // Each table of a file is laid out alike.
    const blocks = kind.arrange(inTable, { at: { ...at, sheet }, other, iterations }, again(plan.seed));
    const ends = blocks
      .filter(({ origin }) => origin.sheet === blocks[0]?.origin.sheet)
      .map((b) => endOf(b, iterations));
    const [bottom, right] = [Math.max(...ends.map(({ row }) => row)), Math.max(...ends.map(({ column }) => column))];
    const start = blocks[0]?.origin ?? at;
    tables.push({
      rate,
      blocks,
      onlyFirst: given === 'first' ? givenNames : [],
      ...(given === 'outside' ? { outside: outsideOf(givenNames, start, plan.seed) } : {}),
      ...(neat ? neatRate(sheet) : rateOf(rateAt, start, right, k)),
      rateText: label,
      ...(rateAt === 'defined' && rates.length === 1 ? { rateName } : {}),
    });
    if (kind.rates === 'below') at = { ...at, row: bottom + chance.from(4, 7) };
    if (kind.rates === 'beside') at = { ...at, column: right + chance.from(2, 4) };
  }
  return tables;
}

/** The same choices for every table of a file. */
const again = (seed: number): Chance => chanceOf(seed + 5);

/** A2 and B2. */
const neatRate = (sheet: string): Partial<Table> => ({
  rateLabel: { sheet, row: 2, column: 1 },
  rateCell: { sheet, row: 2, column: 2 },
});

function rateOf(rateAt: Plan['rateAt'], { sheet, row, column }: Place, right: number, k: number): Partial<Table> {
  const put = (r: number, c: number, over = false): Partial<Table> => ({
    rateLabel: { sheet, row: r, column: c },
    rateCell: { sheet, row: over ? r + 1 : r, column: over ? c : c + 1 },
  });
  if (rateAt === 'above' || rateAt === 'defined') return put(row - 2, column + 1);
  if (rateAt === 'over') return put(row - 3, column + 1, true);
  if (rateAt === 'left') return put(row, column - 3);
  if (rateAt === 'right') return put(row + 1, right + 1);
  if (rateAt === 'sheet')
    return {
      rateLabel: { sheet: 'Rates', row: 2 + k, column: 1 },
      rateCell: { sheet: 'Rates', row: 2 + k, column: 2 },
    };
  return {};
}

/** Labelled cells above the table, one or two in a row of the sheet, or a list. */
function outsideOf(names: readonly string[], { sheet }: Place, seed: number): Block {
  const columns = Math.ceil(names.length / 4) + (seed % 2);
  return { names, origin: { sheet, row: 2, column: 6 }, form: 'labels', columns };
}
