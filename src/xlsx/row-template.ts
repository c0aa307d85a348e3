import type { ErrorValue } from '../training/cell-error.ts';
import type { Pattern, PatternCell } from './pattern.ts';
import { INDEX, MARK, ROW, type Template, VALUE } from './row-press/index.ts';

/** What cells show in place of numbers, in order; empty where all show numbers. */
export type Errors = readonly (ErrorValue | undefined)[];
export const NO_ERRORS: Errors = [];

/** The template of a row and of those after it. */
export interface RowTemplate extends Template {
  /** The first row that has longer numbers. */
  readonly until: number;
}

/** What a row is like. */
export interface RowShape {
  readonly row: number;
  /** The number of the first of its shared formulas; the others follow, cell by cell. */
  readonly index: number;
  /** How many rows share its formulas, where they stand in it; 0 where they stand in a row above. */
  readonly masterOf: number;
  readonly errors: Errors;
}

/** The templates of rows that are filled down. */
export interface RowTemplates {
  /** The first row that is filled down. */
  readonly firstRow: number;
  /** How many cells a row has. */
  readonly cells: number;
  of(shape: RowShape): RowTemplate;
}

/** Makes templates when they are asked for, and keeps those that fit again. */
export function rowTemplates(pattern: Pattern): RowTemplates {
  let kept: readonly Made[] = [];
  const of = (shape: RowShape): Made => {
    const known = kept.find((made) => fits(made, shape));
    if (known !== undefined) return known;
    const made = madeOf(pattern, shape);
    // Rows of errors are seldom the same again.
    if (shape.errors === NO_ERRORS) kept = [made, ...kept].slice(0, MOST_KEPT);
    return made;
  };
  return { firstRow: pattern.row + 1, cells: pattern.cells.length, of };
}

/** That of the first row of a group and that of the others, now and where numbers become longer. */
const MOST_KEPT = 4;

/** A template with the rows and numbers of formulas that it is for. */
interface Made extends RowTemplate {
  readonly masterOf: number;
  readonly rows: Moving;
  readonly indices: Moving;
}

const fits = ({ masterOf, rows, indices }: Made, shape: RowShape): boolean =>
  shape.errors === NO_ERRORS &&
  shape.masterOf === masterOf &&
  rows.includes(shape.row) &&
  indices.includes(shape.index);

function madeOf({ row: patternRow, attributes, cells }: Pattern, { row, index, masterOf, errors }: RowShape): Made {
  const offsets: number[] = [];
  const rows = new Moving(ROW, row, offsets);
  const indices = new Moving(INDEX, index, offsets);
  const shifted = ({ texts, rows: moving }: NonNullable<PatternCell['formula']>): string =>
    texts.reduce((text, each, k) => `${text}${rows.at((moving[k - 1] as number) - patternRow)}${each}`);
  const cell = ({ letters, style, formula, shared, constant }: PatternCell, c: number): string => {
    const begin = `<c r="${letters}${rows.at(0)}"${style}`;
    if (formula === undefined) return begin + constant;
    const error = errors[c];
    const type = error === undefined ? '' : ' t="e"';
    const value = error === undefined ? VALUE : `${error}${MARK}`;
    if (!shared) return `${begin}${type}><f>${shifted(formula)}</f><v>${value}</v></c>`;
    if (masterOf === 0) return `${begin}${type}><f t="shared" si="${indices.at(c)}"/><v>${value}</v></c>`;
    const range = `${letters}${rows.at(0)}:${letters}${rows.at(masterOf - 1)}`;
    return `${begin}${type}><f t="shared" ref="${range}" si="${indices.at(c)}">${shifted(formula)}</f><v>${value}</v></c>`;
  };
  const text = `${MARK}<row r="${rows.at(0)}"${attributes}>${cells.map(cell).join('')}</row>`;
  const shown = [...cells.keys()].filter((c) => cells[c]?.formula !== undefined && errors[c] === undefined);
  return { text, offsets, cells: shown, masterOf, rows, indices, until: rows.until };
}

/** Numbers in a template, each a base and an offset: as long as they are for one base, and for which others that holds. */
class Moving {
  from = 0;
  until = Number.POSITIVE_INFINITY;
  readonly #byte: string;
  readonly #base: number;
  readonly #offsets: number[];

  /** @param offsets takes those of all numbers in the template, in order */
  constructor(byte: string, base: number, offsets: number[]) {
    this.#byte = byte;
    this.#base = base;
    this.#offsets = offsets;
  }

  /** The place of one more number. */
  at(offset: number): string {
    const { length } = String(this.#base + offset);
    this.#offsets.push(offset);
    this.from = Math.max(this.from, (length === 1 ? 0 : 10 ** (length - 1)) - offset);
    this.until = Math.min(this.until, 10 ** length - offset);
    return this.#byte.repeat(length);
  }

  /** Whether all are as long for this base. */
  includes(base: number): boolean {
    return base >= this.from && base < this.until;
  }
}
