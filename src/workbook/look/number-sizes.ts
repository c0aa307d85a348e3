import { columnLetters } from '../../sheet/address.ts';
import { isFormula, type SheetCell } from '../../sheet/cell.ts';
import type { FormulaRule, NumberRule, RuleSet, SheetBody } from '../../sheet/sheet.ts';
import { isOfErrors } from './marks.ts';
import { rectangles, type Stretch, stretches } from './stretches.ts';
import { formats } from './style.ts';

/**
 * Numbers that their format cannot show: too large for the column, or so small that nothing but zeros would stand there. A rule over the
 * cell gives them another format. A number format with conditions would do the same, but LibreOffice then loses the minus.
 */

/** A size from which on, or up to which, numbers are shown in another way. */
interface Size {
  readonly bound: number;
  readonly decimals: number;
  /** Further decimals, where they are not 0. */
  readonly more?: number;
  readonly exponent?: true;
}

/** What a format shows by itself, and how it goes on below and above: the smallest and the largest numbers first. */
interface Sizes {
  readonly small: readonly Size[];
  readonly large: readonly Size[];
}

const LARGE: Size = { bound: 100_000, decimals: 1, exponent: true };

/** Six decimals and more tell five digits of a number, so that it can be typed and counts as right. */
const FIVE_DIGITS: readonly Size[] = [
  { bound: 0.0001, decimals: 4, exponent: true },
  { bound: 0.001, decimals: 8 },
];

const sixDecimals: Sizes = {
  small: FIVE_DIGITS,
  large: [LARGE, { bound: 100, decimals: 2 }, { bound: 10, decimals: 4 }],
};

/** In bold or in larger letters, which leave no room for further decimals. */
const bold: Sizes = { ...sixDecimals, small: [{ bound: 0.001, decimals: 3, exponent: true }] };

/** As `writtenFormula` writes numbers into texts. */
const results: Sizes = {
  small: [
    { bound: 0.001, decimals: 5, exponent: true },
    { bound: 0.01, decimals: 6, more: 2 },
    { bound: 0.1, decimals: 6, more: 1 },
  ],
  large: [{ bound: 100_000, decimals: 5, exponent: true }],
};

/** Of a number with ten decimals in a wide column. */
const tenDecimals: Sizes = {
  small: [{ bound: 0.000001, decimals: 5, exponent: true }],
  large: [
    { bound: 100_000, decimals: 5, exponent: true },
    { bound: 10, decimals: 6 },
  ],
};

/** Of a number with seven decimals in a narrow one. */
const sevenDecimals: Sizes = {
  small: [{ bound: 0.0001, decimals: 3, exponent: true }],
  large: [
    { bound: 100_000, decimals: 2, exponent: true },
    { bound: 10, decimals: 4 },
  ],
};

const givenNumbers: Sizes = {
  small: [{ bound: 0.0001, decimals: 1, exponent: true }],
  large: [LARGE, { bound: 100, decimals: 1 }],
};

const sizes: Readonly<Record<string, Sizes>> = {
  [formats.given]: givenNumbers,
  [formats.input]: givenNumbers,
  [formats.setting]: givenNumbers,
  [formats.four]: {
    small: [
      { bound: 0.0001, decimals: 1, exponent: true },
      { bound: 0.001, decimals: 6 },
    ],
    large: [LARGE, { bound: 100, decimals: 2 }],
  },
  [formats.six]: sixDecimals,
  [formats.error]: sixDecimals,
  [formats.largeError]: bold,
  [formats.summary]: bold,
  [formats.result]: results,
  [formats.seven]: sevenDecimals,
  [formats.ten]: tenDecimals,
};

/** After all other rules of a sheet; the first of these that holds wins. */
const FIRST_PRIORITY = 20;
const TINTED_PRIORITY = 30;

