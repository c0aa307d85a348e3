import { columnLetters } from './letters.ts';

/** A learner's formula: names in braces, `{old w1}` for the row above, `{rate}` for the learning rate, `{first w1}` for the first row. */
export type Formulas = Readonly<Record<string, string>>;

const sigmoid = (of: string): string => `1/(1+EXP(-{${of}}))`;
const own = (o: number): string => `({a_o${o}}-{t${o}})*{a_o${o}}*(1-{a_o${o}})`;
const hidden = (w: number, h: number, i: number): string =>
  `(${own(1)}*{w${h + 4}}+${own(2)}*{w${h + 6}})*{a_h${h}}*(1-{a_h${h}})*{i${i}}|${w}`.split('|')[0] ?? '';

/** The formulas of the class network as learners type them. */
export const classFormulas: Formulas = {
  h1: '{w1}*{i1}+{w2}*{i2}',
  a_h1: sigmoid('h1'),
  h2: '{w3}*{i1}+{w4}*{i2}',
  a_h2: sigmoid('h2'),
  o1: '{w5}*{a_h1}+{w6}*{a_h2}',
  a_o1: sigmoid('o1'),
  o2: '{w7}*{a_h1}+{w8}*{a_h2}',
  a_o2: sigmoid('o2'),
  E1: '0.5*({t1}-{a_o1})^2',
  E2: '0.5*({t2}-{a_o2})^2',
  E_total: '{E1}+{E2}',
  '∂E/∂w1': hidden(1, 1, 1),
  '∂E/∂w2': hidden(2, 1, 2),
  '∂E/∂w3': hidden(3, 2, 1),
  '∂E/∂w4': hidden(4, 2, 2),
  '∂E/∂w5': `${own(1)}*{a_h1}`,
  '∂E/∂w6': `${own(1)}*{a_h2}`,
  '∂E/∂w7': `${own(2)}*{a_h1}`,
  '∂E/∂w8': `${own(2)}*{a_h2}`,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((k) => [`w${k}`, `{old w${k}}-{rate}*{old ∂E/∂w${k}}`])),
};

/** The columns in the order of the class sheet. */
export const classColumns: readonly string[] =
  't1 t2 i1 i2 w1 w2 w3 w4 h1 a_h1 h2 a_h2 w5 w6 w7 w8 o1 a_o1 o2 a_o2 E1 E2 E_total ∂E/∂w1 ∂E/∂w2 ∂E/∂w3 ∂E/∂w4 ∂E/∂w5 ∂E/∂w6 ∂E/∂w7 ∂E/∂w8'.split(
    ' ',
  );

/** The numbers that the class network starts from. */
export const classValues: Readonly<Record<string, number>> = {
  t1: 0.01,
  t2: 0.99,
  i1: 0.05,
  i2: 0.1,
  w1: 0.15,
  w2: 0.2,
  w3: 0.25,
  w4: 0.3,
  w5: 0.4,
  w6: 0.45,
  w7: 0.5,
  w8: 0.55,
};

/** How a learner lays the table out. */
export interface Layout {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly columns: readonly string[];
  readonly header: (name: string) => string;
  readonly rate: number;
  readonly rateCell: string;
  readonly rateLabel: readonly [cell: string, text: string];
  readonly rows: number;
  readonly iterations: boolean;
}

/** A cell of a learner's sheet. */
export interface LearnerCell {
  readonly address: string;
  readonly value: number | string;
  readonly formula?: string;
}

/** Lays a table out and calculates it, by JavaScript itself and not by anything of the program. */
export function learnerSheet(layout: Layout, formulas: Formulas, values = classValues): readonly LearnerCell[] {
  const { headerRow, firstColumn, columns, rows, rate } = layout;
  const first = headerRow + 1;
  const shift = layout.iterations ? 1 : 0;
  const letters = new Map(columns.map((name, k) => [name, columnLetters(firstColumn + shift + k)]));
  const written = (text: string, row: number): string =>
    text.replace(/\{(?:(old|first|next) )?([^}]+)\}/g, (_, where: string | undefined, name: string) => {
      if (name === 'rate') return layout.rateCell;
      const letter = letters.get(name) ?? 'XFD';
      if (where === 'first') return `${letter}$${first}`;
      return `${letter}${row + (where === 'old' ? -1 : where === 'next' ? 1 : 0)}`;
    });
  const numbers: Map<string, number>[] = [];
  const compiled = new Map(Object.entries(formulas).map(([name, text]) => [name, inJavaScript(text)]));
  for (let k = 0; k < rows; k++) {
    const row = new Map<string, number>();
    numbers.push(row);
    const read = (where: string, name: string): number => {
      if (name === 'rate') return rate;
      const at = where === 'old' ? numbers[k - 1] : where === 'first' ? numbers[0] : row;
      return at?.get(name) ?? 0;
    };
    const order = [...Object.keys(values), ...Object.keys(formulas).filter((name) => !(name in values))];
    for (const name of order) {
      const formula = compiled.get(name);
      const given = values[name];
      row.set(name, formula === undefined || (given !== undefined && k === 0) ? (given ?? 0) : formula(read));
    }
  }
  const cells: LearnerCell[] = [{ address: layout.rateLabel[0], value: layout.rateLabel[1] }];
  cells.push({ address: layout.rateCell.replaceAll('$', ''), value: rate });
  if (layout.iterations) cells.push({ address: `${columnLetters(firstColumn)}${headerRow}`, value: 'Step' });
  for (const name of columns) cells.push({ address: `${letters.get(name)}${headerRow}`, value: layout.header(name) });
  for (const [k, row] of numbers.entries()) {
    if (layout.iterations) cells.push({ address: `${columnLetters(firstColumn)}${first + k}`, value: k });
    for (const name of columns) {
      const formula = formulas[name];
      const computed = formula !== undefined && !(name in values && k === 0);
      cells.push({
        address: `${letters.get(name)}${first + k}`,
        value: row.get(name) ?? 0,
        ...(computed ? { formula: written(formula, first + k) } : {}),
      });
    }
  }
  return cells;
}

type Read = (where: string, name: string) => number;

/** What JavaScript calls otherwise. */
const inMath: Readonly<Record<string, string>> = { LN: 'log', INT: 'floor' };

/** A learner's formula as a function; `-x^2` binds as in Excel. */
export function inJavaScript(text: string): (read: Read) => number {
  const body = text
    .replace(
      /\{(?:(old|first|next) )?([^}]+)\}/g,
      (_, where: string | undefined, name: string) => `(r("${where ?? ''}","${name}"))`,
    )
    .replaceAll('^', '**')
    .replaceAll('PI()', 'Math.PI')
    .replaceAll('IF(', 'choose(')
    .replace(
      /\b(?:EXP|LN|TANH|SQRT|ABS|SIGN|MIN|MAX|COS|INT)(?=\()/g,
      (name) => `Math.${inMath[name] ?? name.toLowerCase()}`,
    );
  const choose = 'const choose = (test, then, otherwise) => (test ? then : otherwise);';
  return new Function('r', `${choose} return ${body};`) as (read: Read) => number;
}
