#!/usr/bin/env node
// Begins the program where it can run at all: a Node that is too old, or a folder that is gone, is told in a line and not by a trace; where
// addresses are few, Node is restarted in the way that needs fewer.
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

/** Whether addresses are limited, as by `ulimit -v`; known of Linux only. */
async function areAddressesFew(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { readFileSync } = await import('node:fs');
  try {
    return /^Max address space +\d/m.test(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return false;
  }
}

/** Starts again in a process that needs fewer addresses, and ends as that does: with its code, or by its signal. */
async function restart(): Promise<void> {
  const { spawn } = await import('node:child_process');
  const words = [FEW_ADDRESSES, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn(process.execPath, words, { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.on('error', ({ message }) => {
      console.error(
        `backprop-workbook: Node cannot be started with ${FEW_ADDRESSES}: ${message}; raise the limit of ulimit -v.`,
      );
      resolve([1, null]);
    });
    child.on('exit', (...end) => resolve(end));
  });
  for (const each of signals) process.removeAllListeners(each);
  if (signal !== null) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
}

const told = obstacle();
if (told !== undefined) {
  console.error(`backprop-workbook: ${told}`);
  process.exitCode = 2;
} else if (!process.execArgv.includes(FEW_ADDRESSES) && (await areAddressesFew())) await restart();
else {
  const { loadProgram } = await import('./program.ts');
  const words = process.argv.slice(2);
  await loadProgram(words).commands.runCommandLine(words);
}
