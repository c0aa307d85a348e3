import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/check/finding.ts';
import { jsonText } from '../../../src/check/report/json.ts';
import { markdownReport, markdownTable } from '../../../src/check/report/markdown.ts';
import { reportsTable, textReport } from '../../../src/check/report/text.ts';
import { times } from '../../helpers/sample.ts';
import { mistake, report, table } from './reports.ts';

/** A report with a stranger's text wherever one can stand: names of sheets, headers, errors, formulas. */
const with_ = (text: string): Report =>
  report({
    verdict: 'wrong',
    tables: [table(text, { missing: [text] }), table('B', { learningRate: { value: 0.5, source: text, cell: 'B2' } })],
    notJudged: [{ sheet: text, what: text, why: text }],
    sheetsWithoutTable: [text, 'C'],
    findings: [
      mistake({
        sheet: text,
        message: `The cell shows ${text}.`,
        correction: `='${text}'!A1+1`,
        quantity: text,
        also: [{ sheet: text, quantity: text, cell: 'B7', count: 1, correction: `='${text}'!B1` }],
      }),
    ],
  });

const unjudged = (text: string): Report => report({ verdict: 'unjudged', reason: text, tables: [] });

const tricks: readonly string[] = [
  'x\nzoe.xlsx: all right: 3 tables, 99 cells judged',
  'x\r\u2028zoe.xlsx: all right\u2029\u0085\v\f',
  '\u001b[2J\u001b]8;;http://x.y\u0007z\u009b1m\u007f',
  '\u202eright\u2066 all\u200f\u061c',
  'a\u200bb\u2060c\ufeffd\u00ade\u{e0041}f\u3164g\u034f',
  '```\n\n# Heading\n<b onclick=x>html</b>\n```',
  '`` ` ```',
  '<script>alert(1)</script> <!-- x --> <img src=x>',
  '[a](http://b.c) ![a](b.png) [a]: http://b.c <http://b.c>',
  'http://b.c https://b.c/d www.b.com b.com mailto:a@b.com a@b.com //b.com ftp://b.c',
  '@everyone @user #12 GH-12 user/repo#1 :tada: $x$ &copy; &#64;user',
  '| a | b |\n| --- | --- |\n| c | d |',
  '# h',
  '- l',
  '1. l',
  '> q',
  '    code',
  '===',
  '---',
  '+ l',
  '~~~',
  '* l',
  '***b*** __b__ ~~b~~',
  '\\',
  'a|b\\|c',
  '\t',
  ' ',
  '',
  'a  \nb',
  '<',
  '&lt;b&gt;',
  '\ud800x\udc00',
  '=HYPERLINK("http://b.c","x")',
];

const anyText = fc.oneof(
  fc.constantFrom(...tricks),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(...'`*_[]()<>#|!@:/.\\&~-+=1a \n\t"\''.split(''), 'www.', 'http', '.com', '\u001b', '\u2028'),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

/** Marks that a terminal obeys, or that show nothing, or turn the direction of writing. */
const OBEYED = /(?!\n|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const indent = (line: string): number => line.length - line.trimStart().length;

const withEvery = (check: (text: string) => void): void => {
  for (const text of tricks) check(text);
  fc.assert(fc.property(anyText, check), { numRuns: times(200) });
};

describe('whatever a stranger wrote,', () => {
  test('the text has the lines that it should, and one verdict', () => {
    const usual = textReport('a.xlsx', with_('x')).split('\n');
    withEvery((text) => {
      const lines = textReport('a.xlsx', with_(text)).split('\n');
      expect(lines).toHaveLength(usual.length);
      expect(lines.map(indent)).toEqual(usual.map(indent));
      expect(lines[0]).toBe('a.xlsx: 1 mistake; 608 cells judged; 1 part not judged');
      expect(lines.slice(1).filter((line) => /^\S/.test(line))).toEqual([]);
      expect(lines.join('\n')).not.toMatch(OBEYED);
      expect(textReport(text, unjudged(text))).not.toMatch(/\n/);
      expect(textReport(text, unjudged(text))).not.toMatch(OBEYED);
      expect(
        reportsTable([
          [text, unjudged(text)],
          ['b', report()],
        ]).split('\n'),
      ).toHaveLength(2);
    });
  });

  test('lines are of bounded length', () => {
    const long = textReport('x'.repeat(1e6), with_('y'.repeat(1e6)));
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThan(8_300);
  });

  test('a name that could be taken for more stands in quotes', () => {
    expect(textReport('a.xlsx: all right', report({ tables: [table('zoe.xlsx: all right')] })).split('\n')).toEqual([
      '"a.xlsx: all right": all right: 1 table, 304 cells judged',
      '  "zoe.xlsx: all right"!A5:AE17: a 2-2-2 network, 12 rows, η = 0.5 (label, B2); 304 cells judged',
    ]);
  });

  test.each([
    'LR 0.2',
    'Tabelle 1',
    "It's η=0.5 (2)",
    'C:\\homework\\zoe.xlsx',
    '../a/b_c-d.xlsx',
    '日本 ✓'.slice(0, 2),
  ])('the name %s is shown as it is', (name) => {
    expect(textReport(name, report({ tables: [] }))).toBe(`${name}: all right: 0 tables, 0 cells judged`);
  });

  test('JSON is valid, says the same, and holds no marks that a terminal obeys', () => {
    withEvery((text) => {
      const json = jsonText({ file: text, ...with_(text) });
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ file: text, ...with_(text) })));
      expect(json).not.toMatch(OBEYED);
    });
  });
});

