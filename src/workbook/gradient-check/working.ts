import { excelFormula } from '../../expression/excel.ts';
import type { Column } from '../../model/column.ts';
import { columnLetters, onSheet, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { FillDown } from '../../training/filling.ts';
import { type Book, chosenValue } from '../book.ts';
import { colors, shades } from '../look/palette.ts';
import { body, formats, header } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import { words } from '../words.ts';
import { checkedOf, type GradientCheckLayout, NUDGE, workingColumns } from './layout.ts';
import { basePenalised, isPenalised, penalisedFormula, penalisedValue, writePenalised } from './penalty.ts';
import { sidesOf, writeSides, writeSidesHead } from './sides.ts';

/** The working: the error of every nudge, and the rows that are still to be filled down. */
export interface Working {
  /** What the gradients are slopes of, with the k-th weight, counted from 1, nudged up or down. */
  readonly total: (weight: number, sign: 1 | -1) => number;
  /** On which sides of their bends its functions then are. */
  readonly sides: (weight: number, sign: 1 | -1) => readonly number[];
  /** The same without a nudge. */
  readonly base: number;
  readonly fillDown: FillDown;
}

/** Nudges per weight: up and down. */
const PER_WEIGHT = 2;

/** Writes the working: a whole forward pass for every nudged weight, two rows of which are the pattern for the others. */
export function writeWorking(sheet: SheetDraft, book: Book, layout: GradientCheckLayout): Working {
  const trained = checkedOf(book.topology);
  const rows = trained.flatMap((_, k) => ([1, -1] as const).map((sign) => nudgedPass(book, layout, k + 1, sign)));
  const columns = columnsOfNudge(book, layout);
  const at = (weight: number, sign: 1 | -1, column: number): number | undefined =>
    rows[PER_WEIGHT * (weight - 1) + (sign === 1 ? 0 : 1)]?.[columns.indexOf(column)];
  writeHead(sheet, book, layout);
  for (const [k, row] of rows.slice(0, PER_WEIGHT).entries()) writeNudged(sheet, book, layout, k + 1, row);
  markNudged(sheet, layout, rows.length);
  return {
    sides: (weight, sign) => layout.sideColumns.map((column) => at(weight, sign, column) ?? 0),
    base: basePenalised(book),
    total: (weight, sign) => at(weight, sign, layout.slopesOf) ?? Number.NaN,
    fillDown: {
      rows: rows.length - PER_WEIGHT,
      values: (k) => rows[PER_WEIGHT + k] ?? [],
    },
  };
}

/** The columns of a row, in order. */
const columnsOfNudge = ({ topology }: Book, { columns, column, slopesOf, sideColumns }: GradientCheckLayout) => [
  workingColumns.nudge,
  workingColumns.weight,
  workingColumns.sign,
  ...columns.map(({ name }) => column(name)),
  ...(isPenalised(topology) ? [slopesOf] : []),
  ...sideColumns,
];

/** The numbers of a row: which nudge, which weight, which sign, then the forward pass. */
function nudgedPass(book: Book, layout: GradientCheckLayout, weight: number, sign: 1 | -1): readonly number[] {
  const trained = checkedOf(book.topology);
  const given = new Map(layout.columns.filter(isGiven).map((column) => [column.name, chosenValue(book, column.name)]));
  const nudged = trained[weight - 1]?.name ?? '';
  given.set(nudged, (given.get(nudged) ?? Number.NaN) + sign * NUDGE);
  const read = book.calculator.forward(given);
  return [
    PER_WEIGHT * weight - (sign === 1 ? 1 : 0),
    weight,
    sign,
    ...layout.columns.map((column) => read(column.name)),
    ...(isPenalised(book.topology) ? [penalisedValue(book.topology, read)] : []),
    ...sidesOf(book.topology, read),
  ];
}

const isGiven = (column: Column): boolean => column.rule.kind !== 'computed';

/** Title, names, the numbers of the weights, and the values of the chosen iteration. */
function writeHead(sheet: SheetDraft, book: Book, layout: GradientCheckLayout): void {
  const { titleRow, nameRow, numberRow, baseRow } = layout;
  sheet.put(titleRow, workingColumns.nudge, words.gradientCheck.working, look({ size: 12, bold: true }));
  const neutral = shades.input;
  const heads = [
    [workingColumns.nudge, words.gradientCheck.columns.nudge],
    [workingColumns.weight, words.gradientCheck.columns.weight],
    [workingColumns.sign, words.gradientCheck.columns.sign],
  ] as const;
  for (const [column, text] of heads) {
    sheet.put(nameRow, column, text, header.name(neutral, false));
    sheet.put(numberRow, column, null, header.formula(neutral, false));
    sheet.put(baseRow, column, null, look({ bottom: ['thin', colors.line] }));
  }
  sheet.put(
    baseRow,
    workingColumns.nudge,
    words.gradientCheck.base,
    look({ italic: true, color: colors.muted, bottom: ['thin', colors.line] }),
  );
  writeSidesHead(sheet, book, layout);
  writePenalised(sheet, book, layout);
  const checked = checkedOf(book.topology).map(({ name }) => name);
  for (const column of layout.columns) {
    const at = layout.column(column.name);
    const number = checked.includes(column.name) ? checked.indexOf(column.name) + 1 : null;
    sheet.put(nameRow, at, column.name, header.name(shades[column.role], false));
    sheet.put(numberRow, at, number, header.formula(shades[column.role], false));
    const reference = isGiven(column)
      ? onSheet(STEPS_SHEET, book.steps.value(column.name))
      : excelFormula(formulaOf(column), (name) => relative(baseRow, layout.column(name)));
    sheet.put(
      baseRow,
      at,
      live(reference, chosenValue(book, column.name)),
      body(column.role, isGiven(column) ? 'other' : 'own', false),
    );
  }
}

/** One nudge. Row 1 begins to count, row 2 is the pattern. */
function writeNudged(
  sheet: SheetDraft,
  book: Book,
  layout: GradientCheckLayout,
  count: number,
  values: readonly number[],
): void {
  const { topology } = book;
  const { nudge, weight, sign } = workingColumns;
  const row = layout.baseRow + count;
  const columns = columnsOfNudge(book, layout);
  const valueAt = (column: number): number | undefined => values[columns.indexOf(column)];
  const counter = look({ color: colors.muted, align: 'center', format: '0', bottom: ['hair', colors.hair] });
  const [n, w, s] = [nudge, weight, sign].map((column) => `$${columnLetters(column)}${row}`);
  sheet.put(row, nudge, count === 1 ? 1 : live(`${relative(row - 1, nudge)}+1`, count), counter);
  sheet.put(row, weight, live(`INT((${n}+1)/2)`, values[1] ?? Number.NaN), counter);
  const signed = look({ color: colors.muted, align: 'center', format: '+0;"−"0', bottom: ['hair', colors.hair] });
  sheet.put(row, sign, live(`IF(MOD(${n},2)=1,1,-1)`, values[2] ?? Number.NaN), signed);
  for (const [k, column] of layout.columns.entries()) {
    const at = layout.column(column.name);
    const letters = columnLetters(at);
    const base = `${letters}$${layout.baseRow}`;
    const formula =
      column.rule.kind === 'learned'
        ? `${base}+(${w}=${letters}$${layout.numberRow})*${s}*${layout.nudgeCell}`
        : isGiven(column)
          ? base
          : excelFormula(formulaOf(column), (name) => relative(row, layout.column(name)));
    sheet.put(row, at, live(formula, values[3 + k] ?? Number.NaN), body(column.role, 'own', false));
  }
  if (isPenalised(topology)) {
    const value = valueAt(layout.slopesOf) ?? Number.NaN;
    sheet.put(row, layout.slopesOf, live(penalisedFormula(topology, layout, row), value), body('total', 'own', false));
  }
  const sides = layout.sideColumns.map((column) => valueAt(column) ?? 0);
  writeSides(sheet, book, layout, row, sides, counter);
}

/** Shows which weight a row nudges, with so many digits that the nudge can be seen. */
function markNudged(
  sheet: SheetDraft,
  { baseRow, numberRow, columns, column }: GradientCheckLayout,
  rows: number,
): void {
  const learned = columns.filter(({ rule }) => rule.kind === 'learned').map(({ name }) => column(name));
  const [first, last] = [Math.min(...learned), Math.max(...learned)];
  const row = baseRow + 1;
  const letters = columnLetters(first);
  sheet.mark(`${letters}${row}:${relative(baseRow + rows, last)}`, {
    priority: 1,
    formula: `AND(${letters}$${numberRow}<>"",$${columnLetters(workingColumns.weight)}${row}=${letters}$${numberRow})`,
    mark: { bold: true, fill: colors.selectedRow, format: formats.nudged },
  });
}

function formulaOf(column: Column): Parameters<typeof excelFormula>[0] {
  if (column.rule.kind !== 'computed') throw new RangeError(`${column.name} is not computed from the same row.`);
  return column.rule.formula;
}
