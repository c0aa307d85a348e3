/** Computes formulas in LaTeX with numbers that are known up to their rounding. */

/** All numbers from the first to the second. */
export type Interval = readonly [low: number, high: number];

/** A number that is shown, such as `0.0275` or `1.5 \cdot 10^{-7}`. */
const shownNumber = /^(\d+(?:\.\d+)?)(?: \\cdot 10\^\{(-?\d+)\})?/;

/** What rounding leaves of terms that cancel. */
const TINY = 1e-15;

/** Whether a number of the first interval may be one of the second, but for the rounding of double precision; what has no end may be any. */
export function meet(a: Interval, b: Interval): boolean {
  if (![...a, ...b].every(Number.isFinite)) return true;
  const slack = TINY + 1e-13 * Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  return a[0] <= b[1] + slack && b[0] <= a[1] + slack;
}

/** A formula without the line breaks of its sums. */
const onOneLine = (latex: string): string =>
  latex.replace(/\\begin\{aligned\}(?:\[t\])? & | \\end\{aligned\}/g, '').replaceAll(' \\\\ & ', ' ');

/** All numbers that are shown so with six significant digits. */
export function rounded(value: number): Interval {
  if (value === 0) return [0, 0];
  const half = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 5);
  return [value - half, value + half];
}

const ANYTHING: Interval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** What a function gives that needs more than its argument. */
const anything = (_: Interval): Interval => ANYTHING;

/** Functions by their names that never fall. */
const rises: Readonly<Record<string, (x: number) => number>> = {
  sign: Math.sign,
  ReLU: (x) => Math.max(0, x),
  ELU: (x) => (x > 0 ? x : Math.expm1(x)),
  softplus: (x) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))),
  hardsigmoid: (x) => Math.min(1, Math.max(0, x / 6 + 0.5)),
};

/** From the smallest to the largest; anything, where one of them cannot be told. */
const hull = (...values: readonly number[]): Interval =>
  values.some(Number.isNaN) ? ANYTHING : [Math.min(...values), Math.max(...values)];
const isZero = ([low, high]: Interval): boolean => low === 0 && high === 0;
const add = (a: Interval, b: Interval): Interval => hull(a[0] + b[0], a[1] + b[1]);
const negate = (a: Interval): Interval => [-a[1], -a[0]];
/** What is multiplied by 0 is 0, as 0 · ln 0 is in information theory. */
const multiply = (a: Interval, b: Interval): Interval =>
  isZero(a) || isZero(b) ? [0, 0] : hull(...a.flatMap((x) => b.map((y) => x * y)));
