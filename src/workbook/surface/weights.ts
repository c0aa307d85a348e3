import { absolute } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { colors, shades } from '../look/palette.ts';
import { body, header } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { sampleColumns } from './layout.ts';
import type { SurfaceParts } from './surface.ts';
import type { WeightTable } from './weight-table.ts';
import { surfaceWords } from './words.ts';

const nameStyle = look({ bold: true, color: shades.weight.strong, align: 'center', bottom: ['hair', colors.hair] });
const own: Look = body('weight', 'own', false);

/** Writes the weights of the chosen iteration, a table for each layer: a row for each feeder, a column for each unit. */
export function writeWeights(sheet: SheetDraft, surface: SurfaceParts): void {
  for (const [l, table] of surface.layout.tables.entries()) {
    writeHead(sheet, surface, l, table);
    writeTable(sheet, surface, l, table);
    if (table.acrossRow !== undefined) writeHeld(sheet, surface, table, table.acrossRow);
    if (table.chosenColumn !== undefined) writeChosen(sheet, surface, table, table.chosenColumn);
    if (table.largestRow !== undefined) writeLargest(sheet, surface, l, table, table.largestRow);
  }
}

function writeHead(sheet: SheetDraft, { book, layout }: SurfaceParts, l: number, table: WeightTable): void {
  const { working } = layout;
  const units = book.topology.layers[l]?.units ?? [];
  sheet.put(table.headRow, working, surfaceWords.layer(l + 1), header.name(shades.weight, false));
  const held = table.acrossRow === undefined ? null : surfaceWords.held;
  sheet.put(table.headRow, working + 1, held, header.name(shades.weight, false));
  for (const [u, { activation }] of units.entries())
    sheet.put(table.headRow, table.firstUnit + u, activation, header.name(shades.weight, false));
  if (table.chosenColumn !== undefined)
    sheet.put(table.headRow, table.chosenColumn, surfaceWords.chosen, header.name(shades.forward, true));
}

function writeTable(
  sheet: SheetDraft,
  { book, layout, own: choice, numbers }: SurfaceParts,
  l: number,
  table: WeightTable,
): void {
  const layer = book.topology.layers[l];
  if (layer === undefined) return;
  const { working } = layout;
  const read = (row: number, column: number, name: string): void =>
    sheet.put(row, column, live(choice.formula(name), numbers.given(name)), body('weight', 'other', false));
  for (const [k, { from }] of (layer.units[0]?.weights ?? []).entries())
    sheet.put(table.firstRow + k, working, from, nameStyle);
  if (table.biasRow !== undefined) sheet.put(table.biasRow, working, surfaceWords.bias, nameStyle);
  for (const [u, { weights, bias }] of layer.units.entries()) {
    for (const [k, { name }] of weights.entries()) read(table.firstRow + k, table.firstUnit + u, name);
    if (bias !== undefined && table.biasRow !== undefined) read(table.biasRow, table.firstUnit + u, bias);
  }
  if (table.slopeRow !== undefined && layer.slope !== undefined) {
    sheet.put(table.slopeRow, working, surfaceWords.slope, nameStyle);
    read(table.slopeRow, table.firstUnit, layer.slope);
  }
}

/** What the inputs on the axes weigh, and what the others add while they are held. */
function writeHeld(sheet: SheetDraft, surface: SurfaceParts, table: WeightTable, acrossRow: number): void {
  const { book, layout, numbers } = surface;
  const { working } = layout;
  const { inputs, layers } = book.topology;
  const heldColumn = working + 1;
  const axisNumbers = [0, 1].map((axis) => layout.axis(axis, 'number'));
  const moves = numbers.axes.map(({ number }) => number);
  const held = inputs.map((_, k) => (moves.includes(k + 1) ? 0 : numbers.input(0, k)));
  const cells = (column: number): string => `${absolute(table.firstRow, column)}:${absolute(table.lastRow, column)}`;
  for (const [k] of inputs.entries()) {
    const given = `INDEX(${layout.samples(sampleColumns.given + k)},${layout.heldSample})`;
    const formula = `IF(OR(${axisNumbers.map((cell) => `${cell}=${k + 1}`).join(',')}),0,${given})`;
    sheet.put(table.firstRow + k, heldColumn, live(formula, held[k] ?? Number.NaN), body('input', 'own', false));
  }
  for (const [k, name] of surfaceWords.heldRows.entries()) sheet.put(acrossRow + k, working, name, nameStyle);
  for (const [u, unit] of (layers[0]?.units ?? []).entries()) {
    const column = table.firstUnit + u;
    const weightOf = (k: number): number => numbers.given(unit.weights[k]?.name ?? '');
    for (const axis of [0, 1]) {
      const row = acrossRow + axis;
      const formula = `INDEX(${cells(column)},${axisNumbers[axis]})`;
      sheet.put(row, column, live(formula, weightOf((moves[axis] ?? 0) - 1)), own);
    }
    const bias = unit.bias === undefined || table.biasRow === undefined ? '' : `+${absolute(table.biasRow, column)}`;
    const rest =
      held.reduce((total, value, k) => total + value * weightOf(k), 0) +
      (unit.bias === undefined ? 0 : numbers.given(unit.bias));
    sheet.put(acrossRow + 2, column, live(`SUMPRODUCT(${cells(column)},${cells(heldColumn)})${bias}`, rest), own);
  }
}

/** The weights of the output that is chosen. */
function writeChosen(
  sheet: SheetDraft,
  { book, layout, numbers }: SurfaceParts,
  table: WeightTable,
  column: number,
): void {
  const units = book.topology.layers.at(-1)?.units ?? [];
  const [first] = units;
  const write = (row: number, name: string | undefined): void => {
    if (name === undefined) return;
    const cells = `${absolute(row, table.firstUnit)}:${absolute(row, table.firstUnit + units.length - 1)}`;
    sheet.put(
      row,
      column,
      live(`INDEX(${cells},1,${layout.drawn('number')})`, numbers.given(name)),
      body('weight', 'own', true),
    );
  };
  for (const [k, { name }] of (first?.weights ?? []).entries()) write(table.firstRow + k, name);
  if (table.biasRow !== undefined) write(table.biasRow, first?.bias);
}

/** The ends of a unit's colours, where no function bounds it. */
function writeLargest(
  sheet: SheetDraft,
  { book, layout, numbers }: SurfaceParts,
  l: number,
  table: WeightTable,
  row: number,
): void {
  sheet.put(row, layout.working, surfaceWords.largest, nameStyle);
  for (const [u, { activation }] of (book.topology.layers[l]?.units ?? []).entries()) {
    const range = layout.blockRange(activation);
    const values = numbers.values(activation);
    const value = values.find((each) => !Number.isFinite(each)) ?? Math.max(LEAST, ...values.map(Math.abs));
    sheet.put(row, table.firstUnit + u, live(`MAX(${LEAST},MAX(${range}),-MIN(${range}))`, value), own);
  }
}

/** The least end of a range of colours. */
export const LEAST = 0.000001;
