import { functions } from '../../expression/evaluate.ts';
import type { Expression, Row } from '../../expression/tree.ts';

/** Gives the number of a name in a row, seen from the one at hand. */
export type NumberOf = (name: string, row: Row) => number;

/** A formula that is calculated again and again. */
export type Compiled = (numberOf: NumberOf) => number;

/** Turns a tree into a function; what has no value in a cell is not finite. */
export function compiled(tree: Expression): Compiled {
  switch (tree.kind) {
    case 'number': {
      const { value } = tree;
      return () => value;
    }
    case 'symbol': {
      const { name, row } = tree;
      return (numberOf) => numberOf(name, row);
    }
    case 'sum': {
      const terms = tree.terms.map(compiled);
      return (numberOf) => {
        let total = 0;
        for (const term of terms) total += term(numberOf);
        return total;
      };
    }
    case 'product': {
      const factors = tree.factors.map(compiled);
      return (numberOf) => {
        let result = 1;
        for (const factor of factors) result *= factor(numberOf);
        return result;
      };
    }
    case 'quotient': {
      const [a, b] = [compiled(tree.numerator), compiled(tree.denominator)];
      return (numberOf) => {
        const [above, below] = [a(numberOf), b(numberOf)];
        return Number.isFinite(below) ? above / below : Number.NaN;
      };
    }
    case 'power': {
      const [base, exponent] = [compiled(tree.base), compiled(tree.exponent)];
      return (numberOf) => base(numberOf) ** exponent(numberOf);
    }
    case 'negation': {
      const of = compiled(tree.of);
      return (numberOf) => -of(numberOf);
    }
    case 'exponential': {
      const exponent = compiled(tree.exponent);
      return (numberOf) => Math.exp(exponent(numberOf));
    }
    case 'function': {
      const [apply, of] = [functions[tree.name], tree.arguments.map(compiled)];
      return (numberOf) => apply(...of.map((each) => each(numberOf)));
    }
    case 'conditional': {
      const [a, b, then, otherwise] = [
        compiled(tree.a),
        compiled(tree.b),
        compiled(tree.then),
        compiled(tree.otherwise),
      ];
      return (numberOf) => (a(numberOf) > b(numberOf) ? then(numberOf) : otherwise(numberOf));
    }
    case 'vanishing': {
      const [factor, term] = [compiled(tree.factor), compiled(tree.term)];
      return (numberOf) => (factor(numberOf) === 0 ? 0 : term(numberOf));
    }
    case 'named':
      return compiled(tree.definition);
  }
}

/** What a tree gives with the numbers of its parts, in their order. */
export function fromParts(tree: Expression, values: readonly number[], numberOf: NumberOf): number {
  const value = (k: number): number => values[k] ?? Number.NaN;
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'symbol':
      return numberOf(tree.name, tree.row);
    case 'sum': {
      let total = 0;
      for (const each of values) total += each;
      return total;
    }
    case 'product': {
      let result = 1;
      for (const each of values) result *= each;
      return result;
    }
    case 'quotient':
      return Number.isFinite(value(1)) ? value(0) / value(1) : Number.NaN;
    case 'power':
      return value(0) ** value(1);
    case 'negation':
      return -value(0);
    case 'exponential':
      return Math.exp(value(0));
    case 'function':
      return functions[tree.name](...values);
    case 'conditional':
      return value(0) > value(1) ? value(2) : value(3);
    case 'vanishing':
      return value(0) === 0 ? 0 : value(1);
    case 'named':
      return value(0);
  }
}
