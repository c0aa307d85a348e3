/** What a cell shows: a number, a text, or an error such as #VALUE!. */
export type Shown = number | string;

/** What a cell holds. A formula has no `=`. */
export type Content = { readonly formula: string } | { readonly value: number } | { readonly text: string };

/** The cells of a workbook: `Sheet1!A1` and what it holds. */
export type Cells = ReadonlyMap<string, Content>;

const REFERENCE =
  /(?:(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\w(])|(#REF!)|([A-Za-z_][\w.]*)(\()?/g;

class CellError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

type Area = readonly (number | string | undefined)[];
type Read = (k: number) => unknown;

/** The functions that learners use. */
const functions = {
  EXP: Math.exp,
  TANH: Math.tanh,
  POWER: (x: number, y: number) => x ** y,
  SUM: (...of: readonly (Area | number)[]) => of.flat().reduce<number>((sum, x) => sum + (Number(x) || 0), 0),
  SUMPRODUCT: (a: Area, b: Area) => a.reduce<number>((sum, x, k) => sum + (Number(x) || 0) * (Number(b[k]) || 0), 0),
};

const compiled = new Map<string, (read: Read, f: typeof functions) => unknown>();

/** What a formula computes: JavaScript's own arithmetic on the text, compiled once for all cells that differ in addresses only. */
function computing(skeleton: string): (read: Read, f: typeof functions) => unknown {
  const known = compiled.get(skeleton);
  if (known !== undefined) return known;
  const made = new Function('r', 'f', `return ${skeleton.replace(/^\+/, '').replaceAll('^', '**')};`) as (
    read: Read,
    f: typeof functions,
  ) => unknown;
  compiled.set(skeleton, made);
  return made;
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, l) => sum * 26 + l.charCodeAt(0) - 64, 0);
const parted = (address: string): readonly [column: number, row: number] => {
  const [, letters = '', row = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
  return [columnNumber(letters), Number(row)];
};
const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

function addressesOf(first: string, last: string | undefined): readonly string[] {
  const [[c, r], [d, s]] = [parted(first), parted(last ?? first)];
  const found: string[] = [];
  for (let row = Math.min(r, s); row <= Math.max(r, s); row++)
    for (let column = Math.min(c, d); column <= Math.max(c, d); column++) found.push(`${letters(column)}${row}`);
  return found;
}

/** Calculates cells as a spreadsheet program does, by JavaScript itself and by nothing of the program that is tested. */
export class Calculation {
  readonly #cells: Cells;
  readonly #names: Readonly<Record<string, string>>;
  readonly #shown = new Map<string, Shown>();
  readonly #open = new Set<string>();

  /** @param names defined names, and the cell of each: `Sheet1!B2` */
  constructor(cells: Cells, names: Readonly<Record<string, string>>) {
    this.#cells = cells;
    this.#names = names;
  }

  /** What a cell shows; undefined where it is empty. In a circle it shows 0. */
  shown(key: string): Shown | undefined {
    const known = this.#shown.get(key);
    if (known !== undefined) return known;
    const content = this.#cells.get(key);
    if (content === undefined) return undefined;
    if ('value' in content) return content.value;
    if ('text' in content) return content.text;
    if (this.#open.has(key)) return 0;
    this.#open.add(key);
    const shown = this.computed(content.formula, key.slice(0, key.lastIndexOf('!')));
    this.#open.delete(key);
    this.#shown.set(key, shown);
    return shown;
  }

  /** What a formula would show on a sheet. */
  computed(formula: string, sheet: string): Shown {
    const reads: (() => unknown)[] = [];
    const slot = (read: () => unknown): string => `(r(${reads.push(read) - 1}))`;
    const skeleton = formula.replace(
      REFERENCE,
      (
        _,
        quoted?: string,
        bare?: string,
        first?: string,
        last?: string,
        gone?: string,
        name?: string,
        call?: string,
      ) => {
        if (gone !== undefined) return slot(() => fail('#REF!'));
        if (call !== undefined) return `f.${name}(`;
        if (name !== undefined) {
          const at = this.#names[name];
          return slot(() => (at === undefined ? fail('#NAME?') : this.#number(at)));
        }
        const on = quoted?.replaceAll("''", "'") ?? bare ?? sheet;
        if (last === undefined) return slot(() => this.#number(`${on}!${(first ?? '').replaceAll('$', '')}`));
        return slot(() => addressesOf(first ?? '', last).map((address) => this.#inRange(`${on}!${address}`)));
      },
    );
    try {
      const result = computing(skeleton)((k) => reads[k]?.(), functions);
      if (typeof result !== 'number') throw new TypeError(`${formula} is no number`);
      return Number.isFinite(result) ? result : formula.includes('/') && !formula.includes('EXP') ? '#DIV/0!' : '#NUM!';
    } catch (error) {
      if (error instanceof CellError) return error.code;
      throw error;
    }
  }

  #number(key: string): number {
    const shown = this.shown(key) ?? 0;
    if (typeof shown === 'number') return shown;
    return fail(shown.startsWith('#') ? shown : '#VALUE!');
  }

  #inRange(key: string): number | string | undefined {
    const shown = this.shown(key);
    if (typeof shown === 'string' && shown.startsWith('#')) return fail(shown);
    return shown;
  }
}

function fail(code: string): never {
  throw new CellError(code);
}