const reader = new MarkdownIt({ html: true, linkify: true, typographer: true });

/** What Markdown makes of a text: the kinds of its blocks, of what is in them, and the words that are no code. */
function read(markdown: string): {
  readonly blocks: readonly string[];
  readonly inline: readonly string[];
  readonly words: string;
} {
  const tokens = reader.parse(markdown, {});
  const inner = tokens.flatMap((token) => token.children ?? []);
  return {
    blocks: tokens.map(({ type, tag }) => `${type} ${tag}`),
    inline: [...new Set(inner.map(({ type }) => type))],
    words: inner
      .filter(({ type }) => type === 'text')
      .map(({ content }) => content)
      .join(' '),
  };
}

describe('whatever a stranger wrote, in Markdown', () => {
  const OURS = ['text', 'code_inline', 'strong_open', 'strong_close'];

  test('it is no heading, list, block, link, picture, HTML or name of somebody', () => {
    const usual = read(markdownReport('a.xlsx', with_('x')));
    withEvery((text) => {
      const markdown = markdownReport(text, with_(text));
      const { blocks, inline, words } = read(markdown);
      expect(blocks).toEqual(usual.blocks);
      expect(inline.filter((type) => !OURS.includes(type))).toEqual([]);
      expect(words).not.toMatch(/[@#<>&|~$]|www\.|:\/\/|GH-\d/i);
      expect(markdown).not.toMatch(OBEYED);
    });
  });

  test('a verdict that quotes it is one paragraph', () => {
    withEvery((text) => {
      const { blocks, inline } = read(markdownReport('a.xlsx', unjudged(text)));
      expect(blocks).toEqual(read(markdownReport('a.xlsx', unjudged('x'))).blocks);
      expect(inline.filter((type) => !OURS.includes(type))).toEqual([]);
    });
  });

  test('it stays in its cell of the table', () => {
    withEvery((text) => {
      const { blocks, inline } = read(
        markdownTable([
          [text, unjudged(text)],
          ['b.xlsx', report()],
        ]),
      );
      expect(blocks).toEqual(
        read(
          markdownTable([
            ['a', unjudged('x')],
            ['b.xlsx', report()],
          ]),
        ).blocks,
      );
      expect(inline.filter((type) => !OURS.includes(type))).toEqual([]);
    });
  });

  test('formulas are code, and sentences stay as they are', () => {
    expect(markdownReport('zoe.xlsx', report({ verdict: 'wrong', findings: [mistake({ count: 1 })] }))).toBe(
      [
        '## `zoe.xlsx`',
        '',
        '**1 mistake; 304 cells judged**',
        '',
        '- LR `0.5!A5:AE17`: a 2-2-2 network, 12 rows, η = 0.5 (label, B2); 304 cells judged',
        '',
        '### ✗ `LR 0.5!AD6`',
        '',
        '∂E/∂w3 uses `a_h1·(1−a_h1)`; it should use `a_h2·(1−a_h2)`.',
        '',
        'Right:',
        '',
        '```text',
        '=(R6-A6)*L6*(1-L6)*C6',
        '```',
        '',
      ].join('\n'),
    );
  });
});
