import { conditional, type Expression, type Mention, negation, number, power, product, quotient, sum } from './tree.ts';

/** A formula with one slip in it. */
export interface Mutant {
  readonly tree: Expression;
  /** The slip in words, where it is not plain from what stands for what. */
  readonly slip?: {
    readonly kind: 'left out' | 'twice' | 'sign' | 'parentheses' | 'doubled' | 'halved';
    readonly part: Expression;
  };
}

/** Gives what may have been mistaken for a quantity in a row. */
export type Alternatives = (mention: Mention) => readonly Mention[];

const without = <Item>(items: readonly Item[], k: number): readonly Item[] => items.filter((_, at) => at !== k);
const negated = (part: Expression): Expression => (part.kind === 'negation' ? part.of : negation(part));

/** What a part of a formula becomes by a slip in it, its own parts left as they are. */
export function* slipsAt(tree: Expression, alternatives: Alternatives): Generator<Mutant> {
  switch (tree.kind) {
    case 'symbol':
      for (const other of alternatives(tree)) yield { tree: other };
      return;
    case 'number':
      for (const value of [tree.value + 1, tree.value - 1, tree.value * 2, tree.value / 2, -tree.value])
        yield { tree: number(value) };
      return;
    case 'sum':
      yield* sumSlips(tree.terms);
      return;
    case 'product':
      yield* productSlips(tree.factors);
      return;
    case 'quotient':
      yield* quotientSlips(tree.numerator, tree.denominator);
      return;
    case 'power':
      yield { tree: tree.base, slip: { kind: 'left out', part: tree.exponent } };
      if (tree.base.kind === 'sum') {
        const last = tree.base.terms.at(-1);
        if (last !== undefined)
          yield {
            tree: sum(...tree.base.terms.slice(0, -1), raised(last, tree.exponent)),
            slip: { kind: 'parentheses', part: tree.base },
          };
      }
      return;
    case 'negation':
      yield { tree: tree.of, slip: { kind: 'sign', part: tree.of } };
      if (tree.of.kind === 'sum' && tree.of.terms[0] !== undefined)
        yield {
          tree: sum(negation(tree.of.terms[0]), ...tree.of.terms.slice(1)),
          slip: { kind: 'parentheses', part: tree.of },
        };
      return;
    case 'exponential':
      yield { tree: tree.exponent };
      yield {
        tree: { kind: 'exponential', exponent: negated(tree.exponent) },
        slip: { kind: 'sign', part: tree.exponent },
      };
      return;
    case 'conditional':
      yield { tree: conditional(tree.a, tree.b, tree.otherwise, tree.then) };
      return;
    case 'function':
      for (const part of tree.arguments) yield { tree: part };
      return;
    case 'vanishing':
    case 'named':
      return;
  }
}

const raised = (part: Expression, exponent: Expression): Expression =>
  part.kind === 'negation' ? negation(power(part.of, exponent)) : power(part, exponent);

function* sumSlips(terms: readonly Expression[]): Generator<Mutant> {
  for (const [k, term] of terms.entries()) {
    yield { tree: sum(...terms.with(k, negated(term))), slip: { kind: 'sign', part: term } };
    if (terms.length > 1) yield { tree: sum(...without(terms, k)), slip: { kind: 'left out', part: term } };
    yield { tree: sum(...terms, term), slip: { kind: 'twice', part: term } };
  }
  if (terms.length > 1) yield { tree: product(...terms) };
  const [a, b] = terms;
  if (terms.length === 2 && a !== undefined && b !== undefined) yield { tree: quotient(a, b) };
}

function* productSlips(factors: readonly Expression[]): Generator<Mutant> {
  for (const [k, factor] of factors.entries()) {
    if (factors.length > 1) yield { tree: product(...without(factors, k)), slip: { kind: 'left out', part: factor } };
    yield { tree: product(...factors, factor), slip: { kind: 'twice', part: factor } };
    const loose = loosened(factors, k);
    if (loose !== undefined) yield { tree: loose, slip: { kind: 'parentheses', part: factor } };
    if (factors.length > 1) {
      yield { tree: quotient(product(...without(factors, k)), factor) };
      // One sign written for another: a·b·c as a·b + c, or a + b·c.
      if (k > 0) {
        yield { tree: sum(product(...factors.slice(0, k)), product(...factors.slice(k))) };
        yield { tree: sum(product(...factors.slice(0, k)), negation(product(...factors.slice(k)))) };
      }
    }
  }
  yield { tree: negation(product(...factors)), slip: { kind: 'sign', part: product(...factors) } };
}

/** a·(b + c)·d as it reads without its parentheses: a·b + c·d. */
function loosened(factors: readonly Expression[], k: number): Expression | undefined {
  const inner = factors[k];
  if (inner?.kind !== 'sum' || factors.length === 1) return undefined;
  const [before, after] = [factors.slice(0, k), factors.slice(k + 1)];
  const last = inner.terms.length - 1;
  return sum(
    ...inner.terms.map((term, t) => {
      const [sign, of] = term.kind === 'negation' ? [true, term.of] : [false, term];
      const whole = product(...(t === 0 ? before : []), of, ...(t === last ? after : []));
      return sign ? negation(whole) : whole;
    }),
  );
}

function* quotientSlips(numerator: Expression, denominator: Expression): Generator<Mutant> {
  yield { tree: numerator, slip: { kind: 'left out', part: denominator } };
  yield { tree: denominator };
  yield { tree: product(numerator, denominator) };
  yield { tree: quotient(denominator, numerator) };
  if (denominator.kind === 'sum') {
    const [first, ...rest] = denominator.terms;
    if (first !== undefined)
      yield { tree: sum(quotient(numerator, first), ...rest), slip: { kind: 'parentheses', part: denominator } };
  }
  if (numerator.kind === 'sum') {
    const last = numerator.terms.at(-1);
    if (last !== undefined)
      yield {
        tree: sum(...numerator.terms.slice(0, -1), quotient(last, denominator)),
        slip: { kind: 'parentheses', part: numerator },
      };
  }
}
