import type { CellPosition } from '../file/address.ts';

/** A reference to a cell: fixed (`$`) parts as they are, the others as distances from the cell that holds the formula. */
export interface Reference {
  readonly kind: 'cell';
  readonly sheet: string | undefined;
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** A range of cells by two of its corners, on the sheet of the first. */
export interface Range {
  readonly kind: 'range';
  readonly from: Reference;
  readonly to: Reference;
}

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** An operator with its operands. */
export interface Binary {
  readonly kind: 'binary';
  readonly operator: Operator;
  readonly left: Ast;
  readonly right: Ast;
}

/** A function with its arguments. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly of: readonly Ast[];
}

/** A cell's formula as a tree. */
export type Ast =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** An error in place of what was there, such as `#REF!`. */
  | { readonly kind: 'error'; readonly error: string }
  /** A defined name that stands for no cell, range or number. */
  | { readonly kind: 'name'; readonly name: string }
  | Reference
  | Range
  | { readonly kind: 'sign'; readonly of: Ast }
  | { readonly kind: 'percent'; readonly of: Ast }
  | Binary
  | Call;

/** What a part of a formula is made of; a range counts as whole. */
export function astParts(ast: Ast): readonly Ast[] {
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

/** A chain such as a + b − c · d from its left end: so a long sum is read in a loop, however many terms it has. */
export interface OperatorChain {
  readonly first: Ast;
  /** The operators from the left, each with its right operand. */
  readonly rest: readonly Binary[];
}

/** An operator with all that stands to its left as a chain. */
export function chainOf(ast: Binary): OperatorChain {
  const rest: Binary[] = [];
  let first: Ast = ast;
  for (; first.kind === 'binary'; first = first.left) rest.push(first);
  return { first, rest: rest.reverse() };
}

/** The cell that a reference means in the formula of a cell. */
export const targetOf = (reference: Reference, at: CellPosition): CellPosition => ({
  row: reference.fixedRow ? reference.row : at.row + reference.row,
  column: reference.fixedColumn ? reference.column : at.column + reference.column,
});

/** The rows and columns of a range, with both ends. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The area that a range means in the formula of a cell; its corners may be any two that face each other. */
export function areaOf({ from, to }: Range, at: CellPosition): Area {
  const [a, b] = [targetOf(from, at), targetOf(to, at)];
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** How many cells an area has. */
export const astSize = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

/** References to the cells of a range, row by row; what is fixed at both corners is fixed in them. */
export function cellsOf(range: Range, at: CellPosition): readonly Reference[] {
  const area = areaOf(range, at);
  const fixedRow = range.from.fixedRow && range.to.fixedRow;
  const fixedColumn = range.from.fixedColumn && range.to.fixedColumn;
  const columns = area.right - area.left + 1;
  return Array.from({ length: astSize(area) }, (_, k) => ({
    kind: 'cell',
    sheet: range.from.sheet,
    row: area.top + Math.floor(k / columns) - (fixedRow ? 0 : at.row),
    column: area.left + (k % columns) - (fixedColumn ? 0 : at.column),
    fixedRow,
    fixedColumn,
  }));
}

/** A formula as a text that is the same for all copies of it, wherever they stand. */
export function patternOf(ast: Ast): string {
  const pieces: string[] = [];
  const write = (node: Ast): void => {
    switch (node.kind) {
      case 'binary': {
        const { first, rest } = chainOf(node);
        pieces.push('('.repeat(rest.length));
        write(first);
        for (const { operator, right } of rest) {
          pieces.push(operator);
          write(right);
          pieces.push(')');
        }
        return;
      }
      case 'sign':
      case 'percent':
        pieces.push(node.kind === 'sign' ? '-' : '%');
        write(node.of);
        return;
      case 'call':
        pieces.push(node.name, '(');
        for (const each of node.of) {
          write(each);
          pieces.push(',');
        }
        pieces.push(')');
        return;
      case 'range':
        pieces.push(relativeText(node.from), ':', relativeText(node.to));
        return;
      case 'cell':
        pieces.push(relativeText(node));
        return;
      case 'text':
        pieces.push(JSON.stringify(node.value));
        return;
      case 'number':
      case 'boolean':
        pieces.push(String(node.value));
        return;
      case 'error':
        pieces.push(node.error);
        return;
      case 'name':
        pieces.push(node.name.toLowerCase());
    }
  };
  write(ast);
  return pieces.join('');
}

/** A reference as a text that says the distances. */
export const relativeText = ({ sheet, row, column, fixedRow, fixedColumn }: Reference): string =>
  `${sheet === undefined ? '' : `'${sheet.toLowerCase()}'!`}R${fixedRow ? row : `[${row}]`}C${fixedColumn ? column : `[${column}]`}`;
