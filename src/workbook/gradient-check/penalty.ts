import { type PenaltyName, penaltiesOf } from '../../network/optimizer.ts';
import { TOTAL_ERROR, type Topology, trainedOf } from '../../quantities/topology.ts';
import { relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Book, chosenValue } from '../book.ts';
import { shades } from '../look/palette.ts';
import { body, header } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { words } from '../words.ts';
import type { GradientCheckLayout } from './layout.ts';

/** What a penalty adds to E_total so that its slope pulls every trained number towards 0. */
interface PenaltySum {
  /** @param cells ranges of trained numbers */
  readonly formula: (factor: string, cells: readonly string[]) => string;
  readonly value: (factor: number, numbers: readonly number[]) => number;
}

const added = (cells: readonly string[], each: (range: string) => string): string =>
  cells.length === 1 ? cells.map(each).join('') : `(${cells.map(each).join('+')})`;

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Every penalty: λ/2·Σw² and λ1·Σ|w|. */
const penaltySums: Readonly<Record<PenaltyName, PenaltySum>> = {
  weightDecay: {
    formula: (factor, cells) => `${factor}/2*${added(cells, (range) => `SUMPRODUCT(${range},${range})`)}`,
    value: (factor, numbers) => (factor / 2) * total(numbers.map((number) => number ** 2)),
  },
  l1: {
    formula: (factor, cells) => `${factor}*${added(cells, (range) => `SUMPRODUCT(ABS(${range}))`)}`,
    value: (factor, numbers) => factor * total(numbers.map(Math.abs)),
  },
};

/** Whether there is anything that pulls numbers towards 0. */
export const isPenalised = ({ optimizer }: Topology): boolean => penaltiesOf(optimizer).length > 0;

/** The formula of E_total with all penalties of a row of the working. */
export function penalisedFormula({ optimizer }: Topology, layout: GradientCheckLayout, row: number): string {
  const at = (name: string): string => relative(row, layout.column(name));
  const cells = trainedRanges(layout, row);
  const terms = penaltiesOf(optimizer).map(({ field, symbol }) => penaltySums[field].formula(at(symbol), cells));
  return [at(TOTAL_ERROR), ...terms].join('+');
}

/** Its value; an error of E_total or of a trained number is its error. */
export function penalisedValue(topology: Topology, read: (name: string) => number): number {
  const numbers = trainedOf(topology).map(({ name }) => read(name));
  const error = [read(TOTAL_ERROR), ...numbers].find((number) => !Number.isFinite(number));
  const terms = penaltiesOf(topology.optimizer).map(({ field, symbol }) =>
    penaltySums[field].value(read(symbol), numbers),
  );
  const sum = total([read(TOTAL_ERROR), ...terms]);
  return error ?? (Number.isFinite(sum) ? sum : Number.NaN);
}

/** What the gradients are slopes of, before any nudge. */
export const basePenalised = (book: Book): number => penalisedValue(book.topology, (name) => chosenValue(book, name));

/** E_total with the penalties, before any nudge. */
export function writePenalised(sheet: SheetDraft, book: Book, layout: GradientCheckLayout): void {
  const { topology } = book;
  if (!isPenalised(topology)) return;
  const { slopesOf: column, nameRow, numberRow, baseRow } = layout;
  sheet.put(nameRow, column, words.gradientCheck.columns.penalised, header.name(shades.total, false));
  sheet.put(numberRow, column, null, header.formula(shades.total, false));
  sheet.put(
    baseRow,
    column,
    live(penalisedFormula(topology, layout, baseRow), basePenalised(book)),
    body('total', 'own', false),
  );
}

/** The cells of a row that hold trained numbers, which stand side by side layer by layer. */
function trainedRanges({ columns, column }: GradientCheckLayout, row: number): readonly string[] {
  const runs: { readonly first: number; last: number }[] = [];
  for (const { rule, name } of columns) {
    if (rule.kind !== 'learned') continue;
    const at = column(name);
    const run = runs.at(-1);
    if (run?.last === at - 1) run.last = at;
    else runs.push({ first: at, last: at });
  }
  return runs.map(({ first, last }) => `${relative(row, first)}:${relative(row, last)}`);
}
