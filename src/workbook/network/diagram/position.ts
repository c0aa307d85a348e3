/** A cell, counted from 1. */
export interface Position {
  readonly row: number;
  readonly column: number;
}
