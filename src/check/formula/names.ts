import type { Budget } from '../budget.ts';
import { limits } from '../file/limits.ts';
import type { LearnerBook } from '../file/workbook.ts';
import type { Ast } from './ast.ts';
import { treeOf } from './parse.ts';
import { NotAFormula, tokensOf } from './tokens.ts';

/** The defined names of a workbook. A name that holds on one sheet only has the sheet before it: `lr 0.2!eta`. */
export interface NameMeanings {
  /** A name as it is defined: the sheet's own one goes before that of the workbook. */
  full(name: string, sheet: string): string;
  /** The number, the cell or the range that a full name stands for; undefined where it is a formula, or there is none. */
  meaning(name: string): Ast | undefined;
  /** Whether there is no such full name; undefined where the names are not known. */
  lacks(name: string): boolean | undefined;
}

/** Names that stand for names, and so on. */
const MOST_NAMES = 10;

export function namesOf(names: LearnerBook['names'], budget: Budget): NameMeanings {
  const meanings = new Map<string, Ast | undefined>();
  return {
    full: (name, sheet) => {
      const own = `${sheet}!${name}`;
      return names?.has(own.toLowerCase()) === true ? own : name;
    },
    meaning: (name) => {
      const key = name.toLowerCase();
      if (!meanings.has(key)) meanings.set(key, meaningOf(key, names, budget));
      return meanings.get(key);
    },
    lacks: (name) => (names === undefined ? undefined : !names.has(name.toLowerCase())),
  };
}

function meaningOf(name: string, names: LearnerBook['names'], budget: Budget): Ast | undefined {
  let text = names?.get(name);
  for (let k = 0; k < MOST_NAMES && text !== undefined; k++) {
    if (text.length > limits.formula || !budget.take(text.length)) return undefined;
    const ast = definition(text);
    if (ast?.kind !== 'name') return ast !== undefined && standsForItself(ast) ? ast : undefined;
    text = names?.get(ast.name.toLowerCase());
  }
  return undefined;
}

function definition(text: string): Ast | undefined {
  try {
    return treeOf(tokensOf(text.replace(/^=/, ''), { row: 0, column: 0 }));
  } catch (error) {
    if (error instanceof NotAFormula) return undefined;
    throw error;
  }
}

/** Whether a definition means the same in every cell. */
function standsForItself(ast: Ast): boolean {
  switch (ast.kind) {
    case 'number':
    case 'boolean':
    case 'text':
    case 'error':
      return true;
    case 'sign':
    case 'percent':
      return ast.of.kind === 'number';
    case 'cell':
      return ast.fixedRow && ast.fixedColumn;
    case 'range':
      return standsForItself(ast.from) && standsForItself(ast.to);
    default:
      return false;
  }
}
