import type { Role } from '../../model/column.ts';
import { type Look, look } from '../../sheet/look.ts';
import { colors, ink, type Shades } from './palette.ts';

/** Number formats: a real minus sign, and room for it on both sides, so that decimal points stay aligned. */
export const formats = {
  given: '0.00##;"−"0.00##',
  /** Room on the right, so that digits do not touch the border of the cell. */
  input: '0.00##_-;"−"0.00##_-',
  four: '_-0.0000_-;"−"0.0000_-',
  six: '_-0.000000_-;"−"0.000000_-',
  /** The same in a column of its own, where it has room for all digits. */
  result: '0.000000;"−"0.000000',
  /** A weight with its nudge: as many decimals as the smallest nudge needs. */
  nudged: '0.00000###;"−"0.00000###',
  seven: '0.0000000;"−"0.0000000',
  ten: '_-0.0000000000_-;"−"0.0000000000_-',
  /** The number that a weight goes on with. */
  next: '"→ "0.0000;"→ −"0.0000',
  /** The slope of a function, by its symbol. */
  slope: (symbol: string): string => `"${symbol} = "0.0000;"${symbol} = −"0.0000`,
  summary: '0.00000',
  rate: 'General',
  /** For formulas that read a number: with General alone, some programs show it in the format of the cell that is read. */
  plain: 'General;"−"General',
  /** A setting of the optimizer: a slope, a share, a very small number. */
  setting: '0.0####;"−"0.0####',
  ratio: '0.0%',
  count: '0',
  /** For what only other cells read. */
  unseen: ';;;',
  /** An error that training can make very small. */
  error: '[=0]0;0.000000',
  /** The same in larger letters, beside others. */
  largeError: '0.000000',
  /** A difference that should be nothing but rounding. */
  difference: '[=0]0;0.0E+00',
} as const;

/** The number format of a role's columns. */
export function formatOf(role: Role): string {
  switch (role) {
    case 'target':
    case 'input':
      return formats.given;
    case 'setting':
      return formats.setting;
    case 'weight':
    case 'forward':
      return formats.four;
    case 'accuracy':
      return formats.ratio;
    default:
      return formats.six;
  }
}

/** Styles that several sheets share. */
export const styles = {
  sheetTitle: look({ size: 18, bold: true, color: ink.strong }),
  tableTitle: look({ size: 16, bold: true, color: ink.strong }),
  subtitle: look({ size: 10.5, color: colors.muted }),
  link: look({ size: 10, underline: true, color: colors.link }),
  head: look({ bold: true, color: colors.white, fill: ink.strong, align: 'center' }),
  typed: (format: string): Look =>
    look({ size: 11, color: colors.typed, fill: colors.typedFill, box: colors.typedBorder, format, align: 'right' }),
} as const;

/** The three header lines of a group of columns; `first` marks the column that opens the group. */
export const header = {
  group: (of: Shades, first: boolean): Look =>
    look({
      bold: true,
      color: colors.white,
      fill: of.strong,
      align: 'left',
      ...(first ? { indent: 1, left: ['thin', colors.white] } : {}),
    }),
  name: (of: Shades, first: boolean): Look =>
    look({
      bold: true,
      color: of.strong,
      fill: of.tint,
      align: 'center',
      ...(first ? { left: ['thin', colors.white] } : {}),
    }),
  formula: (of: Shades, first: boolean): Look =>
    look({
      size: 8,
      italic: true,
      color: colors.formulaText,
      fill: of.wash,
      align: 'center',
      wrap: true,
      bottom: ['medium', of.strong],
      ...(first ? { left: ['thin', colors.white] } : {}),
    }),
} as const;

const bodies = new Map<string, Look>();

/** A number in the table. `source` tells a formula of this sheet from one that reads another sheet. */
export function body(role: Role, source: 'own' | 'other', first: boolean): Look {
  const key = `${role} ${source} ${first}`;
  const style = bodies.get(key) ?? bodyLook(role, source, first);
  bodies.set(key, style);
  return style;
}

function bodyLook(role: Role, source: 'own' | 'other', first: boolean): Look {
  const total = role === 'total';
  return look({
    color: total ? colors.totalText : source === 'other' ? colors.otherSheet : colors.black,
    bold: total,
    align: 'center',
    format: formatOf(role),
    bottom: ['hair', colors.hair],
    ...(first ? { left: ['thin', colors.line] } : {}),
  });
}

/** The iteration column. */
export const iterationStyle = look({
  bold: true,
  color: colors.muted,
  fill: colors.iterationFill,
  align: 'center',
  format: '0',
  bottom: ['hair', colors.hair],
});
