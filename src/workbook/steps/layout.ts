import { keyOf } from '../../expression/symbols.ts';
import { type Mention, type Row, symbol } from '../../expression/tree.ts';
import { type Column, type ColumnGroup, isTaught, type Role } from '../../model/column.ts';
import { columnsOf } from '../../model/quantities.ts';
import type { Step, StepSection } from '../../model/step.ts';
import { startOf } from '../../model/steps.ts';
import { isSampleNumber, PASS_ERROR, TOTAL_ERROR } from '../../quantities/topology.ts';
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

/** A section, and the row of its bar. */
interface Bar {
  readonly section: StepSection;
  readonly row: number;
}

/** Where everything stands on the sheet Steps; rows counted from 1. */
export interface StepsLayout {
  readonly sections: readonly { readonly section: StepSection; readonly barRow: number; readonly whyRow: number }[];
  /** The first of sections that others have in between, and the row in which this run goes on. */
  readonly gaps: readonly (Bar & { readonly next: number })[];
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
  const bars = new Map<string, Bar>();
  const sections = plans.map((plan) => plan.sections);
  let row = HEAD_ROW;
  for (const section of inOneOrder(sections, sectionKey).toSorted(inComputation)) {
    const key = sectionKey(section);
    bars.set(key, { section, row: ++row });
    row++;
    const steps = sections.flatMap((each) =>
      each.filter((other) => sectionKey(other) === key).map((own) => own.steps.map((step) => stepKey(own, step))),
    );
    for (const name of inOneOrder(steps, (each) => each)) rows.set(name, ++row);
  }
  const given = plans.map((plan) => startingPoints(plan.groups, plan.sections, plan.givenRate));
  const starts = new Map(inOneOrder(given, keyOf).map((mention, k) => [keyOf(mention), HEAD_ROW + 1 + k]));
  const lastRow = Math.max(row, HEAD_ROW + starts.size);
  return plans.map((plan, k) => ownLayout(plan, given[k] ?? [], { rows, bars, starts, lastRow }));
}

/** The only sample of an iteration stands where others have the first of theirs. */
const sectionKey = ({ kind, sample = 1 }: StepSection): string => `${kind} ${sample}`;

/** What a step is in its section, whatever its sample. */
const stepKey = (section: StepSection, { name }: Step): string =>
  `${sectionKey(section)} ${section.kind === 'error' && name === TOTAL_ERROR ? PASS_ERROR : name.replaceAll(/@\d+/g, '')}`;

const kinds = ['forward', 'error', 'backward-output', 'backward-hidden', 'mean', 'rate', 'optimizer', 'update'];

/** One sample after the other, then what is of all of them. */
function inComputation(a: StepSection, b: StepSection): number {
  const [left = 0, right = 0] = [a, b].map(({ kind, sample = 1 }) => {
    const place = kinds.indexOf(kind);
    return place < kinds.indexOf('mean')
      ? sample * kinds.length + place
      : Number.MAX_SAFE_INTEGER - kinds.length + place;
  });
  return left - right;
}

/** Where everything stands that any of the runs has. */
interface Places {
  readonly rows: ReadonlyMap<string, number>;
  readonly bars: ReadonlyMap<string, Bar>;
  readonly starts: ReadonlyMap<string, number>;
  readonly lastRow: number;
}

/** The layout of one run: the places of what it has. */
function ownLayout({ sections }: StepsPlan, given: readonly Mention[], places: Places): StepsLayout {
  const placed = sections.map((section) => {
    const { row: barRow } = found(places.bars, sectionKey(section));
    return { section, barRow, whyRow: barRow + 1 };
  });
  const own = new Set(placed.map(({ barRow }) => barRow));
  const all = [...places.bars.values()];
  const gaps = all.flatMap((bar, k) => {
    const next = all.slice(k).find(({ row }) => own.has(row))?.row;
    const begins = !own.has(bar.row) && own.has(all[k - 1]?.row ?? bar.row);
    return begins && next !== undefined ? [{ ...bar, next }] : [];
  });
  const rows = new Map(
    sections.flatMap((section) =>
      section.steps.map((step) => [step.name, found(places.rows, stepKey(section, step))] as const),
    ),
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
    gaps,
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
  const columns = columnsOf(groups).filter(
    (column) => isTaught(column) && column.rule.kind !== 'running-mean' && !('formula' in column.rule),
  );
  const rank = ({ role, name }: Column): number => (isSampleNumber(name) ? 0 : START_ROLES.indexOf(role));
  const ranked = columns.toSorted((a, b) => rank(a) - rank(b)).map(({ name }) => name);
  const others = startOf(sections).filter(({ name }) => name !== givenRate && !ranked.includes(name));
  return [...ranked.map((name) => symbol(name)), ...others, symbol(givenRate)];
}

const START_ROLES: readonly Role[] = ['input', 'target', 'weight', 'setting'];

function found<Place>(places: ReadonlyMap<string, Place>, name: string): Place {
  const place = places.get(name);
  if (place === undefined) throw new RangeError(`No step computes ${name}.`);
  return place;
}
