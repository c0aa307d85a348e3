import type { Column } from '../../model/column.ts';
import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { absolute } from '../../sheet/address.ts';
import { inOneOrder } from '../in-order.ts';
import type { ChoiceCells } from '../own-choice.ts';
import { CURVE_POINTS, type LandscapePlan, PATH_POINTS } from './plan.ts';

/** The sheet that shows the error over a weight. */
export const LANDSCAPE_SHEET = 'Landscape';

/** The chart on the left: its first cell and its size in columns and rows. */
export const CHART = { row: 8, column: 2, columns: 10, rows: 20 } as const;

/** The first cell of the map. */
export const MAP = { row: 8, column: 14 } as const;

/** The first column of the working, right of the largest map. */
const WORKING = MAP.column + 19;

/** Rows of the working's tables: the chosen weights, the points of the step, the tangent, the colours of the map. */
export const tableRows = { chosen: 5, points: 9, tangent: 13, scale: 17, floor: 20, after: 21, path: 5 } as const;

/** Columns of the chosen weights, of points and of the path, counted from the first of their table. */
export const chosenColumns = {
  role: 0,
  name: 1,
  number: 2,
  column: 3,
  gradientColumn: 4,
  now: 5,
  gradient: 6,
  next: 7,
  step: 8,
} as const;
export const pointColumns = { role: 0, x: 1, total: 2, column: 3, row: 4 } as const;
export const pathColumns = { iteration: 0, first: 1, second: 2, total: 3, x: 4, y: 5, column: 6, row: 7 } as const;
export const scaleColumns = { low: 1, middle: 2, high: 3 } as const;
export const gridColumns = { number: 0, across: 1, up: 2, first: 3, second: 4 } as const;

/** Where the choice stands, in row 3: a label, then the cell, for each. */
export const CHOSEN_AT = { row: 3, weight: 3, second: 5, rate: 7, iteration: 9, range: 11 } as const;

/** The column of the range that counts, counted from the first of the working. */
export const USED_RANGE = 4;

/** Where everything stands on the sheet Landscape; rows and columns counted from 1. */
export interface LandscapeLayout {
  readonly cells: ChoiceCells;
  /** The range that is typed, and the one that counts. */
  readonly typedRange: string;
  readonly range: string;
  readonly working: number;
  readonly path: number;
  readonly gridTitle: number;
  readonly nameRow: number;
  readonly numberRow: number;
  readonly baseRow: number;
  /** The row of the step, then those of the curve, then those of the map. */
  readonly stepRow: number;
  readonly curveRow: number;
  readonly mapRow: number;
  readonly lastRow: number;
  /** A cell of the chosen weights: 0 the first, 1 the second. */
  chosen(which: number, column: keyof typeof chosenColumns): string;
  /** The column of a quantity in the grid, and those that the chart draws. */
  column(name: string): number;
  readonly xColumn: number;
  readonly drawnColumn: number;
  /** The row of the map's point, both counted from its top left corner. */
  mapPoint(row: number, column: number): number;
  /** The names of all weights that can be chosen. */
  readonly names: string;
  /** E_total as it is. */
  readonly now: string;
  /** E_total of the next iteration. */
  readonly after: string;
  scale(column: keyof typeof scaleColumns): string;
  /** All cells of the map. */
  readonly mapCells: string;
}

/** The cell with the position of the run that is chosen. */
export const landscapePosition = (): string => absolute(CHOSEN_AT.row, WORKING + 1);

/**
 * Lays out the pictures on the left, and on the right, one below the other, all that they are made of.
 *
 * @param sharing the plans of all runs that the sheet can show
 */
export function landscapeLayout(plan: LandscapePlan, sharing: readonly LandscapePlan[] = [plan]): LandscapeLayout {
  const { trained, side } = plan;
  const all = (of: 'held' | 'trained' | 'computed'): readonly Column[] =>
    inOneOrder(
      sharing.map((each) => each[of]),
      ({ name }) => name,
    );
  const held = all('held');
  const gridTitle = Math.max(tableRows.path + PATH_POINTS, CHART.row + CHART.rows) + 3;
  const nameRow = gridTitle + 1;
  const baseRow = gridTitle + 3;
  const first = WORKING + Object.keys(gridColumns).length;
  const positions = new Map([...held, ...all('trained'), ...all('computed')].map(({ name }, k) => [name, first + k]));
  const column = (name: string): number => {
    const position = positions.get(name);
    if (position === undefined) throw new RangeError(`The landscape has no ${name}.`);
    return position;
  };
  const xColumn = first + positions.size;
  const mapRow = baseRow + 2 + CURVE_POINTS;
  const namesFirst = first + held.length;
  return {
    cells: {
      rate: absolute(CHOSEN_AT.row, CHOSEN_AT.rate),
      typedIteration: absolute(CHOSEN_AT.row, CHOSEN_AT.iteration),
      position: landscapePosition(),
      iteration: absolute(CHOSEN_AT.row, WORKING + 2),
    },
    typedRange: absolute(CHOSEN_AT.row, CHOSEN_AT.range),
    range: absolute(CHOSEN_AT.row, WORKING + USED_RANGE),
    working: WORKING,
    path: WORKING + Object.keys(chosenColumns).length + 1,
    gridTitle,
    nameRow,
    numberRow: nameRow + 1,
    baseRow,
    stepRow: baseRow + 1,
    curveRow: baseRow + 2,
    mapRow,
    lastRow: mapRow + side * side - 1,
    chosen: (which, of) => absolute(tableRows.chosen + 1 + which, WORKING + chosenColumns[of]),
    column,
    xColumn,
    drawnColumn: xColumn + 1,
    mapPoint: (row, at) => mapRow + row * side + at,
    names: `${absolute(nameRow, namesFirst)}:${absolute(nameRow, namesFirst + trained.length - 1)}`,
    now: absolute(baseRow, column(TOTAL_ERROR)),
    after: absolute(tableRows.after, WORKING + 1),
    mapCells: `${absolute(MAP.row, MAP.column)}:${absolute(MAP.row + side - 1, MAP.column + side - 1)}`,
    scale: (of) => absolute(tableRows.scale + 1, WORKING + scaleColumns[of]),
  };
}
