import { excelFormula } from '../../expression/excel.ts';
import type { Column } from '../../model/column.ts';
import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { columnLetters, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { NOT_AVAILABLE } from '../../training/cell-error.ts';
import type { FillDown } from '../../training/filling.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { body, formats, header } from '../look/style.ts';
import { drawnFormula } from '../numbers/drawn.ts';
import { live } from '../numbers/live.ts';
import type { LandscapeParts } from './landscape.ts';
import { gridColumns } from './layout.ts';
import { curveHalf, type GridRow, mapHalf, totalOf } from './numbers.ts';
import { CURVE_POINTS } from './plan.ts';
import { landscapeWords } from './words.ts';

/** The number of the last row of the curve; the row of the step is the first. */
const LAST_OF_CURVE = CURVE_POINTS + 1;

const counter = look({ color: colors.muted, align: 'center', format: '0;"−"0', bottom: ['hair', colors.hair] });
const moving = look({ align: 'center', format: formats.six, bottom: ['hair', colors.hair] });

/** Writes the numbers as they are, the row of the step, and the first of the curve; returns the others. */
export function writePasses(sheet: SheetDraft, landscape: LandscapeParts): FillDown {
  const { layout, plan, numbers } = landscape;
  writeHead(sheet, landscape);
  writeBase(sheet, landscape);
  const [pattern, ...others] = [...numbers.curve, ...numbers.map];
  writeRow(sheet, landscape, layout.stepRow, 1, numbers.step);
  if (pattern !== undefined) writeRow(sheet, landscape, layout.curveRow, 2, pattern);
  const moved = [...plan.held, ...plan.trained, ...plan.computed].map(({ name }) => name);
  return {
    rows: others.length,
    values: (k) => {
      const row = others[k];
      if (row === undefined) return [];
      return [k + 3, row.across, row.up, row.first, row.second, ...moved.map(row.at), ...drawnOf(landscape, row)];
    },
  };
}

/** What the chart draws of a row: the weight, and E_total where it is a number. */
function drawnOf({ numbers }: LandscapeParts, row: GridRow): readonly [x: number, total: number] {
  const total = totalOf(row);
  return [(numbers.chosen[0]?.now ?? 0) + row.first, Number.isFinite(total) ? total : NOT_AVAILABLE];
}

function writeHead(sheet: SheetDraft, { layout, plan }: LandscapeParts): void {
  const { working, gridTitle, nameRow, numberRow } = layout;
  sheet.put(gridTitle, working, landscapeWords.gridTitle, look({ size: 12, bold: true }));
  const heads = landscapeWords.head.grid.map((text, k) => [working + k, text] as const);
  const ends = [
    [layout.xColumn, landscapeWords.head.x],
    [layout.drawnColumn, landscapeWords.head.curve],
  ] as const;
  for (const [column, text] of [...heads, ...ends]) {
    sheet.put(nameRow, column, text, header.name(ink, false));
    sheet.put(numberRow, column, null, header.formula(ink, false));
  }
  for (const { name, role } of [...plan.held, ...plan.trained, ...plan.computed]) {
    const number = plan.trained.findIndex((each) => each.name === name);
    sheet.put(nameRow, layout.column(name), name, header.name(shades[role], false));
    sheet.put(numberRow, layout.column(name), number === -1 ? null : number + 1, header.formula(shades[role], false));
  }
}

/** The forward pass of the chosen iteration, with nothing moved. */
function writeBase(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { layout, plan, own, numbers } = landscape;
  const row = layout.baseRow;
  sheet.put(row, layout.working, landscapeWords.head.base, look({ italic: true, color: colors.muted }));
  for (const column of [...plan.held, ...plan.trained]) {
    const style = body(column.role, 'other', false);
    sheet.put(row, layout.column(column.name), live(own.formula(column.name), own.value(column.name)), style);
  }
  for (const column of plan.computed) writeComputed(sheet, landscape, row, column, numbers.base);
}

function writeComputed(sheet: SheetDraft, { layout }: LandscapeParts, row: number, column: Column, of: GridRow): void {
  if (column.rule.kind !== 'computed') return;
  const formula = excelFormula(column.rule.formula, (name) => relative(row, layout.column(name)));
  const rowsBelow = layout.lastRow - row;
  sheet.put(
    row,
    layout.column(column.name),
    live(formula, of.at(column.name), rowsBelow),
    body(column.role, 'own', false),
  );
}

/** A row of the grid. The first is the step; the second begins the curve and is the pattern for all that follow. */
function writeRow(sheet: SheetDraft, landscape: LandscapeParts, row: number, number: number, of: GridRow): void {
  const { layout, plan, numbers } = landscape;
  const at = (column: keyof typeof gridColumns): number => layout.working + gridColumns[column];
  const [n, across, up] = (['number', 'across', 'up'] as const).map((column) => relative(row, at(column)));
  const formulas =
    number === 1 ? stepFormulas(landscape) : pointFormulas(landscape, row, n ?? '', across ?? '', up ?? '');
  sheet.put(row, at('number'), number === 1 ? 1 : live(`${relative(row - 1, at('number'))}+1`, number), counter);
  sheet.put(row, at('across'), number === 1 ? 0 : live(formulas.across, of.across), counter);
  sheet.put(row, at('up'), number === 1 ? 0 : live(formulas.up, of.up), counter);
  sheet.put(row, at('first'), live(formulas.first, of.first), moving);
  sheet.put(row, at('second'), number === 1 ? 0 : live(formulas.second, of.second), moving);
  for (const { name, role } of plan.held) {
    const column = layout.column(name);
    const formula = `${columnLetters(column)}$${layout.baseRow}`;
    sheet.put(row, column, live(formula, of.at(name)), body(role, 'own', false));
  }
  const moves = (['first', 'second'] as const).map((column) => `$${columnLetters(at(column))}${row}`);
  for (const column of plan.trained) {
    const letters = columnLetters(layout.column(column.name));
    const moved = numbers.chosen.map(
      (_, which) => `(${letters}$${layout.numberRow}=${layout.chosen(which, 'number')})*${moves[which]}`,
    );
    const formula = [`${letters}$${layout.baseRow}`, ...moved].join('+');
    sheet.put(row, layout.column(column.name), live(formula, of.at(column.name)), body('weight', 'own', false));
  }
  for (const column of plan.computed) writeComputed(sheet, landscape, row, column, of);
  const [x, total] = drawnOf(landscape, of);
  sheet.put(row, layout.xColumn, live(`${layout.chosen(0, 'now')}+${moves[0]}`, x), body('weight', 'own', true));
  const cell = relative(row, layout.column(TOTAL_ERROR));
  sheet.put(row, layout.drawnColumn, live(drawnFormula(cell), total), body('error', 'own', false));
}

interface Formulas {
  readonly across: string;
  readonly up: string;
  readonly first: string;
  readonly second: string;
}

const stepFormulas = ({ layout }: LandscapeParts): Formulas => ({
  across: '0',
  up: '0',
  first: layout.chosen(0, 'step'),
  second: '0',
});

/** A point of the curve, from left to right, or of the map, row by row from the top. */
function pointFormulas({ layout, plan }: LandscapeParts, row: number, n: string, across: string, up: string): Formulas {
  const half = mapHalf(plan);
  const curve = (then: string, otherwise: string): string =>
    plan.side === 0 ? then : `IF(${n}<=${LAST_OF_CURVE},${then},${otherwise})`;
  const [acrossAbove, upAbove] = [1, 2].map((k) => relative(row - 1, layout.working + k));
  const first = LAST_OF_CURVE + 1;
  return {
    across: curve(`${n}-${curveHalf + 2}`, `IF(OR(${n}=${first},${acrossAbove}=${half}),-${half},${acrossAbove}+1)`),
    up: curve('0', `IF(${n}=${first},${half},IF(${acrossAbove}=${half},${upAbove}-1,${upAbove}))`),
    first: `${across}/${curve(String(curveHalf), String(half))}*${layout.range}`,
    second: plan.side === 0 ? `${up}*${layout.range}` : `${up}/${half}*${layout.range}`,
  };
}