/** The rules of a number format; none where it shows numbers of any size. */
export function sizeRules(format: string): readonly NumberRule[] {
  const found = sizes[format];
  if (found === undefined) return [];
  const rule = (lies: NumberRule['lies'], bound: number, shown: string) =>
    ({ lies, from: -bound, to: bound, mark: { format: shown } }) as const;
  return [
    rule('within', 0, format),
    ...found.small.map((size) => rule('within', size.bound, formatOf(size))),
    ...found.large.map((size) => rule('beyond', size.bound, formatOf(size))),
  ].map((each, k) => ({ ...each, priority: FIRST_PRIORITY + k }));
}

/**
 * The same for cells that a rule tints: LibreOffice applies one rule to a cell, so it has to do both.
 *
 * @param cell the first of the cells
 */
export const tintedRules = (rules: readonly NumberRule[], tint: FormulaRule, cell: string): readonly FormulaRule[] =>
  rules.map(({ lies, to, mark, priority }) => ({
    priority,
    formula: `IF(ISNUMBER(${cell}),AND(ABS(${cell})${lies === 'within' ? '<=' : '>'}${to},${tint.formula}),FALSE)`,
    mark: { ...tint.mark, ...mark },
  }));

function formatOf({ decimals, more = 0, exponent }: Size): string {
  const digits = `0.${'0'.repeat(decimals)}${'#'.repeat(more)}${exponent ? 'E+0' : ''}`;
  return `${digits};"−"${digits}`;
}

/** The same sheet with such rules over all its numbers, down to the last row that is filled down. */
export function withSizeRules(sheet: SheetBody): SheetBody {
  const columns = new Map<string, Map<number, number[]>>();
  for (const { row, column, content, look } of sheet.cells) {
    const format = look.format;
    if (format === undefined || sizes[format] === undefined || !isNumber(content)) continue;
    const ofFormat = columns.get(format) ?? new Map<number, number[]>();
    const rows = ofFormat.get(column) ?? [];
    rows.push(row);
    columns.set(format, ofFormat.set(column, rows));
  }
  const last = sheet.cells.reduce((most, { row }) => Math.max(most, row), 0);
  const filled = sheet.fillDown?.rows ?? 0;
  const found = [...columns].map(([format, rows]) => {
    const parts = [...rows].flatMap(([column, all]) =>
      stretches(all).map(([from, to]): Stretch => ({ column, from, to: to === last ? to + filled : to })),
    );
    return { rules: sizeRules(format), parts };
  });
  const tinted = found.flatMap(({ rules, parts }) => sheet.rules.flatMap((set) => tintedSets(set, rules, parts)));
  const plain = found.map(({ rules, parts }): RuleSet => ({ range: rectangles(parts).join(' '), rules }));
  return { ...sheet, rules: [...tinted, ...sheet.rules, ...plain] };
}

/**
 * Rules for those of these cells that a set of rules tints, where their rows begin with its first. A tint reads a column that stays, or
 * begins with the first of these cells.
 */
function tintedSets(set: RuleSet, rules: readonly NumberRule[], parts: readonly Stretch[]): readonly RuleSet[] {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(set.range) ?? [];
  const inside = parts.filter(
    ({ column, from, to }) =>
      from === Number(top) &&
      to <= Number(bottom) &&
      column >= columnNumber(left ?? '') &&
      column <= columnNumber(right ?? ''),
  );
  const tints = set.rules.filter(
    (rule): rule is FormulaRule => 'formula' in rule && rule.mark.fill !== undefined && !isOfErrors(rule),
  );
  const first = Math.min(...inside.map(({ column }) => column));
  if (inside.length === 0 || tints.length === 0) return [];
  const cell = `${columnLetters(first)}${top}`;
  return [
    {
      range: rectangles(inside).join(' '),
      rules: tints.flatMap((tint) => tintedRules(rules, tint, cell)).map(numbered),
    },
  ];
}

/** In the order in which they are given. */
const numbered = (rule: FormulaRule, k: number): FormulaRule => ({ ...rule, priority: TINTED_PRIORITY + k });

/** The position of a column, counted from 1, by its letters. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0);

/** Numbers, and cells that are still to be filled with them. */
const isNumber = (content: SheetCell['content']): boolean =>
  content === null || typeof content === 'number' || isFormula(content);
