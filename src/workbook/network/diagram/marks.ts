import { stageNumber } from '../../../model/layer-stages.ts';
import { absolute, relative } from '../../../sheet/address.ts';
import type { SheetDraft } from '../../../sheet/draft.ts';
import { look } from '../../../sheet/look.ts';
import type { FormulaRule } from '../../../sheet/sheet.ts';
import type { Book } from '../../book.ts';
import { tintMark } from '../../look/marks.ts';
import { sizeRules, tintedRules } from '../../look/number-sizes.ts';
import { colors } from '../../look/palette.ts';
import { gradientShares, tintsBySize, weightShares } from '../../look/size-tints.ts';
import { formats } from '../../look/style.ts';
import { live } from '../../numbers/live.ts';
import type { DiagramLayout } from './layout.ts';
import type { Position } from './position.ts';
import { SHOWN_STAGE } from './stage.ts';
import { choosesSample, diagramValue, reactionValue } from './values.ts';

/** The rows of the marks: from the free row below the captions, so that each has one above it. */
const rowsOf = ({ captionRow, lastRow }: DiagramLayout): { readonly top: number; readonly bottom: number } => ({
  top: captionRow + 2,
  bottom: lastRow,
});

/**
 * Colours weights and gradients by their signs and sizes, each on a scale of its own over the whole diagram. A rule over a column of labels
 * tells a gradient from a weight by what stands left of it; one that also does what `look/number-sizes.ts` says, as LibreOffice applies
 * one rule to a cell.
 */
export function tintWeights(sheet: SheetDraft, book: Book, layout: DiagramLayout, working: Position): void {
  const { top, bottom } = rowsOf(layout);
  const [weightLargest, gradientLargest] = writeLargest(sheet, book, layout, working);
  for (const [l, { label, number }] of layout.columns.entries()) {
    const cell = relative(top, number);
    const [isGradient, isWeight] = ['=', '<>'].map((is) => `LEFT($${relative(top, label)},1)${is}"∂"`) as [
      string,
      string,
    ];
    const lit = tintMark(
      colors.lit,
      `AND(${isGradient},${SHOWN_STAGE}=${stageNumber(book.topology, 'gradients', l)})`,
    ) as FormulaRule;
    const weights = tintsBySize(cell, weightLargest, weightShares, isWeight);
    const gradients = tintsBySize(cell, gradientLargest, gradientShares, isGradient);
    const rules = [
      ...[lit, ...gradients].flatMap((tint) => ofAllSizes(formats.six, tint, cell)),
      ...weights.flatMap((tint) => ofAllSizes(formats.four, tint, cell)),
    ].map((rule, k) => ({ ...rule, priority: k + 1 }));
    sheet.mark(`${cell}:${relative(bottom, number)}`, ...rules);
  }
}

/** A tint with the number format that a number of each size has; numbers of ordinary sizes have that of the cell. */
const ofAllSizes = (format: string, tint: FormulaRule, cell: string): readonly FormulaRule[] => [
  ...tintedRules(sizeRules(format), tint, cell),
  { ...tint, formula: `IF(ISNUMBER(${cell}),${tint.formula},FALSE)` },
];

/** Columns that these take. */
export const SCALES = 2;

/** The largest weight and the largest gradient that are shown, without their signs, layer by layer and of all; the cells of the latter. */
function writeLargest(
  sheet: SheetDraft,
  book: Book,
  { weights, columns }: DiagramLayout,
  working: Position,
): readonly [weight: string, gradient: string] {
  const style = look({ size: 9, color: colors.muted });
  const kinds = [
    { down: 0, value: (name: string) => diagramValue(book, name).value },
    { down: 1, value: (name: string) => reactionValue(book, name).value },
  ] as const;
  const [weight = '', gradient = ''] = kinds.map(({ down, value }, k) => {
    const column = working.column + k;
    const layers = columns.map((_, l) => {
      const own = weights.filter((label) => label.layer === l);
      const cells = own.map(({ row, numberColumn }) => relative(row + down, numberColumn)).join(',');
      const numbers = own.map(({ name }) => (down === 1 && !isTrained(book, name) ? 0 : Math.abs(value(name))));
      const largest = numbers.every(Number.isFinite) ? Math.max(0, ...numbers) : 0;
      sheet.put(working.row + 1 + l, column, live(`IFERROR(MAX(MAX(${cells}),-MIN(${cells})),0)`, largest), style);
      return largest;
    });
    const [first, last] = [relative(working.row + 1, column), relative(working.row + columns.length, column)];
    sheet.put(working.row, column, live(`MAX(${first}:${last})`, Math.max(...layers)), style);
    return absolute(working.row, column);
  });
  return [weight, gradient];
}

const isTrained = ({ topology }: Book, name: string): boolean =>
  topology.layers.every(({ biases }) => biases.every((bias) => bias.name !== name || bias.trained));

/** Lights what the step that everything is shown up to has brought. */
export function markNew(sheet: SheetDraft, book: Book, layout: DiagramLayout): void {
  const { topology } = book;
  const { top, bottom } = rowsOf(layout);
  const light = (column: number, ...rules: readonly (readonly [stage: number, condition: string])[]): void => {
    const cell = relative(top, column);
    sheet.mark(
      `${cell}:${relative(bottom, column)}`,
      ...rules.map(([stage, condition], k) =>
        tintMark(colors.lit, `AND(${SHOWN_STAGE}=${stage},ISNUMBER(${cell}),${condition})`, k + 1),
      ),
    );
  };
  const above = (column: number): string => `LEFT(${relative(top - 1, column)},1)`;
  for (const [l, { label, next, netInput, activation }] of layout.columns.entries()) {
    const stage = (kind: Parameters<typeof stageNumber>[1]): number => stageNumber(topology, kind, l);
    for (const [column, forward, backward] of [
      [netInput, stage('net-inputs'), stage('deltas')],
      [activation, stage('activations'), stage('reactions')],
    ] as const)
      light(column, [forward, `${above(column)}<>"∂"`], [backward, `${above(column)}="∂"`]);
    const name = `LEFT($${relative(top, label)},1)`;
    light(
      next,
      [stageNumber(topology, 'update'), choosesSample(book) ? `${name}<>"∂"` : 'TRUE'],
      [stage('gradients'), `${name}="∂"`],
    );
  }
  light(layout.firstColumn, [stageNumber(topology, 'inputs'), 'TRUE']);
  for (const column of [layout.lastColumn - 2, layout.lastColumn])
    light(column, [stageNumber(topology, 'error'), `${above(column)}="E"`]);
}
