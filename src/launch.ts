#!/usr/bin/env node
// Begins the program where it can run at all: a Node that is too old, or a folder that is gone, is told in a line and not by a trace; where
// addresses are few, Node begins anew in the way that needs fewer.
// Imports nothing, since what a module imports is loaded before it can say a word.

/** What cannot be, in a sentence; undefined where the program can run. */
function obstacle(): string | undefined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (!(major > 22 || (major === 22 && minor >= 2) || (major === 20 && minor >= 19)))
    return `needs Node 20.19, or 22.2 or newer, but this is Node ${process.versions.node}; see https://nodejs.org.`;
  try {
    process.cwd();
    return undefined;
  } catch {
    return 'the folder that it was started in is gone; change to another one.';
  }
}

/** With this, Node reserves no gigabytes of addresses for each module of WebAssembly, which spare it to look whether one is in range. */
const FEW_ADDRESSES = '--disable-wasm-trap-handler';

/** What is needed here of the WebAssembly JavaScript Interface. */
declare const WebAssembly: { readonly Memory: new (size: { readonly initial: number }) => object };

/** Whether there are addresses enough to reserve them as often as a program with a few threads does. */
function hasAddresses(): boolean {
  try {
    for (let k = 0; k < 4; k++) new WebAssembly.Memory({ initial: 1 });
    return true;
  } catch {
    return false;
  }
}

const told = obstacle();
if (told !== undefined) {
  console.error(`backprop-workbook: ${told}`);
  process.exitCode = 2;
} else if (hasAddresses() || process.execArgv.includes(FEW_ADDRESSES)) await import('./cli.ts');
else {
  // A limit such as that of `ulimit -v`.
  const { spawnSync } = await import('node:child_process');
  const words = [FEW_ADDRESSES, ...process.execArgv, ...process.argv.slice(1)];
  process.exitCode = spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1;
}
