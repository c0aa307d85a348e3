import { latexNotation } from '../expression/latex.ts';
import type { Notation } from '../expression/print.ts';

/** What fits on a line beside the rest of a formula, in characters. */
const LINE = 75;

/** Derivatives, which are as wide as the wider half of their fraction. */
const DERIVATIVE = /\\frac\{\\partial (\S+)\}\{\\partial (\S+)\}/g;

/** About how many characters wide a formula is when it is rendered. */
export function widthOf(latex: string): number {
  const shown = (text: string): string => text.replace(/\\(?:left|right|mathrm)/g, '').replace(/[{}_^&]/g, '');
  const derivative = (_: string, of: string, by: string): string =>
    `d${shown(of).length > shown(by).length ? shown(of) : shown(by)}`;
  return shown(latex.replace(DERIVATIVE, derivative)).replace(/\\[a-z]+/g, 'x').length;
}

/** Formulas in LaTeX whose sums go on to further lines where they are too wide. */
export const wideNotation: Notation = {
  ...latexNotation,
  sum: (terms) => {
    const lines = packed(terms);
    return lines.length === 1 ? terms.join('') : `\\begin{aligned} & ${lines.join(' \\\\ & ')} \\end{aligned}`;
  },
};

/** Terms line by line, as many as fit on each. */
function packed(terms: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const term of terms) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + term) <= LINE) lines[lines.length - 1] = last + term;
    else lines.push(lines.length === 0 ? term : term.trimStart());
  }
  return lines;
}

/** A formula as a line of its own: where it is a sum of several lines, the first of them stands beside the equals sign. */
export const fromTheTop = (latex: string): string => latex.replace(/^\\begin\{aligned\}/, '\\begin{aligned}[t]');
