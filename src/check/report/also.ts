import { type CellPosition, columnNumber, positionOf } from '../file/address.ts';
import type { Finding, Spot, TableReport } from '../finding.ts';
import { listed, nameText } from './words.ts';

/** Places that are named, and right formulas that are shown of them. */
const MOST_PLACES = 8;
const MOST_FORMULAS = 3;

/** Where else a mistake stands. */
export interface Also {
  readonly sentence: string;
  /** Right formulas that are others than the first one filled to their cells. */
  readonly corrections: readonly (readonly [cell: string, formula: string])[];
}

/** @param tables all that were judged, to tell whether a mistake stands on every sheet */
export function alsoOf(finding: Finding, tables: readonly TableReport[]): Also | undefined {
  const { also = [], sheet } = finding;
  if (also.length === 0) return undefined;
  const sheets = new Set(tables.map((table) => table.sheet));
  const places = placesBySheet(finding, also);
  const everywhere = sheets.size > 1 && [...sheets].every((name) => places.has(name));
  const alike = everywhere && new Set(places.values()).size === 1;
  const spots = alike ? also.filter((spot) => spot.sheet === sheet) : also;
  const list = listed(
    spots.map((spot) => spotText(spot, alike)),
    MOST_PLACES,
    'place',
  );
  const all = everywhere ? ` on all ${sheets.size} sheets` : '';
  const others = list === '' ? '' : alike ? `, also in ${list}` : `: ${list}`;
  return {
    sentence: `The same${finding.mistake ? ' mistake' : ''}${all}${others}.`,
    corrections: otherFormulas(finding, spots).map((spot) => [
      alike ? spot.cell : `${nameText(spot.sheet)}!${spot.cell}`,
      spot.correction ?? '',
    ]),
  };
}

/** The cells and quantities of a mistake on each sheet, in one text. */
function placesBySheet(finding: Finding, also: readonly Spot[]): ReadonlyMap<string, string> {
  const places = new Map<string, string[]>();
  for (const { sheet, cell, quantity } of [finding, ...also]) {
    const place = `${cell} ${quantity}`;
    const known = places.get(sheet);
    if (known === undefined) places.set(sheet, [place]);
    else known.push(place);
  }
  return new Map([...places].map(([sheet, all]) => [sheet, all.sort().join()]));
}

const spotText = ({ sheet, cell, quantity }: Spot, alike: boolean): string =>
  `${alike ? '' : `${nameText(sheet)}!`}${cell}${quantity === undefined ? '' : ` (${quantity})`}`;

/** The first places whose right formula is not one of those before, filled to other cells. */
function otherFormulas({ correction = '', cell = 'A1' }: Finding, spots: readonly Spot[]): readonly Spot[] {
  const known = new Set([asFilled(correction, cell)]);
  return spots
    .filter((spot) => {
      if (spot.correction === undefined) return false;
      const formula = asFilled(spot.correction, spot.cell);
      const isNew = !known.has(formula);
      known.add(formula);
      return isNew;
    })
    .slice(0, MOST_FORMULAS);
}

const ADDRESS = /(\$?)\b([A-Z]{1,3})(\$?)([1-9]\d{0,6})\b(?![(!])/g;

/** A formula with distances in place of addresses, which stay the same when it is filled to other cells. */
function asFilled(formula: string, cell: string): string {
  const home: CellPosition = positionOf(cell) ?? { row: 0, column: 0 };
  return formula.replace(ADDRESS, (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
    const column = fixedColumn === '' ? columnNumber(letters) - home.column : letters;
    const row = fixedRow === '' ? Number(digits) - home.row : digits;
    return `${fixedColumn}[${column}]${fixedRow}[${row}]`;
  });
}
