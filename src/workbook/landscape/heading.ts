import { TOTAL_ERROR } from '../../quantities/topology.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { labelOf } from '../book.ts';
import { calledIn } from '../called.ts';
import { colors, shades } from '../look/palette.ts';
import { writeTyped } from '../look/typed.ts';
import { saysMissing } from '../numbers/fallback.ts';
import { live } from '../numbers/live.ts';
import { written, writtenFormula } from '../numbers/written-number.ts';
import { choiceLists, fromList, writeChosen } from '../own-choice.ts';
import { words } from '../words.ts';
import { tableCount } from './cells.ts';
import { floorCells, floorOf, isFlat, totalAfter } from './floor.ts';
import type { LandscapeParts } from './landscape.ts';
import { CHOSEN_AT, MAP, USED_RANGE } from './layout.ts';
import { totalOf } from './numbers.ts';
import { pointCells } from './tables.ts';
import { landscapeTyped, RANGES } from './typed.ts';
import { landscapeWords } from './words.ts';

const label = look({ bold: true, align: 'right' });

/** The weights, learning rate and iteration from lists, and the range. */
export function writeWeightChoice(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { book, plan, layout, own, numbers } = landscape;
  const lists = choiceLists(book);
  const { choice: texts } = landscapeWords;
  const [one, two] = numbers.chosen;
  const { row } = CHOSEN_AT;
  const put = (column: number, text: string): { row: number; column: number; columns: number } => {
    // A space that does not break keeps the text off the cell beside it.
    sheet.put(row, column - 1, `${text}\u00a0`, label);
    return { row, column, columns: 1 };
  };
  writeTyped(sheet, put(CHOSEN_AT.weight, texts.weight), one?.name ?? '', fromList(layout.names));
  if (plan.side > 0) writeTyped(sheet, put(CHOSEN_AT.second, texts.second), two?.name ?? '', fromList(layout.names));
  writeTyped(sheet, put(CHOSEN_AT.rate, texts.rate(calledIn(book))), labelOf(book, own.choice.rate), lists.rate);
  writeTyped(sheet, put(CHOSEN_AT.iteration, texts.iteration), own.choice.iteration, lists.iteration);
  writeTyped(sheet, put(CHOSEN_AT.range, texts.range), numbers.range, {
    validation: { allowed: { kind: 'decimal', ...RANGES }, refusal: landscapeWords.notARange },
  });
  writeWhatCounts(sheet, landscape);
}

/** What counts of the choice, in the working, and beside the cells what is missing. */
function writeWhatCounts(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { layout, own, numbers } = landscape;
  const typed = landscapeTyped(landscape);
  const { row } = CHOSEN_AT;
  const used = layout.working + USED_RANGE;
  writeChosen(sheet, typed, own.choice, row, layout.working);
  sheet.put(row, used - 1, landscapeWords.choice.range, look({ color: colors.muted, size: 9, align: 'right' }));
  sheet.put(row, used, live(typed.range.of.formula, numbers.range), tableCount());
  const { hint } = words.steps;
  const says = saysMissing([...typed.weights, typed.rate, typed.iteration, typed.range], hint);
  sheet.put(row, MAP.column, live(says, hint), look({ italic: true, color: colors.muted }));
}

/** What the picture says, in sentences that follow the choice. */
export function writeSentences(sheet: SheetDraft, landscape: LandscapeParts): void {
  const { book } = landscape;
  sheet.put(4, 2, slopeSentence(landscape), look({ size: 11, bold: true, color: shades.gradient.strong }));
  sheet.put(5, 2, verdict(landscape), look({ size: 11, color: colors.totalText }));
  if (book.topology.epoch === 1) sheet.put(6, 2, allWeights(landscape), look({ color: colors.muted }));
}

function slopeSentence({ layout, numbers }: LandscapeParts): Formula {
  const [one] = numbers.chosen;
  const [slope, is, step, then, from, to] = landscapeWords.slope;
  const name = layout.chosen(0, 'name');
  const [gradient, by, now, next] = (['gradient', 'step', 'now', 'next'] as const).map((of) => ({
    formula: writtenFormula(layout.chosen(0, of), 'alone'),
    text: written(one?.[of] ?? Number.NaN, 'alone'),
  }));
  const parts = [
    { formula: `"${slope}"&${name}&"${is}"`, text: `${slope}${one?.name}${is}` },
    gradient,
    { formula: `"${step}"`, text: step },
    by,
    { formula: `"${then}"&${name}&"${from}"`, text: `${then}${one?.name}${from}` },
    now,
    { formula: `"${to}"`, text: to },
    next,
  ];
  return live(parts.map((part) => part?.formula).join('&'), parts.map((part) => part?.text).join(''));
}

/** Errors this near to each other, relative to their size, count as the same. */
const SAME = 0.000000001;

/** A smaller step counts as none. */
const STILL = 0.000000001;

/** Where the step lands: on this side of the floor or on the other, lower or higher. */
function verdict(landscape: LandscapeParts): Formula {
  const { book, layout, numbers, own } = landscape;
  const { verdict: says } = landscapeWords;
  const { iterations } = book.table;
  const [base, step] = [0, 1].map((k) => pointCells(landscape, 'total', k, k).split(':')[0] ?? '');
  const [next, now] = [layout.chosen(0, 'next'), layout.chosen(0, 'now')];
  const [floor, flat] = floorCells(landscape);
  const lower = `${step}<=${base}*(1+${SAME})`;
  const over = `IF(ISNUMBER(${floor}),(${next}-${floor})*(${now}-${floor})<0,FALSE)`;
  const formula =
    `IF(${layout.cells.iteration}>=${iterations},"${says.last}",IF(NOT(AND(ISNUMBER(${next}),ISNUMBER(${step}))),"${says.none}",` +
    `IF(ABS(${layout.chosen(0, 'step')})<${STILL},"${says.still}",IF(${flat}=1,"${says.flat}",IF(${over},"${says.over}",IF(${lower},"${says.short}","${says.up}"))` +
    `&IF(${lower},"${says.lower}","${says.higher}")))))`;

  const [one] = numbers.chosen;
  const lands = totalOf(numbers.step);
  if (own.choice.iteration >= iterations) return live(formula, says.last);
  if (one === undefined || ![lands, one.next].every(Number.isFinite)) return live(formula, says.none);
  if (Math.abs(one.step) < STILL) return live(formula, says.still);
  if (isFlat(landscape)) return live(formula, says.flat);
  const at = floorOf(landscape);
  const isLower = lands <= totalOf(numbers.base) * (1 + SAME);
  const isOver = at !== undefined && (one.next - at) * (one.now - at) < 0;
  const first = isOver ? says.over : isLower ? says.short : says.up;
  return live(formula, `${first}${isLower ? says.lower : says.higher}`);
}

/** What E_total does when all weights move, as they do. */
function allWeights(landscape: LandscapeParts): Formula {
  const { layout, own } = landscape;
  const [from, to, end] = landscapeWords.all;
  const after = writtenFormula(layout.after, 'alone');
  const formula = `"${from}"&${writtenFormula(layout.now, 'alone')}&"${to}"&${after}&"${end}"`;
  const text = `${from}${written(own.value(TOTAL_ERROR), 'alone')}${to}${written(totalAfter(landscape), 'alone')}${end}`;
  return live(formula, text);
}
