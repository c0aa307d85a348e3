import { excelFormula } from '../../expression/excel.ts';
import { absolute, columnLetters, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { FillDown } from '../../training/filling.ts';
import { colors, shades } from '../look/palette.ts';
import { body, formats, header } from '../look/style.ts';
import { choice } from '../numbers/choice.ts';
import { live } from '../numbers/live.ts';
import { SURE, TIE } from './numbers.ts';
import { type GridBlock, OUTPUT, WINNER, X, Y } from './plan.ts';
import type { SurfaceParts } from './surface.ts';
import { surfaceWords } from './words.ts';

/** Rows that are written; the last of them is the pattern for the others. */
export const WRITTEN = 2;

/** Writes the head of the grid and its first rows; returns the others. */
export function writeGrid(sheet: SheetDraft, surface: SurfaceParts): FillDown {
  const { plan, numbers } = surface;
  writeHead(sheet, surface);
  for (let k = 0; k < WRITTEN; k++) writeRow(sheet, surface, k);
  return {
    rows: plan.rows - WRITTEN,
    values: (k) => {
      const row = WRITTEN + k;
      return [
        axisValue(surface, row),
        ...plan.blocks.flatMap(({ name }) => Array.from({ length: plan.across }, (_, c) => numbers.at(name, row, c))),
      ];
    },
  };
}

/** The axis that runs down the first column: up on a map, the only one of a curve. */
const downAxis = ({ plan }: SurfaceParts): 0 | 1 => (plan.shape === 'curve' ? 0 : 1);

const axisValue = (surface: SurfaceParts, row: number): number => {
  const { plan, numbers } = surface;
  const axis = numbers.axes[downAxis(surface)];
  return axis === undefined
    ? Number.NaN
    : axis.first + axis.step * (plan.shape === 'curve' ? row : plan.rows - 1 - row);
};

const axisStyle = look({
  bold: true,
  color: shades.input.strong,
  align: 'center',
  format: formats.given,
  bottom: ['hair', colors.hair],
});

function writeHead(sheet: SheetDraft, { layout, plan, numbers, book }: SurfaceParts): void {
  const { working, gridTitle, nameRow, axisRow } = layout;
  const title = plan.shape === 'curve' ? surfaceWords.curveTitle : surfaceWords.gridTitle;
  sheet.put(gridTitle, working, title, look({ size: 12, bold: true }));
  const [across] = numbers.axes;
  if (plan.shape === 'curve')
    sheet.put(nameRow, working, book.topology.inputs[0]?.name ?? '', header.name(shades.input, false));
  for (const { name } of plan.blocks) {
    const first = layout.block(name);
    for (let c = 0; c < plan.across; c++) {
      sheet.put(nameRow, first + c, c === 0 ? name : null, header.name(shades.forward, c === 0));
      if (plan.shape === 'curve' || across === undefined) continue;
      const formula = `${layout.axis(0, 'first')}+${layout.axis(0, 'step')}*${c}`;
      sheet.put(axisRow, first + c, live(formula, across.first + across.step * c), axisStyle);
    }
  }
}

function writeRow(sheet: SheetDraft, surface: SurfaceParts, k: number): void {
  const { layout, plan, numbers } = surface;
  const row = layout.firstRow + k;
  const axis = downAxis(surface);
  const steps = plan.shape === 'curve' ? `ROW()-${layout.firstRow}` : `${layout.lastRow}-ROW()`;
  const formula = `${layout.axis(axis, 'first')}+${layout.axis(axis, 'step')}*(${steps})`;
  sheet.put(row, layout.working, live(formula, axisValue(surface, k)), axisStyle);
  const style = body('forward', 'own', false);
  for (const block of plan.blocks) {
    const first = layout.block(block.name);
    for (let c = 0; c < plan.across; c++)
      sheet.put(
        row,
        first + c,
        live(formulaAt(surface, block, row, c), numbers.at(block.name, k, c), plan.rows),
        style,
      );
  }
}

/** The formula of a block at a point. */
function formulaAt(surface: SurfaceParts, block: GridBlock, row: number, c: number): string {
  const { layout, book, plan } = surface;
  const at = (name: string): string => relative(row, layout.block(name) + c);
  if (block.name === WINNER) return winnerFormula(surface, at);
  if (block.formula === undefined) return pickFormula(surface, at);
  const { inputs } = book.topology;
  const down = `$${columnLetters(layout.working)}${row}`;
  const across = `${columnLetters(layout.block(block.name) + c)}$${layout.axisRow}`;
  const axes = new Map<string, string>(
    plan.shape === 'curve'
      ? [[inputs[0]?.name ?? '', down]]
      : plan.held
        ? [
            [X, across],
            [Y, down],
          ]
        : [
            [inputs[0]?.name ?? '', across],
            [inputs[1]?.name ?? '', down],
          ],
  );
  const chosen = block.name === OUTPUT ? chosenWeights(surface) : undefined;
  const computed = new Set(plan.blocks.map(({ name }) => name));
  return excelFormula(
    block.formula,
    (name) => axes.get(name) ?? chosen?.get(name) ?? (computed.has(name) ? at(name) : layout.parameter(name)),
  );
}

/** The cells of the chosen output's weights and bias, by the names of those of the first output. */
function chosenWeights({ layout, book }: SurfaceParts): ReadonlyMap<string, string> {
  const table = layout.tables.at(-1);
  const unit = book.topology.layers.at(-1)?.units[0];
  const { chosenColumn: column } = table ?? {};
  if (table === undefined || unit === undefined || column === undefined) return new Map();
  return new Map([
    ...unit.weights.map(({ name }, k) => [name, absolute(table.firstRow + k, column)] as const),
    ...(unit.bias === undefined || table.biasRow === undefined
      ? []
      : [[unit.bias, absolute(table.biasRow, column)] as const]),
  ]);
}

/** The chosen one of several outputs. */
function pickFormula({ layout, book }: SurfaceParts, at: (name: string) => string): string {
  const outputs = book.topology.layers.at(-1)?.units ?? [];
  const terms = outputs.map(({ activation }) => at(activation));
  return choice(layout.drawn('number'), terms);
}

/** The number of the class with the largest share, and how much of it is certain. */
function winnerFormula({ book }: SurfaceParts, at: (name: string) => string): string {
  const shares = (book.topology.layers.at(-1)?.units ?? []).map(({ activation }) => at(activation));
  const numbered = shares.reduceRight(
    (rest, share, k) =>
      k === shares.length - 1
        ? String(k + 1)
        : `IF(${share}>=MAX(${shares.slice(k + 1).join(',')})*${TIE},${k + 1},${rest})`,
    '',
  );
  const count = shares.length;
  return `${numbered}+${SURE}*(MAX(${shares.join(',')})-1/${count})/(1-1/${count})`;
}
