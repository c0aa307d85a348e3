import { limits } from './limits.ts';
import { fromOpenFormula } from './open-formula.ts';
import type { Cell } from './sheet.ts';
import type { Attribute } from './xml.ts';

/** What a cell holds, wherever it stands. */
export interface OpenCell extends Pick<Cell, 'value' | 'written' | 'error'> {
  /** As Excel writes it, without `=`. */
  readonly formula: string | undefined;
}

/** What the attributes of a cell say of it. @param shown its text */
export type CellReader = (shown: string) => OpenCell | undefined;

/** Errors as they are shown: those of Excel, and those that LibreOffice has only numbers for. */
const ERROR = /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3})$/;

/**
 * Reads a cell.
 * Source: OASIS, "Open Document Format for Office Applications 1.3", part 3, 9.1.4 and 19.384 to 19.389.
 *
 * @returns what gives its content, or undefined where it is empty, once its text is known
 */
export function cellReader(attribute: Attribute): CellReader {
  const type = attribute('office:value-type');
  // LibreOffice says of errors that they are texts, and writes beside it what they are.
  const isError = attribute('calcext:value-type') === 'error';
  const written = digitsOf(type, attribute);
  const text = attribute('office:string-value');
  const source = attribute('table:formula');
  return (shown) => {
    const formula = source === undefined ? undefined : fromOpenFormula(source);
    if (isError || (formula !== undefined && ERROR.test(shown))) return { value: undefined, error: shown, formula };
    if (written !== undefined) {
      const value = Number(written);
      return Number.isFinite(value) ? { value, written, formula } : { value: undefined, formula };
    }
    const value = (text ?? '') === '' ? shown : text?.slice(0, limits.text);
    if (value !== '' && value !== undefined) return { value, formula };
    return formula === undefined ? undefined : { value: undefined, formula };
  };
}

/** The number of a cell in digits; undefined of a text. */
function digitsOf(type: string | undefined, attribute: Attribute): string | undefined {
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency':
      return attribute('office:value') ?? '';
    case 'boolean':
      return attribute('office:boolean-value') === 'true' ? '1' : '0';
    case 'date':
      return String(daysOf(attribute('office:date-value') ?? ''));
    case 'time':
      return String(dayPart(attribute('office:time-value') ?? ''));
    default:
      return undefined;
  }
}

const DAY = 86_400_000;

/** A date as the number that a spreadsheet has for it: days from 1899-12-30. */
function daysOf(date: string): number {
  const [day, time = '00:00:00'] = date.slice(0, 40).split('T');
  return (Date.parse(`${day}T${time}Z`) - Date.UTC(1899, 11, 30)) / DAY;
}

/** A time such as PT10H30M00S as a part of a day. */
function dayPart(time: string): number {
  const [, hours, minutes = 0, seconds = 0] = /^PT(\d{1,9})H(?:(\d{1,9})M(?:([\d.]{1,30})S)?)?$/.exec(time) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
