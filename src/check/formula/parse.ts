import type { CellPosition } from '../file/address.ts';
import { limits } from '../file/limits.ts';
import type { Ast, Operator } from './ast.ts';
import { NotAFormula, reasons, type Token, tokensOf } from './tokens.ts';

/** Parts within parts, where a chain such as a + b + c counts as one: what reads trees relies on it. */
const MAX_DEPTH = 200;

/** Operators by how tightly they bind. Source: Microsoft, "Calculation operators and precedence in Excel". */
const levels: Readonly<Record<Operator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** What waits for its right operand or its closing parenthesis. */
type Waiting =
  | { readonly kind: 'sign' }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'open'; readonly call: string | undefined; readonly from: number };

/** A part of a formula and how deep it goes. */
interface Part {
  readonly ast: Ast;
  readonly depth: number;
}

/** Gives what a defined name stands for. */
export type NameMeaning = (name: string) => Ast | undefined;

/**
 * Reads a cell's formula without its `=`. The operators bind as in Excel: a sign before ^, and ^ from the left.
 *
 * @param home the cell that holds the text
 * @throws NotAFormula where it is none that is read here; the message says why
 */
export function parseFormula(text: string, home: CellPosition, meaning?: NameMeaning): Ast {
  if (text.length > limits.formula) throw new NotAFormula(reasons.tooLong);
  return treeOf(tokensOf(text, home), meaning);
}

/** Reads tokens by the shunting-yard algorithm (Dijkstra, 1961): with stacks of its own, so that no formula is too deep for it. */
export function treeOf(tokens: readonly Token[], meaning: NameMeaning = () => undefined): Ast {
  const parts: Part[] = [];
  const waiting: Waiting[] = [];
  /** Whether an operand is to come. */
  let operand = true;

  const broken = (): NotAFormula => new NotAFormula(reasons.unknown);
  const push = (ast: Ast, depth: number): void => {
    if (depth > MAX_DEPTH) throw new NotAFormula(reasons.tooLong);
    parts.push({ ast, depth });
  };
  const pop = (): Part => {
    const part = parts.pop();
    if (part === undefined) throw broken();
    return part;
  };
  const finish = ({
    kind,
    operator,
  }: Extract<Waiting, { kind: 'operator' }> | { kind: 'sign'; operator?: undefined }) => {
    const right = pop();
    if (kind === 'sign') {
      push({ kind, of: right.ast }, right.depth + 1);
      return;
    }
    const left = pop();
    const chain = left.ast.kind === 'binary' ? left.depth : left.depth + 1;
    push({ kind: 'binary', operator, left: left.ast, right: right.ast }, Math.max(chain, right.depth + 1));
  };
  /** Finishes all that binds at least so tightly. */
  const settle = (level: number): void => {
    for (let top = waiting.at(-1); top !== undefined && top.kind !== 'open'; top = waiting.at(-1)) {
      if (top.kind === 'operator' && levels[top.operator] < level) return;
      waiting.pop();
      finish(top);
    }
  };
  /** Ends an argument or what stands in parentheses; an operator must have had its right operand. */
  const end = (): void => {
    if (operand && waiting.at(-1)?.kind !== 'open') throw broken();
    settle(0);
  };
  const percent = (): void => {
    if (operand) throw broken();
    const { ast, depth } = pop();
    push({ kind: 'percent', of: ast }, depth + 1);
  };
  const open = (call?: string): void => {
    if (!operand) throw broken();
    waiting.push({ kind: 'open', call, from: parts.length });
  };
  const close = (): void => {
    end();
    const opening = waiting.pop();
    if (opening?.kind !== 'open') throw broken();
    const { call, from } = opening;
    if (call === undefined) {
      if (operand || parts.length !== from + 1) throw broken();
      return;
    }
    // An argument that is left out is 0, as in IF(A1>0,,1).
    if (operand && parts.length > from) push(MISSING, 1);
    const of = parts.splice(from);
    if (of.length === 0 && (call === 'TRUE' || call === 'FALSE')) push({ kind: 'boolean', value: call === 'TRUE' }, 1);
    else
      push(
        { kind: 'call', name: call, of: of.map(({ ast }) => ast) },
        1 + of.reduce((most, { depth }) => Math.max(most, depth), 0),
      );
    operand = false;
  };
  const separate = (): void => {
    end();
    const opening = waiting.at(-1);
    if (opening?.kind !== 'open' || opening.call === undefined) throw broken();
    if (operand) push(MISSING, 1);
    operand = true;
  };
  const sign = (minus: boolean): void => {
    if (!minus) return;
    // Of many signs two are as good as none, except that they make a number of TRUE or a text.
    const [last, before] = [waiting.at(-1), waiting.at(-2)];
    if (last?.kind === 'sign' && before?.kind === 'sign') waiting.pop();
    else waiting.push({ kind: 'sign' });
  };
  const operator = (token: Extract<Token, { kind: 'operator' }>): void => {
    if (operand && (token.operator === '-' || token.operator === '+')) sign(token.operator === '-');
    else if (operand) throw broken();
    else {
      settle(levels[token.operator]);
      waiting.push(token);
      operand = true;
    }
  };
  const marks: Readonly<Record<'(' | ')' | ',' | '%', () => void>> = {
    '(': open,
    ')': close,
    ',': separate,
    '%': percent,
  };
  const take = (token: Token): void => {
    if (token.kind === 'operator') operator(token);
    else if (token.kind === 'mark') marks[token.mark]();
    else if (token.kind === 'call') open(token.name);
    else if (!operand) throw broken();
    else {
      push(token.kind === 'name' ? named(token, meaning) : token, 1);
      operand = false;
    }
  };

  for (const token of tokens) take(token);
  settle(0);
  const [whole] = parts;
  if (operand || whole === undefined || parts.length > 1 || waiting.length > 0) throw broken();
  return whole.ast;
}

const MISSING: Ast = { kind: 'number', value: 0 };

function named(token: Extract<Token, { kind: 'name' }>, meaning: NameMeaning): Ast {
  if (/^(?:true|false)$/i.test(token.name)) return { kind: 'boolean', value: token.name.length === 4 };
  return meaning(token.name) ?? { kind: 'name', name: token.name };
}
