import { formulaText, symbolText, textNotation } from '../../expression/text.ts';
import type { Role } from '../../model/column.ts';
import type { Step } from '../../model/step.ts';
import { type Look, look } from '../../sheet/look.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { stepsColumns } from './layout.ts';

/** Up to so many characters, both forms fit on one line. */
const ONE_LINE = 50;

/** A step's formula in symbols; a second line says the same with definitions and other names written out. */
export function symbolsText(step: Step): string {
  const short = formulaText(step.formula);
  const full = formulaText(step.formula, {
    ...textNotation,
    symbol: (name, row) => symbolText(step.aliases.get(name) ?? name, row),
    named: () => undefined,
  });
  if (short === full) return short;
  return short.length + full.length < ONE_LINE ? `${short} = ${full}` : `${short}\n= ${full}`;
}

const PIXELS_PER_CHARACTER = 5.4;

/** Lines that a text takes in a column of so many pixels; a careful guess, for the height of its row. */
export function linesOf(text: string, width: number): number {
  const room = Math.floor((width - 10) / PIXELS_PER_CHARACTER);
  return text.split('\n').reduce((lines, line) => lines + wrappedLines(line, room), 0);
}

/** Lines of a text that breaks between words, and within words that are longer than a line. */
function wrappedLines(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = 0;
    }
    used += word.length + (used > 0 ? 1 : 0);
    lines += Math.ceil(used / room) - 1;
    used = used % room || Math.min(used, room);
  }
  return lines;
}

const hair = ['hair', colors.hair] as const;

/** Styles of the cells of a step. */
interface StepStyles {
  readonly number: Look;
  readonly quantity: Look;
  readonly symbols: Look;
  readonly numbers: Look;
  readonly result: Look;
  readonly agrees: Look;
  readonly words: Look;
}

/** How the sheet Steps looks, by role. */
export const stepStyles = {
  head: (column: number): Look => {
    const centred: readonly number[] = [
      stepsColumns.number,
      stepsColumns.agrees,
      stepsColumns.result,
      stepsColumns.startValue,
    ];
    return look({
      bold: true,
      color: colors.white,
      fill: ink.strong,
      align: centred.includes(column) ? 'center' : 'left',
    });
  },
  of: (role: Role): StepStyles => ({
    number: look({ size: 9, color: colors.muted, align: 'center', bottom: hair }),
    quantity: look({ size: 11, bold: true, color: shades[role].strong, bottom: hair }),
    symbols: look({ size: 10.5, italic: true, wrap: true, bottom: hair }),
    numbers: look({ size: 10.5, color: colors.black, wrap: true, bottom: hair }),
    result: look({
      size: 11,
      bold: true,
      color: colors.black,
      fill: shades[role].wash,
      format: formats.result,
      align: 'center',
      bottom: hair,
    }),
    agrees: look({ bold: true, color: colors.good, align: 'center', bottom: hair }),
    words: look({ color: colors.muted, wrap: true, bottom: hair }),
  }),
  startName: (role: Role | undefined): Look => {
    const shade = role === undefined ? ink : shades[role];
    return look({ bold: true, color: shade.strong, fill: shade.wash, wrap: true, bottom: hair });
  },
  startValue: look({ color: colors.otherSheet, format: formats.six, align: 'center', bottom: hair }),
  /** Wrapped, as all of these: else their text would run over the columns beside the hidden ones. */
  written: look({ size: 9, color: colors.muted, wrap: true, bottom: hair }),
} as const;
