import { keyOf } from '../../expression/symbols.ts';
import { type Mention, type Row, symbol } from '../../expression/tree.ts';
import type { Column, ColumnGroup, Role } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import type { StepSection } from '../../model/step.ts';
import { startOf } from '../../model/steps.ts';
import { isSampleNumber } from '../../quantities/topology.ts';
import { absolute, onSheet } from '../../sheet/address.ts';
import { inOneOrder } from '../in-order.ts';

/** The sheet that walks through one iteration. */
export const STEPS_SHEET = 'Steps';

/** Columns of the sheet Steps, counted from 1. */
export const stepsColumns = {
  number: 2,
  quantity: 3,
  symbols: 4,
  numbers: 5,
  result: 6,
  agrees: 7,
  words: 8,
  written: 9,
  startName: 11,
  startValue: 12,
  startWritten: 13,
  stage: 14,
} as const;

/** Where everything stands on the sheet Steps; rows counted from 1. */
export interface StepsLayout {
  readonly sections: readonly { readonly section: StepSection; readonly barRow: number; readonly whyRow: number }[];
  readonly headRow: number;
  readonly lastRow: number;
  /** The learning rate and the iteration as they were typed, which may be anything. */
  readonly rateCell: string;
  readonly typedIterationCell: string;
  /** What is shown: the position of that rate among the sheets, and that iteration, both counted from 1; 1 where there is no such. */
  readonly positionCell: string;
  readonly iterationCell: string;
  /** The number of the stage up to which everything is shown, as Network says. */
  readonly stageCell: string;
  /** The row of a step. */
  row(step: string): number;
  /** What the iteration starts from: inputs, targets, weights, settings, old states and the learning rate. */
  readonly given: readonly Mention[];
  /** Whether the iteration starts from a number of this name. */
  isGiven(name: string, row?: Row): boolean;
  /** The row of a number that the iteration starts from. */
  startRow(mention: Mention): number;
  /** The cell that holds a number of the chosen iteration, given or computed: `$F$7`. */
  value(name: string, row?: Row): string;
  /** The cell that holds the same number as a text, as formulas with numbers put in show it. */
  written(name: string, row?: Row): string;
  /** The cell of a number with the sheet's name, for other sheets. */
  reference(name: string): string;
  /** Whether the sheet shows a quantity. */
  has(name: string): boolean;
}

const HEAD_ROW = 5;

/** What the sheet walks through. */
interface StepsPlan {
  readonly groups: readonly ColumnGroup[];
  readonly sections: readonly StepSection[];
  readonly givenRate: string;
}

/**
 * Lays out the steps of each run under bars of sections, and beside them the numbers that the iteration starts from, the learning rate by
 * its symbol. The sheet shows one run after the other, so what several runs have stands at the same place for all of them.
 */
export function stepsLayouts(plans: readonly StepsPlan[]): readonly StepsLayout[] {
  const rows = new Map<string, number>();
  const bars = new Map<string, number>();
  const sections = plans.map((plan) => plan.sections);
  let row = HEAD_ROW;
  for (const section of inOneOrder(sections, sectionKey)) {
    const key = sectionKey(section);
    bars.set(key, ++row);
    row++;
    const steps = sections.flatMap((each) => each.filter((other) => sectionKey(other) === key).map((own) => own.steps));
    for (const { name } of inOneOrder(steps, (step) => step.name)) rows.set(name, ++row);
  }
  const given = plans.map((plan) => startingPoints(plan.groups, plan.sections, plan.givenRate));
  const starts = new Map(inOneOrder(given, keyOf).map((mention, k) => [keyOf(mention), HEAD_ROW + 1 + k]));
  const lastRow = Math.max(row, HEAD_ROW + starts.size);
  return plans.map((plan, k) => ownLayout(plan, given[k] ?? [], { rows, bars, starts, lastRow }));
}

const sectionKey = ({ kind, sample }: StepSection): string => `${kind} ${sample ?? ''}`;

/** Where everything stands that any of the runs has. */
interface Places {
  readonly rows: ReadonlyMap<string, number>;
  readonly bars: ReadonlyMap<string, number>;
  readonly starts: ReadonlyMap<string, number>;
  readonly lastRow: number;
}

/** The layout of one run: the places of what it has. */
function ownLayout({ sections }: StepsPlan, given: readonly Mention[], places: Places): StepsLayout {
  const placed = sections.map((section) => {
    const barRow = found(places.bars, sectionKey(section));
    return { section, barRow, whyRow: barRow + 1 };
  });
  const rows = new Map(
    sections.flatMap(({ steps }) => steps.map(({ name }) => [name, found(places.rows, name)] as const)),
  );
  const starts = new Map(given.map((mention) => [keyOf(mention), found(places.starts, keyOf(mention))]));
  const at = (name: string, row: Row, startColumn: number, stepColumn: number): string => {
    const start = starts.get(keyOf({ name, row }));
    if (start !== undefined) return absolute(start, startColumn);
    return absolute(found(rows, name), stepColumn);
  };
  const value = (name: string, row: Row = 0): string => at(name, row, stepsColumns.startValue, stepsColumns.result);
  return {
    sections: placed,
    given,
    headRow: HEAD_ROW,
    lastRow: places.lastRow,
    rateCell: absolute(3, stepsColumns.symbols),
    typedIterationCell: absolute(3, stepsColumns.result),
    positionCell: absolute(3, stepsColumns.startValue),
    iterationCell: absolute(3, stepsColumns.startWritten),
    stageCell: absolute(3, stepsColumns.stage),
    row: (step) => found(rows, step),
    isGiven: (name, of = 0) => starts.has(keyOf({ name, row: of })),
    startRow: (mention) => found(starts, keyOf(mention)),
    value,
    written: (name, of = 0) => at(name, of, stepsColumns.startWritten, stepsColumns.written),
    reference: (name) => onSheet(STEPS_SHEET, value(name)),
    has: (name) => starts.has(name) || rows.has(name),
  };
}

/** What an iteration starts from: inputs and targets, weights, settings, then what formulas of steps use besides. */
function startingPoints(
  groups: readonly ColumnGroup[],
  sections: readonly StepSection[],
  givenRate: string,
): readonly Mention[] {
  const columns = columnsOf(groups).filter(({ rule }) => rule.kind !== 'running-mean' && !('formula' in rule));
  const rank = ({ role, name }: Column): number => (isSampleNumber(name) ? 0 : START_ROLES.indexOf(role));
  const ranked = columns.toSorted((a, b) => rank(a) - rank(b)).map(({ name }) => name);
  const others = startOf(sections).filter(({ name }) => name !== givenRate && !ranked.includes(name));
  return [...ranked.map((name) => symbol(name)), ...others, symbol(givenRate)];
}

const START_ROLES: readonly Role[] = ['input', 'target', 'weight', 'setting'];

function found(rows: ReadonlyMap<string, number>, name: string): number {
  const row = rows.get(name);
  if (row === undefined) throw new RangeError(`No step computes ${name}.`);
  return row;
}
