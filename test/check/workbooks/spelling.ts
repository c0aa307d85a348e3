import type { Chance } from './chance.ts';
import { hiddenWeight, outputWeight, type Quantity, type Shape } from './learner-network.ts';

/** How a learner heads the column of a quantity; an empty text is no header at all. */
export type Spelling = (quantity: Quantity) => string;

/** What is strange about the headers, if anything. */
export type Headers = 'usual' | 'double index' | 'unknown' | 'with formulas' | 'other letters';

const TOTALS = ['E_total', 'E_tot', 'E_Total', 'E_T', 'E total', 'Total error', 'Etotal', 'E_t'];
/** How learners write the derivative of the error by a weight. */
export const GRADIENTS: readonly ((error: string, weight: string) => string)[] = [
  (_, w) => `∂E/∂${w}`,
  (_, w) => `∂E_T/∂${w}`,
  (_, w) => `∂E_t/∂${w.toUpperCase()}`,
  (_, w) => `E∂${w}`,
  (e, w) => `δ${e}/δ${w}`,
  (_, w) => `δE_tot/δ${w}`,
  (_, w) => `𝟃E/𝟃${w}`,
  (_, w) => `dE/d${w}`,
  (_, w) => `dE_total/d${w}`,
  (_, w) => `∂E_total / ∂${w}`,
];
const ACTIVATIONS: readonly ((unit: string) => string)[] = [
  (u) => `a_${u}`,
  (u) => `a_${u}`,
  (u) => `out_${u}`,
  (u) => `a_${u.toUpperCase()}`,
  (u) => `out${u}`,
  (u) => `σ(${u})`,
];
const NETS: readonly ((unit: string) => string)[] = [
  (u) => u,
  (u) => u,
  (u) => `net_${u}`,
  (u) => u.toUpperCase(),
  (u) => `net ${u}`,
  (u) => `z_${u}`,
];
const DELTAS: readonly ((unit: string) => string)[] = [
  (u) => `δ_${u}`,
  (u) => `δ${u}`,
  (u) => `delta_${u}`,
  (u) => `delta ${u}`,
  (u) => `d_${u}`,
];
const CHANGES: readonly ((weight: string) => string)[] = [
  (w) => `Δ${w}`,
  (w) => `∆${w}`,
  (w) => `d${w}`,
  (w) => `delta ${w}`,
  (w) => `change ${w}`,
];
const NEW: readonly ((weight: string) => string)[] = [
  (w) => `${w} new`,
  (w) => `new ${w}`,
  (w) => `${w}_new`,
  (w) => `${w}+`,
  (w) => `${w}'`,
];
/** What tells nothing, or next to nothing, of the weight. */
const UNKNOWN: readonly ((k: number) => string)[] = [
  (k) => `Grad ${k}`,
  (k) => `g${k}`,
  (k) => `w${k} gradient`,
  (k) => `slope ${k}`,
  (k) => `Column${k}`,
  () => '',
];

/** w11 is the weight of the first unit and the first input, or the other way about. */
function doubleIndex(chance: Chance, shape: Shape): ReadonlyMap<string, string> {
  const [hidden, output] = chance.oneOf([
    ['w', 'v'],
    ['w1_', 'w2_'],
    ['wh', 'wo'],
    ['w^1_', 'w^2_'],
  ] as const);
  const fromFirst = chance.percent(25);
  const names = new Map<string, string>();
  const put = (name: string, letter: string, unit: number, from: number): void => {
    names.set(name, `${letter}${fromFirst ? from : unit}${fromFirst ? unit : from}`);
  };
  for (let h = 1; h <= shape.hidden; h++) {
    for (let i = 1; i <= shape.inputs; i++) put(hiddenWeight(shape, h, i), hidden, h, i);
    for (let o = 1; o <= shape.outputs; o++) put(outputWeight(shape, o, h), output, o, h);
  }
  return names;
}

/** A header that states its formula: "h1 = w1*i1 + w2*i2". */
function stated(name: string, formula: string): string {
  const text = formula
    .replace(/1\/\(1\+EXP\(-\{(\w+)\}\)\)/, 'σ($1)')
    .replace(/TANH\(\{(\w+)\}\)/, 'tanh($1)')
    .replace(/\{rate\}/g, 'η')
    .replace(/\{(?:old )?([^}]+)\}/g, '$1');
  return `${name} = ${text.replaceAll('+', ' + ')}`;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** Ways to write headers in letters that only look like those of class. */
function otherLetters(chance: Chance): (text: string) => string {
  const replaced = (pairs: Readonly<Record<string, string>>) => (text: string) =>
    [...text].map((letter) => pairs[letter] ?? letter).join('');
  const partial = chance.oneOf(['ծ', 'δ', '𝜕', 'д', 'ð', '𝟃', '𝛛']);
  const homoglyphs = chance.oneOf<(text: string) => string>([
    (text) => text,
    replaced({ w: 'ѡ' }),
    replaced({ w: 'ω' }),
    replaced({ a: 'а', o: 'о', e: 'е', E: 'Е' }),
    (text) => text.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] ?? digit),
    (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ]);
  return (text) => homoglyphs(text.replaceAll('∂', partial));
}

/** Draws how a learner spells the headers of a network's table. */
export function spellingOf(chance: Chance, headers: Headers, shape: Shape): Spelling {
  const [total, gradient] = [chance.oneOf(TOTALS), chance.oneOf(GRADIENTS)];
  const [activation, net] = [chance.oneOf(ACTIVATIONS), chance.oneOf(NETS)];
  const [delta, change, fresh] = [chance.oneOf(DELTAS), chance.oneOf(CHANGES), chance.oneOf(NEW)];
  const unknown = chance.oneOf(UNKNOWN);
  const plainGradients = gradient('E', 'w1').includes('W');
  const upper = chance.percent(15) && headers === 'usual';
  const indices = headers === 'double index' ? doubleIndex(chance, shape) : new Map<string, string>();
  const letters = headers === 'other letters' ? otherLetters(chance) : (text: string) => text;
  const weightOf = (name: string): string => indices.get(name) ?? (upper ? name.toUpperCase() : name);
  const usual = ({ name, role }: Quantity): string => {
    const weight = name.replace(/^(?:new |Δ|−?∂E\/∂)/, '');
    if (role === 'total') return total;
    if (role === 'weight') return weightOf(name);
    if (role === 'new') return fresh(weightOf(weight));
    if (role === 'change') return change(weightOf(weight));
    if (role === 'gradient') {
      const spelled =
        headers === 'double index' && plainGradients ? `∂E/∂${weightOf(weight)}` : gradient(total, weightOf(weight));
      return name.startsWith('−') ? `${minus}${spelled}` : spelled;
    }
    if (role === 'net') return net(name);
    if (role === 'activation') return activation(name.slice(2));
    if (role === 'delta') return delta(name.slice(2));
    return upper && role !== 'factor' ? name.toUpperCase() : name;
  };
  const minus = chance.oneOf(['−', '-']);
  const numbered: string[] = [];
  return (quantity) => {
    if (headers === 'unknown' && quantity.role === 'gradient') {
      if (!numbered.includes(quantity.name)) numbered.push(quantity.name);
      return unknown(numbered.indexOf(quantity.name) + 1);
    }
    const { formula } = quantity;
    if (headers === 'with formulas' && formula !== undefined && formula.length < 120) {
      return stated(
        quantity.role === 'net' || quantity.role === 'activation' ? quantity.name : usual(quantity),
        formula,
      );
    }
    return letters(usual(quantity));
  };
}
