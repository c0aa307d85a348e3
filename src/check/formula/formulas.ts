import type { Budget } from '../budget.ts';
import { limits } from '../file/limits.ts';
import type { Cell, FormulaText } from '../file/sheet.ts';
import type { LearnerBook } from '../file/workbook.ts';
import { type Ast, patternOf } from './ast.ts';
import { type NameMeanings, namesOf } from './names.ts';
import { treeOf } from './parse.ts';
import { keyOfTokens, NotAFormula, reasons, tokensOf } from './tokens.ts';

/** A formula that was read, or why it was not. */
export interface ReadFormula {
  /** The tree as it is calculated. */
  readonly whole: Ast | undefined;
  /** The tree as it is judged: undefined too where that would be too much. */
  readonly ast: Ast | undefined;
  /** Why there is none: the end of a sentence that begins with the formula. */
  readonly why: string | undefined;
  /** How much work it is to calculate it, besides the cells of its ranges. */
  readonly cost: number;
  /** What tells it from formulas that are not copies of it. */
  pattern(): string;
}

/** The formulas of a workbook. */
export interface Formulas {
  read(cell: Cell & { readonly formula: FormulaText }): ReadFormula;
  readonly names: NameMeanings;
}

/** Characters of formulas that are kept as trees, some ten bytes for each; beyond, what was read is forgotten, and read again where it is asked for. */
const MOST_KEPT = 5_000_000;
const MOST_FORMULAS = 400_000;

/** Words of a formula that is judged. */
const MOST_JUDGED = 2_000;

/** Reads the formulas of a workbook, copies of one another only once. Characters are charged to the budget. */
export function formulasOf(book: Pick<LearnerBook, 'names'>, budget: Budget): Formulas {
  const names = namesOf(book.names, budget);
  const byText = new Map<FormulaText, ReadFormula>();
  const byKey = new Map<string, ReadFormula>();
  let kept = 0;

  const parsed = ({ text, home }: FormulaText, sheet: string): ReadFormula => {
    if (text.length > limits.formula) return unread(reasons.tooLong, text);
    if (!budget.take(text.length)) return unread(reasons.tooMuch, text);
    try {
      const tokens = tokensOf(text, home).map((token) =>
        token.kind === 'name' ? { ...token, name: names.full(token.name, token.sheet ?? sheet) } : token,
      );
      const key = keyOfTokens(tokens);
      const known = byKey.get(key);
      if (known !== undefined) return known;
      kept += key.length;
      const formula = read(() => treeOf(tokens, names.meaning), key, tokens.length);
      byKey.set(key, formula);
      return formula;
    } catch (error) {
      return unread(reasonOf(error), text);
    }
  };
  return {
    names,
    read: ({ formula, sheet }) => {
      const known = byText.get(formula);
      if (known !== undefined) return known;
      if (kept > MOST_KEPT || byText.size > MOST_FORMULAS) {
        byText.clear();
        byKey.clear();
        kept = 0;
      }
      const result = parsed(formula, sheet);
      byText.set(formula, result);
      return result;
    },
  };
}

/** Whether a cell holds a formula. */
export const hasFormula = (cell: Cell): cell is Cell & { readonly formula: FormulaText } => cell.formula !== undefined;

const unread = (why: string, text: string): ReadFormula => ({
  whole: undefined,
  ast: undefined,
  why,
  cost: 1,
  pattern: () => text,
});

function read(parse: () => Ast, key: string, cost: number): ReadFormula {
  try {
    const whole = parse();
    const isJudged = cost <= MOST_JUDGED;
    let pattern: string | undefined;
    return {
      whole,
      ast: isJudged ? whole : undefined,
      why: isJudged ? undefined : reasons.tooLong,
      cost,
      pattern: () => {
        pattern ??= isJudged ? patternOf(whole) : key;
        return pattern;
      },
    };
  } catch (error) {
    return unread(reasonOf(error), key);
  }
}

/** @throws what is no fault of the formula */
function reasonOf(error: unknown): string {
  if (error instanceof NotAFormula) return error.message;
  throw error;
}
