import { errorShown } from '../training/cell-error.ts';

/**
 * Numbers as a spreadsheet shows them in a number format (ECMA-376 Part 1, 18.8.31): as much of its notation as our sheets use. Sections by
 * sign or by condition, digits `0` and `#`, percent, powers of ten, texts in quotes, General, and `_x`, the room of a character.
 */

/** A space as wide as a digit. */
export const ROOM = '\u2007';

/** A number, or the error that it stands for, as a cell of this format shows it. */
export function formatted(value: number, format = 'General'): string {
  const error = errorShown(value);
  if (error !== undefined) return error;
  const sections = format.split(';');
  const conditions = sections.map((section) => /^\[([<>=]+)([^\]]+)\]/.exec(section));
  if (conditions.some(Boolean)) {
    const at = conditions.findIndex((each) => each === null || holds(value, each[1] ?? '', Number(each[2])));
    return inSection(value, (sections[at] ?? 'General').replace(/^\[[^\]]*\]/, ''));
  }
  const [positive = 'General', negative, zero] = sections;
  if (value === 0 && zero !== undefined) return inSection(0, zero);
  if (value < 0) return negative === undefined ? `-${inSection(-value, positive)}` : inSection(-value, negative);
  return inSection(value, positive);
}

function holds(value: number, comparison: string, bound: number): boolean {
  switch (comparison) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    default:
      return value === bound;
  }
}

/** A text in quotes, the room of a character, General, a number with its parts, or any other character. */
const PARTS = /"([^"]*)"|_(.)|(General)|([0#]+)(?:\.([0#]+))?(%)?(?:E\+(0+))?|(.)/gsu;

const inSection = (value: number, section: string): string =>
  section.replace(PARTS, (_, quoted, room, general, whole, decimals = '', percent = '', exponent, other) => {
    if (general !== undefined) return generalText(value);
    if (whole !== undefined)
      return exponent === undefined
        ? `${fixed(percent === '' ? value : 100 * value, whole, decimals)}${percent}`
        : scientific(value, decimals.length, exponent.length);
    return quoted ?? (room === undefined ? other : ROOM);
  });

/** With at least as many decimals as there are zeros in the format, and no more than it has places. */
function fixed(value: number, whole: string, decimals: string): string {
  const least = decimals.replaceAll('#', '').length;
  const digits = plain(value, decimals.length);
  const [before = '', after = ''] = digits.split('.');
  const kept = after.replace(/0+$/, '').padEnd(least, '0');
  const padded = before.padStart(whole.replaceAll('#', '').length, '0');
  return kept === '' ? padded : `${padded}.${kept}`;
}

/** Rounded by its decimal form of 15 digits, as spreadsheets do; beyond these digits, zeros. */
function plain(value: number, decimals: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  if (Number(exponent) > 20) return BigInt(Math.round(value)).toString();
  const shifted = `${mantissa}e${Number(exponent) + decimals}`;
  return Number(`${Math.round(Number(shifted))}e-${decimals}`).toFixed(decimals);
}

function scientific(value: number, decimals: number, places: number): string {
  const [mantissa = '', exponent = '+0'] = value.toExponential(decimals).split('e');
  return `${mantissa}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(places, '0')}`;
}

/** As many digits as an ordinary cell has room for. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-4)) {
    const [mantissa = '', exponent = '+0'] = value.toExponential(5).split('e');
    return `${Number(mantissa)}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
  }
  return String(Number(value.toPrecision(10)));
}
