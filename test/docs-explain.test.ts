import { expect, test } from 'vitest';
import { explain } from '../src/pipeline/explain.ts';
import { classNetwork } from './helpers/networks.ts';
import { document } from './markdown.ts';

const readme = document('README.md');
const markers = readme.match(/<!-- explain:(?:begin|end) -->/g) ?? [];

test.skipIf(markers.length === 0)('README.md explains the class network as the program does', () => {
  expect(markers).toEqual(['<!-- explain:begin -->', '<!-- explain:end -->']);
  const [, between] = readme.split(/<!-- explain:(?:begin|end) -->/);
  expect(between, 'Refresh it: npm run explain-readme').toBe(`\n\n${explain(classNetwork)}\n`);
});
