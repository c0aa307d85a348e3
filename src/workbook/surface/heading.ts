import { absolute } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { traceOf } from '../book.ts';
import { colors } from '../look/palette.ts';
import { writeTyped } from '../look/typed.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { choiceLists, fromList } from '../own-choice.ts';
import { CHOICE, LARGE, SMALL, sampleColumns } from './layout.ts';
import { rangeOf } from './numbers.ts';
import { levelOf } from './samples.ts';
import type { Surface } from './surface.ts';
import { classTints, tints } from './tints.ts';
import { surfaceWords } from './words.ts';

/** Columns that E_total with its name needs. */
const TOTAL_COLUMNS = 12;

const label = look({ bold: true, align: 'right' });

/** Learning rate and iteration, each from a list; where there is a choice, also the output, the axes and the sample. */
export function writeChoice(sheet: SheetDraft, surface: Surface): void {
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
  writeTyped(sheet, put(row, rate, texts.rate), traceOf(book, own.choice.rate).learningRate, lists.rate);
  writeTyped(sheet, put(row, iteration, texts.iteration), own.choice.iteration, lists.iteration);
  const units = topology.layers.at(-1)?.units ?? [];
  const last = layout.tables.at(-1);
  if (plan.chosen && last !== undefined) {
    const names = `${absolute(last.headRow, last.firstUnit)}:${absolute(last.headRow, last.firstUnit + units.length - 1)}`;
    writeTyped(sheet, put(row, output, texts.output), units[0]?.activation ?? '', fromList(names));
  }
  const [first] = layout.tables;
  if (plan.held && first !== undefined) {
    const names = `${absolute(first.firstRow, layout.working)}:${absolute(first.lastRow, layout.working)}`;
    const [x, y] = topology.inputs;
    writeTyped(sheet, put(axesRow, rate, texts.across), x?.name ?? '', fromList(names));
    writeTyped(sheet, put(axesRow, iteration, texts.up), y?.name ?? '', fromList(names));
    writeTyped(sheet, put(axesRow, output, texts.sample), 1, fromList(layout.samples(sampleColumns.number)));
  }
  const { curve } = topology;
  const total = own.value(curve);
  const style = look({ size: 12, bold: true, align: 'left', color: colors.totalText, format: `"${curve} = "0.000000` });
  sheet.merge({ top: 2, left: SMALL.column, bottom: 2, right: SMALL.column + TOTAL_COLUMNS - 1 });
  sheet.put(2, SMALL.column, live(own.formula(curve), total), style);
}

/** What the colours and the signs mean. */
export function writeLegend(sheet: SheetDraft, surface: Surface): void {
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

function drawnEnds({ plan, numbers }: Surface, level: number, range: ReturnType<typeof rangeOf>): readonly number[] {
  if (range !== undefined) return [range.low, level, range.high, level];
  const values = numbers.values(plan.large);
  const failed = values.find((value) => !Number.isFinite(value));
  const span = failed ?? Math.max(0.000001, Math.max(...values) - level, level - Math.min(...values));
  return [level - span, level, level + span, level];
}

/** What is left out, and whose choice this is, below the large map. */
function writeNotes(sheet: SheetDraft, { plan, book }: Surface): void {
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
