import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/**
 * The built program, with the code that V8 made of it when it was built: compiled again at every start, its functions took a quarter of the
 * time of a usual workbook. Code of another version of V8 is refused by V8 itself; then all is compiled as ever.
 */

/** The commands, bundled to one CommonJS module of ASCII letters. */
const MODULE = new URL('./cli.cjs', import.meta.url);

/** What the module exports. */
type Commands = typeof import('./cli.ts');

/** The program, and the script that it came from. */
export interface Program {
  readonly commands: Commands;
  readonly script: Script;
}

/** Usual runs: each calls functions of its own, and to load the code of others would take it time. */
export type UsualRun = 'check' | 'generate' | 'help';

/** V8's code of what a run calls (https://nodejs.org/api/vm.html#scriptcreatecacheddata). */
export const codeUrl = (run: UsualRun): URL => new URL(`./cli.${run}.code`, import.meta.url);

/**
 * Loads the built program. It stands beside this module; without its compiled code it is only slower.
 *
 * @param words of the command line
 */
export function loadProgram(words: readonly string[]): Program {
  const path = fileURLToPath(MODULE);
  const text = `(function (exports, require, module, __filename) {${readFileSync(path, 'latin1')}\n})`;
  const script = new Script(text, { filename: path, cachedData: compiledCode(usualRun(words)) });
  const module = { exports: {} as Commands };
  script.runInThisContext()(module.exports, createRequire(path), module, path);
  return { commands: module.exports, script };
}

function usualRun(words: readonly string[]): UsualRun {
  if (words.some((word) => ['--help', '-h', '--version'].includes(word))) return 'help';
  return words[0] === 'check' ? 'check' : 'generate';
}

function compiledCode(run: UsualRun): Buffer | undefined {
  try {
    return readFileSync(codeUrl(run));
  } catch {
    return undefined;
  }
}
