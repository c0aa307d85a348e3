import type { Quantity } from './learner-network.ts';
import { readable, sameMeaning } from './meaning.ts';

/** A formula with one slip. */
export interface TextSlip {
  readonly template: string;
  readonly what: string;
  /** The name that is used, and the one that should be; where the slip can be told in one way only. */
  readonly used?: string;
  readonly right?: string;
  /** Words that a report has to hold. */
  readonly words?: RegExp;
  /** It reads the row above, so that the first iteration cannot have it. */
  readonly fromSecond?: boolean;
}

const NAME = /\{(old )?([^}:]+)\}/g;
const ELSEWHERE = /row|column|sheet|iteration|above|first|anchor|\$|block|old/i;

/** Names that a learner may take for another. */
function siblingsOf(name: string, quantities: readonly Quantity[]): readonly string[] {
  const own = quantities.find((quantity) => quantity.name === name);
  if (own === undefined) return [];
  const alike = quantities.filter(({ role, layer, name: other }) => {
    if (other === name) return false;
    if (own.role === 'net' || own.role === 'activation')
      return (role === 'net' || role === 'activation') && layer === own.layer;
    return role === own.role;
  });
  return alike.map(({ name: other }) => other);
}

/** Every slip at one place of a formula that changes what it means. */
export function textSlips(right: string, quantities: readonly Quantity[]): readonly TextSlip[] {
  const slips = [
    ...nameSlips(right, quantities),
    ...operatorSlips(right),
    ...factorSlips(right),
    ...parenthesesSlips(right),
  ];
  const seen = new Set<string>();
  return slips.filter(({ template }) => {
    if (seen.has(template)) return false;
    seen.add(template);
    return readable(template) && !sameMeaning(right, template);
  });
}

function nameSlips(right: string, quantities: readonly Quantity[]): readonly TextSlip[] {
  const slips: TextSlip[] = [];
  for (const found of right.matchAll(NAME)) {
    const [whole, old = '', name = ''] = found;
    if (name === 'rate') continue;
    const put = (text: string): string => right.slice(0, found.index) + text + right.slice(found.index + whole.length);
    for (const other of siblingsOf(name, quantities)) {
      const [used, should] = [other, name];
      slips.push({ template: put(`{${old}${other}}`), what: `${other} for ${name}`, used, right: should });
      const everywhere = right.replaceAll(whole, `{${old}${other}}`);
      slips.push({ template: everywhere, what: `${other} for ${name} everywhere`, used, right: should });
    }
    const learned = /^(?:w|b|∂E\/∂[wb]|Δ|new|−)/.test(name);
    if (learned)
      slips.push({ template: put(`{first ${name}}`), what: `${name} of the first row`, right: name, words: ELSEWHERE });
    if (old === '' && /^(?:w|a_)/.test(name))
      slips.push({
        template: put(`{old ${name}}`),
        what: `${name} of the row above`,
        right: name,
        words: ELSEWHERE,
        fromSecond: true,
      });
  }
  return slips;
}

function operatorSlips(right: string): readonly TextSlip[] {
  const slips: TextSlip[] = [];
  const cut = (at: number, text: string): string => right.slice(0, at) + text + right.slice(at + 1);
  for (const { index, 0: sign } of outside(right, /[+-]/g)) {
    const unary = index === 0 || '(*,-+'.includes(right[index - 1] ?? '');
    slips.push({ template: cut(index, unary ? '' : sign === '+' ? '-' : '+'), what: `the sign at ${index}` });
  }
  for (const { index } of outside(right, /\*/g)) slips.push({ template: cut(index, '+'), what: `+ for * at ${index}` });
  return slips;
}

function factorSlips(right: string): readonly TextSlip[] {
  const slips: TextSlip[] = [];
  for (const found of right.matchAll(/\*(\{[^}]+\}|\([^()]*\))/g)) {
    const before = right.slice(0, found.index);
    const after = right.slice(found.index + found[0].length);
    slips.push({ template: before + after, what: `without ${found[0]}` });
    slips.push({ template: before + found[0] + found[0] + after, what: `${found[0]} twice` });
  }
  slips.push({ template: `2*(${right})`, what: 'twice as much', words: /2|twice|double/ });
  slips.push({ template: `(${right})/2`, what: 'half as much', words: /2|½|half/ });
  if (right.startsWith('0.5*'))
    slips.push({ template: right.slice(4), what: 'without ½', words: /½|0\.5|1\/2|half|2/ });
  return slips;
}

function parenthesesSlips(right: string): readonly TextSlip[] {
  const slips: TextSlip[] = [];
  for (const { index: open } of outside(right, /\(/g)) {
    if (/[A-Z]/.test(right[open - 1] ?? '')) continue;
    const close = closing(right, open);
    const template = right.slice(0, open) + right.slice(open + 1, close) + right.slice(close + 1);
    slips.push({ template, what: `no parentheses at ${open}` });
  }
  return slips;
}

/** Matches that are not inside a name. */
const outside = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  [...text.matchAll(pattern)].filter(({ index }) => text.lastIndexOf('{', index) <= text.lastIndexOf('}', index));

function closing(text: string, open: number): number {
  let depth = 0;
  for (let k = open; k < text.length; k++) {
    if (text[k] === '(') depth++;
    if (text[k] === ')' && --depth === 0) return k;
  }
  return text.length;
}
