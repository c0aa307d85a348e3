// Puts the steps of the class network into README.md, between the markers that test/docs-explain.test.ts reads: npm run explain-readme
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const readme = new URL('../../README.md', import.meta.url);
const program = fileURLToPath(new URL('../../dist/bin/backprop-workbook.js', import.meta.url));

const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'explain'], { encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);

const before = readFileSync(readme, 'utf8');
const between = /(?<=<!-- explain:begin -->\n)[\s\S]*?(?=<!-- explain:end -->)/;
if (!between.test(before)) throw new Error('README.md has no markers explain:begin and explain:end.');
// By a function, because the formulas are full of $, which a replacement text would take for its own.
writeFileSync(
  readme,
  before.replace(between, () => `\n${stdout}\n`),
);
