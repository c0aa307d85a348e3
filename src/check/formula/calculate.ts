import { type Ast, type Call, chainOf } from './ast.ts';
import { numeric, ofLists, resultOf, total } from './functions.ts';
import { negative, numberIn, operate, shown, textFault } from './operators.ts';
import { shortened } from './quoted.ts';
import type { Filled, Reader } from './reader.ts';
import { type CellFault, fault, inCell, isStop, type Stop, unknown, type Value } from './value.ts';

/**
 * Calculates a formula as Excel does. A function that is not known here gives an unknown value, never an error.
 * Goes as deep as the formula, which its reader has bounded.
 */
export function calculate(ast: Ast, reader: Reader): Value {
  const of = (node: Ast): Value => {
    switch (node.kind) {
      case 'number':
      case 'text':
      case 'boolean':
        return node.value;
      case 'error':
        return literalError(node.error);
      case 'name':
        return nameless(node.name, reader);
      case 'cell':
        return reader.cell(node);
      case 'range':
        return unknown('a range in place of a number cannot be calculated here');
      case 'sign':
        return negative(number(node.of));
      case 'percent': {
        const x = number(node.of);
        return isStop(x) ? x : (inCell(x / 100) ?? 0);
      }
      case 'binary': {
        const { first, rest } = chainOf(node);
        let left = of(first);
        for (const { operator, left: before, right } of rest)
          left = operate(operator, [left, before], [of(right), right], reader);
        return left;
      }
      case 'call':
        return call(node);
    }
  };
  const number = (node: Ast): number | Stop => numberIn(of(node), node, reader);

  const truth = (node: Ast): boolean | Stop => {
    const value = of(node);
    if (isStop(value)) return value;
    if (typeof value !== 'string') return Boolean(value);
    const text = value.toUpperCase();
    return text === 'TRUE' || text === 'FALSE' ? text === 'TRUE' : textFault(node, reader);
  };

  const call = ({ name, of: args }: Call): Value => {
    if (name === 'IF') return choice(args);
    if (name === 'IFERROR') return rescued(args);
    if (name === 'NA') return fault('#N/A', 'other', 'gives #N/A');
    const own = Object.hasOwn(numeric, name) ? numeric[name] : undefined;
    if (own !== undefined) {
      if (args.length < own.least || args.length > own.most)
        return unknown(`${name} has the wrong number of arguments`);
      const given = args.map(number);
      const stop = given.find(isStop);
      if (stop !== undefined) return stop;
      const [x = 0, y] = given as readonly number[];
      return resultOf(own.apply(x, y), `${name} of ${shown(x)}`);
    }
    const list = Object.hasOwn(ofLists, name) ? ofLists[name] : undefined;
    if (list !== undefined) {
      const numbers = listed(args, true);
      return 'kind' in numbers ? numbers : resultOf(list(numbers), `${name} of what it reads`);
    }
    if (name === 'AND' || name === 'OR') {
      const truths = listed(args, false);
      if ('kind' in truths) return truths;
      if (truths.length === 0) return fault('#VALUE!', 'text', `finds nothing to judge for ${name}`);
      return name === 'AND' ? truths.every((each) => each !== 0) : truths.some((each) => each !== 0);
    }
    if (name === 'COUNT') return counted(args);
    if (name === 'NOT') {
      const x = args[0] === undefined ? unknown('NOT has no argument') : truth(args[0]);
      return isStop(x) ? x : !x;
    }
    if (name === 'SUMPRODUCT' || name === 'SUMXMY2') return paired(name, args);
    return unknown(`${shortened(name)} cannot be calculated here`);
  };

  const choice = ([test, then, otherwise]: readonly Ast[]): Value => {
    if (test === undefined) return unknown('IF has no condition');
    const holds = truth(test);
    if (isStop(holds)) return holds;
    const chosen = holds ? then : otherwise;
    return chosen === undefined ? holds : of(chosen);
  };
  const rescued = ([tried, otherwise]: readonly Ast[]): Value => {
    if (tried === undefined || otherwise === undefined) return unknown('IFERROR has the wrong number of arguments');
    const value = of(tried);
    return isStop(value) && value.kind === 'fault' && value.error !== 'circle' ? of(otherwise) : value;
  };
  /** The numbers of lists: of cells and ranges those that hold numbers, of anything else all. */
  const listed = (args: readonly Ast[], numbersOnly: boolean): readonly number[] | Stop => {
    const numbers: number[] = [];
    let stop: Stop | undefined;
    const add = (value: Value): void => {
      if (isStop(value)) stop ??= value;
      else if (typeof value === 'number') numbers.push(value);
      else if (!numbersOnly && typeof value === 'boolean') numbers.push(Number(value));
    };
    for (const node of args) {
      if (node.kind === 'cell') add(reader.cell(node));
      else if (node.kind === 'range') {
        const filled = reader.range(node);
        if ('kind' in filled) stop ??= filled;
        else for (const value of filled.values) add(value);
      } else add(number(node));
    }
    return stop ?? numbers;
  };
  /** How many cells hold numbers; errors do not count. */
  const counted = (args: readonly Ast[]): Value => {
    let count = 0;
    for (const node of args) {
      const filled = cells('COUNT', node, true);
      if ('kind' in filled) return filled;
      const stop = filled.values.find((value) => isStop(value) && value.kind === 'unknown');
      if (stop !== undefined) return stop;
      count += filled.values.filter((value) => typeof value === 'number').length;
    }
    return count;
  };
  /** The cells of a range or a reference. */
  const cells = (name: string, node: Ast, past = false): Filled | Stop => {
    if (node.kind === 'range') return reader.range(node, past);
    return node.kind === 'cell'
      ? reader.range({ kind: 'range', from: node, to: node }, past)
      : unknown(`${name} of anything but cells cannot be calculated here`);
  };
  /** Sums over lists whose numbers belong together: products, or squares of differences. */
  const paired = (name: string, args: readonly Ast[]): Value => {
    if (args.length === 0 || (name === 'SUMXMY2' && args.length !== 2))
      return unknown(`${name} has the wrong number of arguments`);
    const lists: Filled[] = [];
    for (const node of args) {
      const filled = cells(name, node);
      if ('kind' in filled) return filled;
      lists.push(filled);
    }
    const stop = lists.flatMap(({ values }) => values.find(isStop) ?? [])[0];
    if (stop !== undefined) return stop;
    const [first, ...others] = lists;
    if (first === undefined || others.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns))
      return name === 'SUMXMY2'
        ? fault('#N/A', 'other', 'gives SUMXMY2 ranges of different sizes')
        : fault('#VALUE!', 'other', 'gives SUMPRODUCT ranges of different sizes');
    const byPlace = others.map(({ at, values }) => new Map(at.map((place, k) => [place, values[k]])));
    const terms = first.at.map((place, k) => {
      const each = [first.values[k], ...byPlace.map((of) => of.get(place))];
      // What is no number counts as 0 in a product; a pair with it does not count at all.
      if (!each.every((value): value is number => typeof value === 'number')) return 0;
      const [x = 0, y = 0] = each;
      return name === 'SUMXMY2' ? (x - y) ** 2 : each.reduce((product, value) => product * value, 1);
    });
    return resultOf(total(terms), `${name} of what it reads`);
  };
  return of(ast);
}

function literalError(error: string): CellFault {
  if (error === '#REF!') return fault(error, 'gone', 'reads cells or a sheet that are gone: its formula holds #REF!');
  if (error === '#NAME?') return fault(error, 'name', 'uses a name that nobody defined');
  return fault(error, 'other', `holds ${error} in its formula`);
}

function nameless(name: string, reader: Reader): Value {
  return reader.lacksName(name) === true
    ? fault('#NAME?', 'name', `uses the name ${shortened(name)}, which nobody defined`)
    : unknown(`the name ${shortened(name)} cannot be calculated here`);
}
