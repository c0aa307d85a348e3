import {
  mathmlFactor,
  mathmlFormula,
  mathmlMarked,
  mathmlName,
  mathmlNotation,
  mathmlSymbol,
} from '../expression/mathml.ts';
import { symbolsIn } from '../expression/symbols.ts';
import type { SymbolReading } from '../model/read-rule.ts';
import type { Step } from '../model/step.ts';

/** From so many numbers on, the result stands on a line of its own. */
const MANY = 4;

const equals = (formula: string): string => `<mrow><mo>=</mo>${formula}</mrow>`;

/** A step in symbols. */
export interface SymbolLines {
  /** What is computed. */
  readonly head: string;
  /** The formula as class writes it, and where that differs, with other names and definitions written out. */
  readonly lines: readonly string[];
  /** Whether there are so many numbers in it that the result needs a line of its own. */
  readonly many: boolean;
}

/** The lines of a step that are the same in every iteration. */
export function symbolLines({ name, column, later, formula, aliases }: Step): SymbolLines {
  const short = mathmlFormula(formula);
  const full = mathmlFormula(formula, {
    ...mathmlNotation,
    named: () => undefined,
    symbol: (symbol, row) => mathmlSymbol(aliases.get(symbol) ?? symbol, row),
  });
  return {
    head: later === 0 ? mathmlName(name) : mathmlMarked(column, 'new'),
    lines: short === full ? [equals(short)] : [equals(short), equals(full)],
    many: symbolsIn(formula).length >= MANY,
  };
}

/** The formula with the numbers put in; none where that is the result itself. */
export function numbersLine({ formula, aliases }: Step, before: SymbolReading<number>): string | undefined {
  if (formula.kind === 'symbol' || formula.kind === 'number') return undefined;
  return equals(
    mathmlFormula(formula, {
      ...mathmlNotation,
      named: () => undefined,
      symbol: (symbol, row) => mathmlFactor(before(aliases.get(symbol) ?? symbol, row)),
    }),
  );
}
