import type { Place } from '../file/address.ts';

/** A reference to a cell: fixed (`$`) parts as they are, the others as distances from the cell that holds the formula. */
export interface Reference {
  readonly kind: 'cell';
  readonly sheet: string | undefined;
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A cell's formula as a tree. */
export type Ast =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | Reference
  | { readonly kind: 'range'; readonly from: Reference; readonly to: Reference }
  | { readonly kind: 'sign'; readonly of: Ast }
  | { readonly kind: 'percent'; readonly of: Ast }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Ast; readonly right: Ast }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Ast[] };

/** What a part of a formula is made of; a range counts as whole. */
export function partsOf(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'sign':
    case 'percent':
      return [ast.of];
    case 'binary':
      return [ast.left, ast.right];
    case 'call':
      return ast.of;
    default:
      return [];
  }
}

/** The cell that a reference means in the formula of a cell. */
export const targetOf = (reference: Reference, at: Place): Place => ({
  row: reference.fixedRow ? reference.row : at.row + reference.row,
  column: reference.fixedColumn ? reference.column : at.column + reference.column,
});
