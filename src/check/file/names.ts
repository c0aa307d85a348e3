import { limits } from './limits.ts';
import { damaged, Unreadable } from './unreadable.ts';

/** Takes the names of sheets one after the other. */
export interface SheetNames {
  /** @throws Unreadable where no spreadsheet program writes such a name, or there are too many */
  take(name: string): string;
}

/** @param most characters of a name */
export function sheetNames(most: number): SheetNames {
  const taken = new Set<string>();
  return {
    take: (name) => {
      if (taken.size === limits.sheets)
        throw new Unreadable(`The workbook has more than ${limits.sheets} sheets, too many to check.`);
      if (name.length > most)
        throw new Unreadable(
          `The name of sheet ${taken.size + 1} has more than ${most} characters, more than Excel takes; give it a shorter one.`,
        );
      const key = name.toLowerCase();
      if (taken.has(key)) throw damaged('two sheets of it have the same name');
      taken.add(key);
      return name;
    },
  };
}

/** Collects defined names. */
export interface DefinedNames {
  readonly all: ReadonlyMap<string, string>;
  /** @param sheet on which alone the name holds; undefined for all */
  define(name: string, formula: string, sheet: string | undefined): void;
}

/** Of two names that are the same the first counts. Names that Excel keeps for itself, such as print areas, are left out. */
export function definedNames(): DefinedNames {
  const all = new Map<string, string>();
  return {
    all,
    define: (name, formula, sheet) => {
      if (name === '' || name.length > limits.name || formula.length > limits.formula) return;
      if (name.toLowerCase().startsWith('_xlnm.') || all.size === limits.names) return;
      const key = `${sheet === undefined ? '' : `${sheet}!`}${name}`.toLowerCase();
      if (!all.has(key)) all.set(key, formula);
    },
  };
}
