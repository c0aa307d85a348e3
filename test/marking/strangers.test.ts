import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/check/finding.ts';
import { readCsv } from '../../src/csv/csv.ts';
import { markedClass } from '../../src/marking/marked-class.ts';
import { classCsv } from '../../src/marking/report/csv.ts';
import { htmlFeedback, markdownFeedback } from '../../src/marking/report/feedback.ts';
import { classHtml } from '../../src/marking/report/html.ts';
import { classText } from '../../src/marking/report/text.ts';
import { examined, handedIn, states } from './examined.ts';

/** What a stranger may write into a name, a sheet's name or a text. */
const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '+1',
  '@SUM(A1)',
  '-2+3',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'Jane\n  Wei  10 of 10',
  'Jane\u2028Wei',
  'a\u001b[31mred\u001b[0m',
  'a\u202egnp.exe',
  '`code` | cell | [link](http://x) ![](http://x) <b>',
  '</td></tr></table>',
  '10 of 10  all right',
  ']]>',
  '\ttab',
];

const finding = (text: string): Finding => ({
  kind: 'no-number',
  mistake: true,
  sheet: text,
  cell: 'A1',
  message: `w1 shows the text ${text}`,
  correction: `=A1+${text}`,
});

const marked = markedClass(
  HOSTILE.map((text, k) => {
    const own = examined({ quantities: states(1, 2), learner: text }, [finding(text)]);
    return handedIn(text, undefined, own, { key: `${k}`, feedback: `${k}` });
  }),
);

describe('what a stranger wrote stays a text:', () => {
  test('on a terminal, where only our lines begin at the margin or name a learner', () => {
    const lines = classText(marked).split('\n');
    expect(lines.filter((line) => /^\S/.test(line)).map((line) => line.replace(/[:;,].*/, ''))).toEqual([
      `${HOSTILE.length} learners`,
      expect.stringMatching(/^Slips of/),
    ]);
    expect(lines.filter((line) => / 1 of 2 /.test(line))).toHaveLength(HOSTILE.length);
    expect(lines.filter((line) => /^ {2}(?:Wei|10 of 10)\b/.test(line))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(classText(marked)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
  });

  test.each([',', ';'])('in CSV with %s, where no cell is a formula', (delimiter) => {
    const { rows } = readCsv(classCsv(marked, 'name', delimiter), delimiter);
    expect(rows).toHaveLength(HOSTILE.length + 1);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(rows.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  test.each([
    ['the report', classHtml(marked)],
    ['feedback', marked.learners.map((learner) => htmlFeedback(learner, true)).join('')],
  ])('in HTML, where no tag, attribute or entity is theirs: %s', (_, html) => {
    const own = html.replace(/<script>[^<]*<\/script>/g, '').replace(/<style>[^<]*<\/style>/g, '');
    const tags = [...own.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    const names = new Set(tags.map((tag) => /^<\/?(\w+|!doctype)/.exec(tag)?.[1]));
    expect([...names].filter((name) => ['script', 'img', 'b', 'a', undefined].includes(name))).toEqual([]);
    expect(tags.filter((tag) => /\son\w+=/.test(tag))).toEqual([]);
    expect(own.match(/<(?!\/?\w|!doctype)/g)).toBeNull();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(own).not.toMatch(/[\u001b\u202e\u2028]/u);
  });

  test('in Markdown, where it makes no heading, link, picture, tag or code of its own', () => {
    const markdown = new MarkdownIt({ html: true, linkify: true });
    for (const learner of marked.learners) {
      const tokens = markdown.parse(markdownFeedback(learner, true), {});
      expect(tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag)).toEqual(['h1', 'h2']);
      const inside = tokens.flatMap(({ children }) => children ?? []).map(({ type }) => type);
      expect(inside.filter((type) => /link|image|html/.test(type))).toEqual([]);
      expect(tokens.filter(({ type }) => /html|table/.test(type))).toEqual([]);
    }
  });
});

describe('feedback', () => {
  const slip: Finding = {
    kind: 'wrong',
    mistake: true,
    sheet: 'LR 0.5',
    cell: 'Z14',
    count: 3,
    quantity: '∂E/∂w3',
    message: '∂E/∂w3 uses a_h1·(1 − a_h1); it should use a_h2·(1 − a_h2) (what it computes is x).',
    correction: '=A1*B1',
    also: [{ sheet: 'LR 0.5', cell: 'AA14', count: 3, quantity: '∂E/∂w4' }],
  };
  const [learner] = markedClass([handedIn('Jane', undefined, examined({ quantities: states(1, 2) }, [slip]))]).learners;
  if (learner === undefined) throw new Error('A class has its learners.');

  test.each([
    ['Markdown', markdownFeedback],
    ['HTML', htmlFeedback],
  ])('tells what is wrong and asks a question, and the formula only with --solutions: %s', (_, page) => {
    // In Markdown, code stands in backticks.
    const [without = '', withThem = ''] = [false, true].map((all) => page(learner, all).replaceAll('`', ''));
    for (const text of [without, withThem]) {
      expect(text).toContain('uses a_h1·(1 − a_h1)');
      expect(text).toContain('The same slip stands in ∂E/∂w4.');
      expect(text).toContain('Which unit does it lead to');
    }
    expect(without).not.toMatch(/a_h2|A1\*B1|should/);
    expect(withThem).toContain('=A1*B1');
    expect(withThem).toContain('it should use a_h2');
  });
});
