import { absolute } from '../../sheet/address.ts';
import { countWithin, numberWithin, positionIn, type Typed } from '../numbers/fallback.ts';
import { written } from '../numbers/written-number.ts';
import { typedChoice } from '../own-choice.ts';
import { CHOICE } from './layout.ts';
import { rangeOf } from './numbers.ts';
import type { SurfaceParts } from './surface.ts';
import { surfaceWords } from './words.ts';

type Parts = Pick<SurfaceParts, 'book' | 'plan' | 'layout'>;

/** Numbers that a line may be drawn at. */
export const LEVELS = { from: -1e9, to: 1e9 } as const;

/** What counts of the cells of the choice: of the axes and of the sample only where inputs are held, of the output where there are several. */
export interface SurfaceTyped {
  readonly rate: Typed;
  readonly iteration: Typed;
  readonly output?: Typed;
  readonly axes?: readonly [across: Typed, up: Typed];
  readonly sample?: Typed;
}

export function surfaceTyped({ book, plan, layout }: Parts): SurfaceTyped {
  const { missing } = surfaceWords;
  const { row, axesRow, rate, iteration, output } = CHOICE;
  const axis = (column: number, number: number): Typed => ({
    of: positionIn(absolute(axesRow, column), inputNames({ layout }), number),
    missing: missing.input(book.topology.inputs[number - 1]?.name ?? ''),
  });
  return {
    ...typedChoice(book, layout.cells),
    ...(plan.chosen
      ? {
          output: {
            of: positionIn(absolute(row, output.column), outputNames({ book, layout })),
            missing: missing.output,
          },
        }
      : {}),
    ...(plan.held
      ? {
          axes: [axis(rate.column, 1), axis(iteration.column, 2)],
          sample: { of: countWithin(absolute(axesRow, output.column), plan.samples), missing: missing.sample },
        }
      : {}),
  };
}

/** What counts of the level that is typed; undefined where the targets alone tell it. */
export function typedLevel({ book, layout }: Parts): Typed | undefined {
  const range = rangeOf(book.topology);
  if (range === undefined) return undefined;
  return {
    of: numberWithin(layout.drawn('typed'), LEVELS, range.level),
    missing: surfaceWords.missing.level(written(range.level, 'alone')),
  };
}

/** The names of the outputs, and of the inputs, as their tables of weights have them. */
export function outputNames({ book, layout }: Pick<Parts, 'book' | 'layout'>): string {
  const { headRow = 0, firstUnit = 0 } = layout.tables.at(-1) ?? {};
  const last = firstUnit + (book.topology.layers.at(-1)?.units.length ?? 1) - 1;
  return `${absolute(headRow, firstUnit)}:${absolute(headRow, last)}`;
}

export function inputNames({ layout }: Pick<Parts, 'layout'>): string {
  const { firstRow = 0, lastRow = 0 } = layout.tables[0] ?? {};
  return `${absolute(firstRow, layout.working)}:${absolute(lastRow, layout.working)}`;
}
