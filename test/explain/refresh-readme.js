// Puts the steps of the class network into docs/steps.md, and those that README.md shows into README.md, between the markers that
// test/docs-explain.test.ts reads: npm run explain-readme
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [readme, steps] = ['README.md', 'docs/steps.md'].map((path) => new URL(`../../${path}`, import.meta.url));
const program = fileURLToPath(new URL('../../dist/bin/backprop-workbook.js', import.meta.url));

const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'explain'], { encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);

/** A step: its quantity, what is said of it, its formulas. */
const STEP = /^\*\*(.+?)\*\* .*\n\n```math\n[\s\S]*?^```$/gm;
const all = new Map(Array.from(stdout.matchAll(STEP), ([text, quantity]) => [quantity, text]));

/** Changes what stands between the markers of a file. */
function refresh(file, change) {
  const before = readFileSync(file, 'utf8');
  const between = /(?<=<!-- explain:begin -->\n)[\s\S]*?(?=<!-- explain:end -->)/;
  if (!between.test(before)) throw new Error(`${file} has no markers explain:begin and explain:end.`);
  writeFileSync(file, before.replace(between, change));
}

// By a function, because the formulas are full of $, which a replacement text would take for its own.
refresh(steps, () => `\n${stdout}\n`);
refresh(readme, (text) => text.replace(STEP, (step, quantity) => all.get(quantity) ?? step));
