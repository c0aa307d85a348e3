import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanXml } from '../../../src/check/file/xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a document tells, one word an event. @param wanted attributes that are read of every element */
function told(text: string, ...wanted: readonly string[]): readonly string[] {
  const events: string[] = [];
  scanXml(bytes(text), {
    open: (name, attribute) => events.push(`<${[name, ...wanted.map((each) => attribute(each) ?? '-')].join(' ')}>`),
    text: (piece) => events.push(piece),
    close: (name) => events.push(`</${name}>`),
  });
  return events;
}

describe('a document tells', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['elements and texts', '<a>x<b>y</b></a>', ['<a>', 'x', '<b>', 'y', '</b>', '</a>']],
    ['empty elements', '<a><b/><c /></a>', ['<a>', '<b>', '</b>', '<c>', '</c>', '</a>']],
    ['names without prefixes', '<x:a xmlns:x="y"></x:a>', ['<a>', '</a>']],
    ['the five entities and numbers', '<a>&lt;&amp;&gt;&quot;&apos;&#8706;&#x2202;</a>', ['<a>', '<&>"\'∂∂', '</a>']],
    ['numbers that are no characters', '<a>&#xD800;&#x110000;</a>', ['<a>', '\ufffd\ufffd', '</a>']],
    ['literal text', '<a><![CDATA[<b>&amp;]]></a>', ['<a>', '<b>&amp;', '</a>']],
    [
      'nothing of comments and instructions',
      '\ufeff<?xml version="1.0"?><!-- <a> --><a><?b <c> ?></a>',
      ['<a>', '</a>'],
    ],
    ['letters of all alphabets', '<ä>η∂𝟃</ä>', ['<ä>', 'η∂𝟃', '</ä>']],
  ])('%s', (_, xml, events) => {
    expect(told(xml)).toEqual(events);
  });

  test.each([
    ['by their names', '<a b="1" c=\'2\'/>', ['b', 'c', 'd'], '<a 1 2 ->'],
    ['with and without prefixes', '<a x:b="1" y:b="2"/>', ['b', 'y:b', 'x:b'], '<a 1 2 1>'],
    ['with > in them', '<a b="1>2" c="&lt;&#10;"/>', ['b', 'c'], '<a 1>2 <\n>'],
    ['with spaces around =', '<a b = "1"\n\tc="2" />', ['b', 'c'], '<a 1 2>'],
  ])('attributes %s', (_, xml, wanted, event) => {
    expect(told(xml, ...wanted)[0]).toBe(event);
  });
});

describe('a document is called damaged', () => {
  test.each([
    ['when it is empty', ''],
    ['when it is no XML', 'w1,w2'],
    ['when an element does not end', '<a><b></b>'],
    ['when elements cross', '<a><b></a></b>'],
    ['when there are two roots', '<a/><b/>'],
    ['when a tag does not end', '<a b="1'],
    ['when a tag is in a tag', '<a <b/>'],
    ['when an attribute has no value', '<a b/>'],
    ['when an attribute has no quotes', '<a b=1/>'],
    ['when an entity is unknown', '<a>&b;</a>'],
    ['when a comment does not end', '<a><!-- </a>'],
  ])('%s', (_, xml) => {
    expect(() => told(xml, 'b')).toThrow('The file is damaged: a part of it is not XML.');
  });

  test.each([
    ['a type declaration', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'declares a document type'],
    ['201 elements within each other', '<a>'.repeat(201), 'has more than 200 elements within each other'],
    ['1001 attributes', `<a ${'b="" '.repeat(1001)}/>`, 'has an element with more than 1000 attributes'],
  ])('but not for %s, which is told', (_, xml, what) => {
    expect(() => told(xml, 'c')).toThrow(`A part of the file ${what}, which no workbook does, so it is not opened.`);
  });
});

test('any text and any value comes back as it was written', () => {
  const escaped = (text: string): string => text.replace(/[<>&"'\r\n\t\0]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const anyText = fc.string({ unit: 'grapheme', maxLength: 50 });
  fc.assert(
    fc.property(anyText, anyText, (value, inner) => {
      expect(told(`<a b="${escaped(value)}">${escaped(inner)}-</a>`, 'b')).toEqual([
        `<a ${value}>`,
        `${inner}-`,
        '</a>',
      ]);
    }),
  );
});

test('any bytes are read or refused in a sentence', () => {
  const pieces = fc.constantFrom(
    '<',
    '</',
    '/>',
    '>',
    '"',
    "'",
    '=',
    ' ',
    'a',
    'b:c',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      try {
        told(`<a>${parts.join('')}</a>`, 'c');
      } catch (error) {
        expect(String(error)).toMatch(/^Unreadable: (?:The file is damaged|A part of the file).*\.$/);
      }
    }),
    { numRuns: 2_000 },
  );
});
