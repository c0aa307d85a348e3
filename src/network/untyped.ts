import { EXCEL_COLUMNS } from './limits.ts';

/** Parts of a network file that nobody has checked yet. */

/** Whether a value is a list. */
export const isList = Array.isArray as (value: unknown) => value is readonly unknown[];

/** A field of an object, or an entry of a list; undefined where there is none. */
export function field(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
}

/** A list, empty where there is none, or one of more entries than there may be. */
export function listAt(value: unknown, key: string, most: number = EXCEL_COLUMNS): readonly unknown[] {
  const list = field(value, key);
  return isList(list) && list.length <= most ? list : [];
}

/** How many units a layer has, as far as that can be told. */
export function unitsOf(layer: unknown): number | undefined {
  const weights = field(layer, 'weights');
  if (isList(weights)) return weights.length;
  const units = field(layer, 'units');
  return typeof units === 'number' && Number.isInteger(units) && units > 0 ? units : undefined;
}
