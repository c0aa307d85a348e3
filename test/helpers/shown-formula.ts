/**
 * What a formula with the numbers put in evaluates to, read back from its text as people read it: 0.15 × 0.05, ½ × (0.01 − 0.606478)²,
 * 1 / (1 + e^(−0.0275)), 4.49627E-4, max(0, −0.5), |−0.5|, 1 if 0.5 > 0, else 0. What is multiplied by 0, or is 0 divided by anything, is 0,
 * as 0 × ln(0) is in information theory; an error such as #NUM! is NaN.
 *
 * @throws SyntaxError where the text is no such formula
 */
export function valueOfShown(text: string): number {
  let rest = text.trimStart();
  const take = (token: string | RegExp): string | undefined => {
    const taken = typeof token === 'string' ? (rest.startsWith(token) ? token : undefined) : token.exec(rest)?.[0];
    if (taken !== undefined) rest = rest.slice(taken.length).trimStart();
    return taken;
  };
  const takes = (token: string | RegExp): boolean => take(token) !== undefined;
  const need = (token: string): void => {
    if (!takes(token)) throw new SyntaxError(`"${text}": ${token} is missing before "${rest}"`);
  };

  const formula = (): number => {
    const value = sum();
    if (!takes('if ')) return value;
    const a = sum();
    need('>');
    const b = sum();
    need(', else ');
    const otherwise = sum();
    return Number.isNaN(a + b) ? Number.NaN : a > b ? value : otherwise;
  };
  const sum = (): number => {
    let total = product();
    for (;;) {
      if (takes('+')) total += product();
      else if (takes('−')) total -= product();
      else return total;
    }
  };
  const product = (): number => {
    let total = signed();
    for (;;) {
      if (takes(/^[×·]/)) total = times(total, signed());
      else if (takes('/')) total = over(total, signed());
      else return total;
    }
  };
  const signed = (): number => (takes('−') ? -signed() : power());
  const power = (): number => {
    let base = atom();
    for (;;) {
      if (takes('²')) base **= 2;
      else if (takes('³')) base **= 3;
      else if (takes('^')) base **= atom();
      else return base;
    }
  };
  const atom = (): number => {
    if (takes('(')) return closed();
    if (takes('½')) return rest.startsWith('(') ? 0.5 * power() : 0.5;
    if (takes('e^(')) return Math.exp(closed());
    if (takes('max(')) return Math.max(...list());
    if (takes('min(')) return Math.min(...list());
    if (takes('π')) return Math.PI;
    if (takes('|')) return size();
    const name = functions.find(([opening]) => takes(opening));
    if (name !== undefined) return name[1](closed());
    if (takes(/^#(?:NUM|DIV\/0)!/)) return Number.NaN;
    const digits = take(/^\d+(?:\.\d+)?(?:[eE][+−-]\d+)?/);
    if (digits === undefined) throw new SyntaxError(`"${text}": what is "${rest}"?`);
    return Number(digits.replace('−', '-'));
  };
  const closed = (): number => {
    const value = formula();
    need(')');
    return value;
  };
  const size = (): number => {
    const value = formula();
    need('|');
    return Math.abs(value);
  };
  const list = (): readonly number[] => {
    const values = [formula()];
    while (takes(',')) values.push(formula());
    need(')');
    return values;
  };

  const value = formula();
  if (rest !== '') throw new SyntaxError(`"${text}": "${rest}" is left over`);
  return value;
}

const times = (a: number, b: number): number => ((a === 0 || b === 0) && !Number.isNaN(a + b) ? 0 : a * b);

const over = (a: number, b: number): number => (a === 0 && !Number.isNaN(b) ? 0 : a / b);

const functions: readonly (readonly [opening: string, (x: number) => number])[] = [
  ['tanh(', Math.tanh],
  ['ln(', Math.log],
  ['√(', Math.sqrt],
  ['sign(', Math.sign],
];
