#!/usr/bin/env node
// Begins the program where it can run at all: a Node that is too old, or a folder that is gone, is told in a line and not by a trace.
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

const told = obstacle();
if (told === undefined) await import('./cli.ts');
else {
  console.error(`backprop-workbook: ${told}`);
  process.exitCode = 2;
}
