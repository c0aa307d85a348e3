import { inputError } from '../../network/input-error.ts';
import { EXCEL_FORMULA_LENGTH } from '../../network/limits.ts';
import { type Content, isFormula, type SheetCell, shownContent } from '../../sheet/cell.ts';
import type { RuleSet, SheetBody } from '../../sheet/sheet.ts';
import type { Filling } from '../../training/filling.ts';
import { choice } from '../numbers/choice.ts';

/**
 * A sheet that shows one of several runs, from what it is for each of them.
 *
 * @param views the sheet for each run
 * @param shown the position of the run that it shows when the workbook is opened, counted from 0: its values are shown, its looks are taken
 * @param position the cell with the position of the run that is chosen, counted from 1
 */
export function mergedViews(views: readonly SheetBody[], shown: number, position: string): SheetBody {
  const lead = views[shown];
  if (lead === undefined) throw new RangeError(`There is no run ${shown + 1}.`);
  const places = views.map((view) => new Map(view.cells.map((cell) => [placeOf(cell), cell])));
  const all = new Map(
    [...places.filter((_, k) => k !== shown), places[shown] ?? new Map()].flatMap((cells) => [...cells]),
  );
  const last = lead.fillDown === undefined ? 0 : lastRowOf(lead);
  const cells = [...all].map(([place, cell]) =>
    mergedCell(
      cell,
      // A row that is filled down has numbers alone.
      places.map((own) => own.get(place)?.content ?? (cell.row === last ? 0 : null)),
      shown,
      position,
    ),
  );
  const free = lead.charts.length === 0 && lead.figures.length === 0;
  return {
    ...lead,
    cells,
    ...(free ? { widths: largestWidths(views), heights: largestHeights(views) } : {}),
    rules: mergedRules(views, lead),
    ...(lead.fillDown === undefined ? {} : { fillDown: mergedFilling(lead, lead.fillDown, cells) }),
  };
}

const lastRowOf = ({ cells }: SheetBody): number => cells.reduce((most, { row }) => Math.max(most, row), 0);

/** The columns of the last row, from left to right. */
const lastColumns = (cells: readonly SheetCell[], last: number): readonly number[] =>
  cells.flatMap(({ row, column }) => (row === last ? [column] : [])).sort((a, b) => a - b);

/** The rows below with 0 in the cells that the shown run does not have. */
function mergedFilling(lead: SheetBody, filling: Filling, cells: readonly SheetCell[]): Filling {
  if (!('values' in filling)) return filling;
  const last = lastRowOf(lead);
  const own = new Map(lastColumns(lead.cells, last).map((column, k) => [column, k]));
  const sources = lastColumns(cells, last).map((column) => own.get(column));
  return {
    ...filling,
    values: (k) => {
      const values = filling.values(k);
      return Float64Array.from(sources, (source) => (source === undefined ? 0 : (values[source] as number)));
    },
  };
}

const placeOf = ({ row, column }: SheetCell): string => `${row} ${column}`;

/** A cell that says what the chosen run says. What a person types is the same for all. */
function mergedCell(cell: SheetCell, given: readonly Content[], shown: number, position: string): SheetCell {
  if (cell.validation !== undefined) return cell;
  const same = given.every((content) => content === given[0]);
  // The value of a formula ends with no space, not even with one that does not break.
  const contents = same ? given : given.map((content) => (typeof content === 'string' ? content.trim() : content));
  const terms = contents.map(termOf);
  if (terms.every((term) => term === terms[0])) return { ...cell, content: contents[shown] ?? null };
  const formula = choice(position, terms);
  if (formula.length > EXCEL_FORMULA_LENGTH)
    throw inputError(
      `need a formula of ${formula.length} characters to choose among them, but a cell holds ${EXCEL_FORMULA_LENGTH}; give fewer runs, smaller batches, or layers fewer units.`,
      'runs',
    );
  const array = contents.some((content) => isFormula(content) && content.array === true);
  return {
    ...cell,
    content: { formula, value: shownContent(contents[shown] ?? null) ?? '', ...(array ? { array } : {}) },
  };
}

/** What a cell holds as part of a formula. */
function termOf(content: Content): string {
  if (content === null) return '""';
  if (typeof content === 'number') return String(content);
  return isFormula(content) ? content.formula : textTerm(String(shownContent(content)));
}

/** A text in a formula has 255 characters at most. */
const PIECE = /[\s\S]{1,120}/gu;

const textTerm = (text: string): string =>
  text === '' ? '""' : (text.match(PIECE) ?? []).map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');

const largestWidths = (views: readonly SheetBody[]): readonly number[] =>
  Array.from({ length: Math.max(...views.map(({ widths }) => widths.length)) }, (_, k) =>
    Math.max(...views.flatMap(({ widths }) => widths[k] ?? [])),
  );

function largestHeights(views: readonly SheetBody[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const view of views)
    for (const [row, height] of view.heights) heights.set(row, Math.max(height, heights.get(row) ?? 0));
  return heights;
}

/** The rules of the run that is shown first, and those of others over cells for which it has none. */
function mergedRules(views: readonly SheetBody[], lead: SheetBody): readonly RuleSet[] {
  const known = new Set(lead.rules.map(({ range }) => range));
  const more = views.flatMap(({ rules }) =>
    rules.filter(({ range }) => {
      const isNew = !known.has(range);
      known.add(range);
      return isNew;
    }),
  );
  return [...lead.rules, ...more];
}
