import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { isEverything } from '../helpers/sample.ts';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'backprop-workbook-program-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the built program, to each of whose files of V8's code this was done. */
function copyWith(name: string, change: (path: string) => void): string {
  const bin = join(folder, name, 'dist', 'bin');
  cpSync(join(BUILT, 'bin'), bin, { recursive: true });
  cpSync(join(BUILT, '..', 'package.json'), join(folder, name, 'package.json'));
  const files = readdirSync(bin).filter((file) => file.endsWith('.code'));
  expect(files).toHaveLength(3);
  for (const file of files) change(join(bin, file));
  return bin;
}

/** Runs of which each loads another file. */
const RUNS = [[], ['check', 'a.xlsx'], ['generate', '--help']] as const;

const nodeSays = (words: readonly string[]): string => execFileSync(process.execPath, words, { encoding: 'utf8' });

test.each([
  ['as it was built', () => undefined, 'false'],
  ['without its code', rmSync, 'undefined'],
  ['with damaged code', (path: string) => writeFileSync(path, 'x'.repeat(1000)), 'true'],
  // Of the same V8, by its own word: https://github.com/nodejs/node patches V8 within a version.
  [
    'with the code of another Node',
    (path: string) => renameSync(path, path.replace(process.version, 'v20.0.1')),
    'undefined',
  ],
  [
    'with the code of another build',
    (path: string) => renameSync(path, path.replace(/-\d+\.code$/, '-1.code')),
    'undefined',
  ],
] as const)('V8 looks at the code of the program %s, and the program runs', (name, change, rejected) => {
  const bin = copyWith(name, change);
  const program = pathToFileURL(join(bin, 'program.js')).href;
  // What V8 makes of one file, it makes of each: that all are there, the program as it was built shows.
  for (const words of isEverything || rejected === 'false' ? RUNS : RUNS.slice(0, 1)) {
    const look = `import { loadProgram } from ${JSON.stringify(program)}; console.log(loadProgram(${JSON.stringify(words)}).script.cachedDataRejected);`;
    expect(nodeSays(['--input-type=module', '--eval', look]).trim()).toBe(rejected);
  }
  expect(nodeSays([join(bin, 'backprop-workbook.js'), '--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
});
