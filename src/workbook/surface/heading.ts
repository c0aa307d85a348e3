import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { labelOf } from '../book.ts';
import { calledIn } from '../called.ts';
import { colors } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { writeTyped } from '../look/typed.ts';
import { saysMissing } from '../numbers/fallback.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { choiceLists, fromList, writeChosen } from '../own-choice.ts';
import { words } from '../words.ts';
import { CHOICE, HELD_SAMPLE, LARGE, SMALL, sampleColumns } from './layout.ts';
import { rangeOf } from './numbers.ts';
import { levelOf } from './samples.ts';
import type { SurfaceParts } from './surface.ts';
import { classTints, tints } from './tints.ts';
import { inputNames, outputNames, surfaceTyped } from './typed.ts';
import { surfaceWords } from './words.ts';

/** Columns that E_total needs. */
const TOTAL_COLUMNS = { name: 5, number: 8 } as const;

const label = look({ bold: true, align: 'right' });

/** Learning rate and iteration, each from a list; where there is a choice, also the output, the axes and the sample. */
export function writeChoice(sheet: SheetDraft, surface: SurfaceParts): void {
  const { book, plan, layout, own } = surface;
  const { row, axesRow, rate, iteration, output } = CHOICE;
  const { topology } = book;
  const lists = choiceLists(book);
  const put = (at: number, { column, columns }: typeof rate | typeof output | typeof iteration, text: string) => {
    // A space that does not break keeps the text off the cell beside it.
    sheet.put(at, column - 1, `${text}\u00a0`, label);
    return { row: at, column, columns };
  };
  const { choice: texts } = surfaceWords;
  writeTyped(sheet, put(row, rate, texts.rate(calledIn(book))), labelOf(book, own.choice.rate), lists.rate);
  writeTyped(sheet, put(row, iteration, texts.iteration), own.choice.iteration, lists.iteration);
  if (plan.chosen) {
    const [first] = topology.layers.at(-1)?.units ?? [];
    writeTyped(sheet, put(row, output, texts.output), first?.activation ?? '', fromList(outputNames(surface)));
  }
  if (plan.held) {
    const names = fromList(inputNames(surface));
    const [x, y] = topology.inputs;
    writeTyped(sheet, put(axesRow, rate, texts.across), x?.name ?? '', names);
    writeTyped(sheet, put(axesRow, iteration, texts.up), y?.name ?? '', names);
    writeTyped(sheet, put(axesRow, output, texts.sample), 1, fromList(layout.samples(sampleColumns.number)));
  }
  writeWhatCounts(sheet, surface);
  writeTotal(sheet, surface);
}

/** What the run's error is in this iteration, its name in one cell and its number in the other. */
function writeTotal(sheet: SheetDraft, { book, own }: SurfaceParts): void {
  const { curve } = book.topology;
  const style = { size: 12, bold: true, align: 'left', color: colors.totalText } as const;
  const number = SMALL.column + TOTAL_COLUMNS.name;
  const merge = (left: number, columns: number): void =>
    sheet.merge({ top: 2, left, bottom: 2, right: left + columns - 1 });
  merge(SMALL.column, TOTAL_COLUMNS.name);
  merge(number, TOTAL_COLUMNS.number);
  sheet.put(2, SMALL.column, `${curve} =`, look(style));
  sheet.put(2, number, live(own.formula(curve), own.value(curve)), look({ ...style, format: formats.six }));
}

