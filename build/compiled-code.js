// Makes V8 compile the built program, by usual runs of it, and keeps the code: see src/cli/program.ts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadProgram } from '../dist/bin/program.js';

const CODE = resolve('dist/bin/cli.code');
const folder = mkdtempSync(join(tmpdir(), 'backprop-workbook-'));
try {
  process.chdir(folder);
  const { commands, script } = loadProgram();
  process.stdout.write = (_, ...rest) => {
    rest.findLast((each) => typeof each === 'function')?.();
    return true;
  };
  await commands.runCommandLine([]);
  await commands.runCommandLine(['generate', '--learning-rates', '0.5', '--iterations', '30', '--output', 'one.xlsx']);
  await commands.runCommandLine(['check', 'one.xlsx']);
  if (!process.exitCode) writeFileSync(CODE, script.createCachedData());
} finally {
  rmSync(folder, { recursive: true });
}