const map = (a: Interval, increasing: (x: number) => number): Interval => hull(increasing(a[0]), increasing(a[1]));
const invert = (a: Interval): Interval => (a[0] <= 0 && a[1] >= 0 ? ANYTHING : hull(1 / a[0], 1 / a[1]));
const smaller = (a: Interval, b: Interval): Interval => [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
const sizeOf = (a: Interval): Interval => (a[0] > 0 ? a : a[1] < 0 ? negate(a) : [0, Math.max(...a.map(Math.abs))]);
/** Where a half wave ends within the interval, the cosine has its extremes. */
const cosineOf = (a: Interval): Interval =>
  Math.floor(a[0] / Math.PI) === Math.floor(a[1] / Math.PI) ? hull(...a.map(Math.cos)) : [-1, 1];
const larger = (a: Interval, b: Interval): Interval => [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
/** A whole power by multiplication, any other of a number that is not negative. */
const raise = (a: Interval, b: Interval): Interval =>
  b[0] === b[1] && Number.isInteger(b[0]) && b[0] > 0
    ? Array.from({ length: b[0] }, () => a).reduce(multiply)
    : hull(...a.flatMap((x) => b.map((y) => Math.max(0, x) ** y)));
/** `then` where a > b; either, where that cannot be told. */
const choose = (a: Interval, b: Interval, then: Interval, otherwise: Interval): Interval =>
  a[0] > b[1] ? then : a[1] <= b[0] ? otherwise : hull(...then, ...otherwise);

/**
 * Computes a formula; from −∞ to ∞ where that cannot be told, because it divides by what may be 0 or has an error in it.
 *
 * @param names the numbers of names, as they are written in LaTeX
 * @param read what a number stands for
 */
export function computeLatex(
  latex: string,
  names: ReadonlyMap<string, Interval> = new Map(),
  read: (value: number) => Interval = rounded,
): Interval {
  // The longest first: w_{10} is no w_1.
  const known = [...names].filter(([name]) => latex.includes(name)).sort(([a], [b]) => b.length - a.length);
  let rest = onOneLine(latex);
  const take = (...tokens: readonly string[]): boolean => {
    const token = tokens.find((candidate) => rest.startsWith(candidate));
    rest = rest.slice(token?.length ?? 0).trimStart();
    return token !== undefined;
  };
  const need = (token: string): void => {
    if (!take(token)) throw new SyntaxError(`${token} is missing before ${rest}`);
  };
  const inside = (close: string): Interval => {
    const value = sum();
    need(close);
    return value;
  };
  const sum = (): Interval => {
    let total = product();
    for (;;) {
      if (take('+')) total = add(total, product());
      else if (take('-')) total = add(total, negate(product()));
      else return total;
    }
  };
  const product = (): Interval => {
    let total = signed();
    while (take('\\cdot') || /^(?:\\left)?\(/.test(rest)) total = multiply(total, signed());
    return total;
  };
  const signed = (): Interval => (take('-') ? negate(signed()) : power());
  const power = (): Interval => {
    const base = atom();
    if (!take('^')) return base;
    // A digit in an exponent is exact.
    const [digits, short, long] = /^(?:(\d)|\{(\d+)\})/.exec(rest) ?? [];
    if (digits !== undefined && take(digits)) return raise(base, [Number(short ?? long), Number(short ?? long)]);
    return raise(base, take('{') ? inside('}') : atom());
  };
  const atom = (): Interval => {
    const named = known.find(([name]) => take(name));
    if (named !== undefined) return named[1];
    if (take('\\tfrac{1}{2}')) return [0.5, 0.5];
    if (take('\\frac{')) {
      const numerator = inside('}');
      need('{');
      return multiply(numerator, invert(inside('}')));
    }
    if (take('\\sigma(', '\\sigma\\left(')) return map(closed(), (x) => 1 / (1 + Math.exp(-x)));
    if (take('\\tanh(', '\\tanh\\left(')) return map(closed(), Math.tanh);
    if (take('\\ln(', '\\ln\\left(')) return map(closed(), (x) => Math.log(Math.max(0, x)));
    if (take('\\sqrt{')) return map(inside('}'), (x) => Math.sqrt(Math.max(0, x)));
    if (take('\\max(', '\\max\\left(')) return list(larger);
    if (take('\\min(', '\\min\\left(')) return list(smaller);
    if (take('\\pi')) return [Math.PI, Math.PI];
    if (take('\\left|')) return sizeOf(inside('\\right|'));
    if (take('\\left\\lfloor')) return map(inside('\\right\\rfloor'), Math.floor);
    if (take('\\cos(', '\\cos\\left(')) return cosineOf(closed());
    const [opening, name = ''] = /^\\mathrm\{(\w+)\}(?:\\left)?\(/.exec(rest) ?? [];
    const rising = rises[name];
    if (opening !== undefined && rising !== undefined && take(opening)) return map(closed(), rising);
    if (opening !== undefined && take(opening)) return anything(closed());
    if (take('\\begin{cases}')) return cases();
    if (take('\\#\\mathrm{NUM!}', '\\#\\mathrm{DIV/0!}')) return ANYTHING;
    if (take('(', '\\left(')) return closed();
    if (take('e^{')) return map(inside('}'), Math.exp);
    const [all, digits, exponent = '0'] = shownNumber.exec(rest) ?? [];
    if (all === undefined) throw new SyntaxError(`What is ${rest}?`);
    take(all);
    return read(Number(`${digits}e${exponent}`));
  };
  const closed = (): Interval => {
    const value = sum();
    if (!take(')', '\\right)')) throw new SyntaxError(`) is missing before ${rest}`);
    return value;
  };
  const list = (chosen: (a: Interval, b: Interval) => Interval): Interval => {
    let found = sum();
    while (take(',')) found = chosen(found, sum());
    if (!take(')', '\\right)')) throw new SyntaxError(`) is missing before ${rest}`);
    return found;
  };
  const cases = (): Interval => {
    const then = sum();
    need('& \\text{if }');
    const a = sum();
    need('>');
    const b = sum();
    need('\\\\');
    const otherwise = sum();
    need('& \\text{else} \\end{cases}');
    return choose(a, b, then, otherwise);
  };
  const value = sum();
  if (rest !== '') throw new SyntaxError(`${rest} is left over`);
  return value;
}
