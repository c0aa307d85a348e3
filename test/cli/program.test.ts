import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'backprop-workbook-program-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the built program, with other code than V8's if given. */
function copyWith(name: string, code?: string | null): string {
  const bin = join(folder, name, 'dist', 'bin');
  cpSync(join(BUILT, 'bin'), bin, { recursive: true });
  cpSync(join(BUILT, '..', 'package.json'), join(folder, name, 'package.json'));
  for (const run of ['check', 'generate', 'help']) {
    const path = join(bin, `cli.${run}.code`);
    if (code === null) rmSync(path);
    else if (code !== undefined) writeFileSync(path, code);
  }
  return bin;
}

const nodeSays = (words: readonly string[]): string => execFileSync(process.execPath, words, { encoding: 'utf8' });

test.each([
  ['as it was built', undefined, 'false'],
  ['without its code', null, 'undefined'],
  ['with damaged code', 'x'.repeat(1000), 'true'],
] as const)('V8 looks at the code of the program %s, and the program runs', (name, code, rejected) => {
  const bin = copyWith(name, code);
  const program = pathToFileURL(join(bin, 'program.js')).href;
  for (const words of [[], ['check', 'a.xlsx'], ['generate', '--help']]) {
    const look = `import { loadProgram } from ${JSON.stringify(program)}; console.log(loadProgram(${JSON.stringify(words)}).script.cachedDataRejected);`;
    expect(nodeSays(['--input-type=module', '--eval', look]).trim()).toBe(rejected);
  }
  expect(nodeSays([join(bin, 'backprop-workbook.js'), '--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
});