/** What counts of the choice, in the working, and beside the cells what is missing. */
function writeWhatCounts(sheet: SheetDraft, surface: SurfaceParts): void {
  const { layout, own } = surface;
  const typed = surfaceTyped(surface);
  const { axes = [], output, sample } = typed;
  writeChosen(sheet, typed, own.choice, CHOICE.row, layout.working);
  if (sample !== undefined) {
    const { row, column } = HELD_SAMPLE;
    sheet.put(row, layout.working + column - 1, surfaceWords.sample, look({ color: colors.muted, size: 9 }));
    sheet.put(row, layout.working + column, live(sample.of.formula, 1), look({ align: 'center' }));
  }
  const given = [typed.rate, typed.iteration, output, ...axes, sample].filter((each) => each !== undefined);
  const { hint } = words.steps;
  const style = look({ italic: true, color: colors.muted });
  sheet.put(CHOICE.axesRow, SMALL.column, live(saysMissing(given, hint), hint), style);
}

/** What the colours and the signs mean. */
export function writeMapLegend(sheet: SheetDraft, surface: SurfaceParts): void {
  const { plan, layout, book } = surface;
  const { legend } = surfaceWords;
  const text = look({ color: colors.muted });
  const { column } = SMALL;
  if (plan.classes) {
    const classes = book.topology.layers.at(-1)?.units.length ?? 0;
    for (const [k, each] of classTints.slice(0, classes).entries()) {
      for (const [t, fill] of each.tints.entries()) sheet.put(3, column + k * 7 + t, null, look({ fill }));
      const sign = `${each.mark} ${k + 1}${k === classTints.length - 1 && classes > k + 1 ? ' …' : ''}`;
      sheet.put(3, column + k * 7 + 3, sign, look({ bold: true }));
    }
    sheet.put(2, column + 14, legend.classes, text);
  } else if (plan.shape === 'map') {
    for (const [k, fill] of STRIP.entries()) sheet.put(3, column + k, null, look({ fill }));
    const range = rangeOf(book.topology);
    const level = levelOf(surface);
    const ends = [layout.drawn('low'), layout.drawn('level'), layout.drawn('high'), layout.drawn('level')];
    const now = drawnEnds(surface, level, range);
    const formula = ends.map((cell, k) => `"${legend.one[k]}"&${writtenFormula(cell, 'alone')}`).join('&');
    const shown = now.map((value, k) => `${legend.one[k]}${written(value, 'alone')}`).join('');
    sheet.put(3, column + STRIP.length + 1, live(`${formula}&"${legend.one[4]}"`, `${shown}${legend.one[4]}`), text);
  }
  writeNotes(sheet, surface);
}

const STRIP = [tints.low, 'F4B98F', 'FAD9C3', tints.middle, 'D3E4F3', 'A3C9E8', tints.high] as const;

function drawnEnds(
  { plan, numbers }: SurfaceParts,
  level: number,
  range: ReturnType<typeof rangeOf>,
): readonly number[] {
  if (range !== undefined) return [range.low, level, range.high, level];
  const values = numbers.values(plan.large);
  const failed = values.find((value) => !Number.isFinite(value));
  const span = failed ?? Math.max(0.000001, Math.max(...values) - level, level - Math.min(...values));
  return [level - span, level, level + span, level];
}

/** What is left out, and whose choice this is, below the large map. */
function writeNotes(sheet: SheetDraft, { plan, book }: SurfaceParts): void {
  const { topology } = book;
  const { legend, ownChoice } = surfaceWords;
  const units = topology.layers
    .slice(0, plan.classes ? undefined : -1)
    .reduce((sum, layer) => sum + layer.units.length, 0);
  const notes = [
    ownChoice,
    ...(units === 0 || plan.shape === 'curve' ? [] : [legend.hidden]),
    ...(units > plan.drawn.length ? [legend.more(plan.drawn.length, units)] : []),
    ...(topology.samples.length > plan.samples ? [legend.samples(plan.samples, topology.samples.length)] : []),
    ...(plan.shape === 'map' && plan.rows < 25 ? [legend.coarse(plan.rows)] : []),
  ];
  const row = LARGE.row + (plan.shape === 'curve' ? 26 : plan.rows + 2);
  for (const [k, note] of notes.entries()) sheet.put(row + k, 2, note, look({ color: colors.muted, size: 9 }));
}
