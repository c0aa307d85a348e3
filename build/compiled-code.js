// Makes V8 compile the built program, by usual runs of it, and keeps the code: see src/cli/program.ts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeUrl, loadProgram } from '../dist/bin/program.js';

/** Usual runs, in the order in which each finds what it needs. */
const runs = {
  help: ['--help'],
  generate: ['--output', 'one.xlsx'],
  check: ['check', 'one.xlsx'],
};

/** Runs the program with these words, and keeps the code. */
async function keepCode(run) {
  const { commands, script } = loadProgram(runs[run]);
  process.stdout.write = (_, ...rest) => {
    rest.findLast((each) => typeof each === 'function')?.();
    return true;
  };
  await commands.runCommandLine(runs[run]);
  if (!process.exitCode) writeFileSync(codeUrl(run), script.createCachedData());
}

/** The same for each of them, in a process of its own: code is kept of what was called. */
function keepAll() {
  const folder = mkdtempSync(join(tmpdir(), 'backprop-workbook-'));
  try {
    for (const run of Object.keys(runs)) {
      const options = { cwd: folder, stdio: 'inherit' };
      const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), run], options);
      if (status !== 0) throw new Error(`The program cannot be compiled: ${runs[run].join(' ')} ends with ${status}.`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, , run] = process.argv;
if (run === undefined) keepAll();
else await keepCode(run);
