import { columnLetters } from '../letters.ts';
import { Calculation, type Content, type Shown } from './calculate.ts';

const TOKEN = /\{((?:old |first |slide )?[^}]+)\}/g;

/** What a formula with names gives where every name stands for a number of its own, another for each seed. */
export function valueWith(template: string, seed: number): Shown {
  const cells = new Map<string, Content>();
  const addresses = new Map<string, string>();
  const text = template.replace(TOKEN, (_, name: string) => {
    const address = addresses.get(name) ?? `${columnLetters(addresses.size + 1)}1`;
    addresses.set(name, address);
    let sum = seed;
    for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
    cells.set(`S!${address}`, { value: 0.1 + (0.8 * sum) / 9973 });
    return address;
  });
  return new Calculation(cells, {}).computed(text, 'S');
}

/** Whether two formulas give the same numbers, whatever their names stand for. */
export function sameMeaning(a: string, b: string): boolean {
  return [1, 2].every((seed) => {
    const [x, y] = [valueWith(a, seed), valueWith(b, seed)];
    return x === y || Math.abs(Number(x) - Number(y)) < 1e-12;
  });
}

/** Whether a text can be read as a formula. */
export function readable(template: string): boolean {
  try {
    return typeof valueWith(template, 1) === 'number';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
