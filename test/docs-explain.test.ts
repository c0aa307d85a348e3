import { describe, expect, test } from 'vitest';
import { explain } from '../src/pipeline/explain.ts';
import { classNetwork } from './helpers/networks.ts';
import { document } from './markdown.ts';

/** What stands between the markers of a document. */
function between(path: string): string {
  const text = document(path);
  expect(text.match(/<!-- explain:(?:begin|end) -->/g)).toEqual(['<!-- explain:begin -->', '<!-- explain:end -->']);
  return text.split(/<!-- explain:(?:begin|end) -->/)[1] ?? '';
}

const explanation = explain(classNetwork);
const refresh = 'Refresh it: npm run explain-readme';

test('docs/steps.md explains the class network as the program does', () => {
  expect(between('docs/steps.md'), refresh).toBe(`\n\n${explanation}\n`);
});

describe('README.md', () => {
  const folded = [
    ...between('README.md').matchAll(/<details>\n<summary><b>(.*)<\/b><\/summary>\n\n([\s\S]*?)\n\n<\/details>/g),
  ].map(([, title = '', text = '']) => ({ title, text }));
  const sections = explanation
    .split(/^### /m)
    .slice(1)
    .map((section) => ({ title: section.split('\n')[0] ?? '', text: section }));

  test('has each major step, folded', () => {
    expect(folded.map(({ title }) => title)).toEqual(sections.map(({ title }) => title));
  });

  test.each(sections)('says of $title what the program does, word for word', ({ title, text }) => {
    const pieces = folded.find((each) => each.title === title)?.text.split(/\n\n(?=\*\*)/) ?? [];
    expect(pieces.length).toBeGreaterThan(1);
    expect(
      pieces.filter((piece) => !text.includes(`${piece}\n`)),
      refresh,
    ).toEqual([]);
  });

  test('ends with what became of the error', () => {
    const [last = ''] = /^This update takes the error from.*$/m.exec(explanation) ?? [];
    expect(between('README.md')).toContain(`\n${last}\n`);
  });
});
