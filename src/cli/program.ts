import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { optimizeLater } from './optimize-later.ts';

/**
 * The built program, with the code that V8 made of it when it was built: compiled again at every start, its functions took a quarter of the
 * time of a usual workbook. Only the Node that made it may load it, and its name says which that is; any other compiles all as ever.
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

/**
 * Where V8's code of what a run calls stands for this Node (https://nodejs.org/api/vm.html#scriptcreatecacheddata).
 *
 * V8 refuses the code of another version or other flags of its own, but not that of another build: the code points into what is built in,
 * so that Node 20.19 crashes on what 20.20 made. The name therefore has all by which builds differ.
 *
 * @throws Error where Node's own file cannot be found
 */
export function codeUrl(run: UsualRun): URL {
  const { version, platform, arch, execPath } = process;
  return new URL(`./cli.${run}.${version}-${platform}-${arch}-${statSync(execPath).size}.code`, import.meta.url);
}

/**
 * Loads the built program. It stands beside this module; without its compiled code it is only slower.
 *
 * @param words of the command line
 */
export function loadProgram(words: readonly string[]): Program {
  // First of all, for V8 keeps with its code under which flags it was made.
  optimizeLater();
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
