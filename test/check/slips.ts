import { inJavaScript } from './learner-table.ts';

/** A learner's formula with one slip. */
export interface Slip {
  readonly text: string;
  readonly kind: 'name' | 'row' | 'sign' | 'operator' | 'factor' | 'parentheses' | 'half';
  /** What a report has to say, where it can be said in one way only. */
  readonly says: readonly string[];
}

const siblings = (name: string): readonly string[] => {
  const many = (prefix: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, k) => `${prefix}${k + 1}`);
  const groups = [
    many('w', 8),
    many('i', 2),
    many('t', 2),
    many('a_h', 2).concat(many('h', 2)),
    many('a_o', 2).concat(many('o', 2)),
    many('E', 2),
    many('∂E/∂w', 8),
  ];
  return groups.find((group) => group.includes(name))?.filter((other) => other !== name) ?? [];
};

/** Every slip of one kind at one place of a formula that changes what it means. */
export function slipsOf(right: string): readonly Slip[] {
  const slips: Slip[] = [];
  for (const found of right.matchAll(/\{((?:old )?)([^}]+)\}/g)) {
    const [whole, old = '', name = ''] = found;
    const put = (text: string): string => right.slice(0, found.index) + text + right.slice(found.index + whole.length);
    const spoken = (of: string): string => `${of}${old === '' ? '' : ' of the row above'}`;
    for (const other of siblings(name))
      slips.push({ text: put(`{${old}${other}}`), kind: 'name', says: [spoken(other), spoken(name)] });
    if (/^(?:w|∂)/.test(name))
      slips.push({ text: put(`{first ${name}}`), kind: 'row', says: [`${name} of row`, spoken(name)] });
    if (old === '' && /^(?:w|a_)/.test(name))
      slips.push({ text: put(`{old ${name}}`), kind: 'row', says: [`${name} of the row above`, name] });
  }
  for (const found of right.matchAll(/(?<!\d|old )[+-]/g)) {
    const before = right[found.index - 1];
    const unary = before === undefined || before === '(';
    const text =
      right.slice(0, found.index) + (unary ? '' : found[0] === '+' ? '-' : '+') + right.slice(found.index + 1);
    slips.push({ text, kind: 'sign', says: [] });
  }
  for (const found of right.matchAll(/\*/g))
    slips.push({ text: `${right.slice(0, found.index)}+${right.slice(found.index + 1)}`, kind: 'operator', says: [] });
  for (const found of right.matchAll(/\*(\{[^}]+\}|\([^()]*\))/g)) {
    slips.push({
      text: right.replace(found[0], () => (found.index === right.indexOf(found[0]) ? '' : found[0])),
      kind: 'factor',
      says: [],
    });
    slips.push({ text: right.slice(0, found.index) + found[0] + right.slice(found.index), kind: 'factor', says: [] });
  }
  for (let open = right.indexOf('('); open !== -1; open = right.indexOf('(', open + 1)) {
    if (right[open - 1] === 'P') continue;
    let depth = 0;
    let close = open;
    for (; close < right.length; close++) {
      if (right[close] === '(') depth++;
      if (right[close] === ')' && --depth === 0) break;
    }
    const text = right.slice(0, open) + right.slice(open + 1, close) + right.slice(close + 1);
    slips.push({ text, kind: 'parentheses', says: [] });
  }
  if (right.startsWith('0.5*')) slips.push({ text: right.slice(4), kind: 'half', says: ['½'] });
  const seen = new Set<string>();
  return slips.filter(({ text }) => !seen.has(text) && seen.add(text) && !sameMeaning(right, text));
}

/** Whether two formulas give the same numbers, whatever their names stand for. */
export function sameMeaning(a: string, b: string): boolean {
  const [x, y] = [inJavaScript(a), inJavaScript(b)];
  return [1, 2].every((seed) => {
    const read = (where: string, name: string): number => {
      let sum = seed;
      for (const letter of where + name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
      return 0.1 + (0.8 * sum) / 9973;
    };
    return Math.abs(x(read) - y(read)) < 1e-12;
  });
}
