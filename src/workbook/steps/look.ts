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

/** Sizes of the texts of a step, in points. */
export const stepTextSizes = { quantity: 11, symbols: 10.5, numbers: 10.5, words: 10 } as const;

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
  bar: (strong: string): Look => look({ size: 12, bold: true, color: colors.white, fill: strong }),
  of: (role: Role): StepStyles => ({
    number: look({ size: 9, color: colors.muted, align: 'center', bottom: hair }),
    quantity: look({ size: stepTextSizes.quantity, bold: true, color: shades[role].strong, bottom: hair }),
    symbols: look({ size: stepTextSizes.symbols, italic: true, wrap: true, bottom: hair }),
    numbers: look({ size: stepTextSizes.numbers, color: colors.black, wrap: true, bottom: hair }),
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
    words: look({ size: stepTextSizes.words, color: colors.muted, wrap: true, bottom: hair }),
  }),
  startName: (role: Role | undefined): Look => {
    const shade = role === undefined ? ink : shades[role];
    return look({ bold: true, color: shade.strong, fill: shade.wash, wrap: true, bottom: hair });
  },
  startValue: look({ color: colors.otherSheet, format: formats.six, align: 'center', bottom: hair }),
  /** Wrapped, as all of these: else their text would run over the columns beside the hidden ones. */
  written: look({ size: 9, color: colors.muted, wrap: true, bottom: hair }),
} as const;
