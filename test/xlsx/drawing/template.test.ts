import { describe, expect, test } from 'vitest';
import { parsed } from '../../../build/drawing-templates.js';
import { fillTemplate, readyTemplate } from '../../../src/xlsx/drawing/template.ts';
import { element, serialise } from '../../../src/xlsx/xml.ts';

const filled = (template: string, filling: Parameters<typeof fillTemplate>[1] = {}): string =>
  serialise(fillTemplate(readyTemplate(parsed(template)), filling));

describe('a template is filled', () => {
  test.each([
    ['<a>{x}</a>', { x: 'y' }, '<a>y</a>'],
    ['<a b="{x}"/>', { x: 7 }, '<a b="7"/>'],
    ['<a b="w{x}h{y}"><c/></a>', { x: 1, y: 2 }, '<a b="w1h2"><c/></a>'],
    ['<a><b>{x}</b><b>{x}</b></a>', { x: 0 }, '<a><b>0</b><b>0</b></a>'],
    ['<a>{x}</a>', { x: `<&>"'` }, `<a>&lt;&amp;&gt;&quot;'</a>`],
    ['<a b="{x}"/>', { x: '"<&' }, '<a b="&quot;&lt;&amp;"/>'],
    ['<a>{x}</a>', { x: '{y} $& 🙂' }, '<a>{y} $&amp; 🙂</a>'],
    ['<a><?s?></a>', { s: [] }, '<a/>'],
    ['<a><b/><?s?><c/></a>', { s: [element('x'), 'text', { xml: '<y/>' }] }, '<a><b/><x/>text<y/><c/></a>'],
    ['<a><?s?></a>', { s: ['{x}'] }, '<a>{x}</a>'],
    ['<a>\n  <!-- a comment -->\n  <b> {x} </b>\n</a>', { x: 1 }, '<a><b> 1 </b></a>'],
    ['<a b="1"><c d="e">f &amp; g</c></a>', {}, '<a b="1"><c d="e">f &amp; g</c></a>'],
  ])('%s with %j is %s', (template, filling, xml) => {
    expect(filled(template, filling)).toBe(xml);
  });

  test.each([
    ['<a>{x}</a>', {}, 'Nothing was given for {x}.'],
    ['<a>{x}</a>', { x: [] }, 'Nothing was given for {x}.'],
    ['<a><?s?></a>', {}, 'Nothing was given for <?s?>.'],
    ['<a><?s?></a>', { s: 'text' }, 'Nothing was given for <?s?>.'],
  ])('but %s not with %j', (template, filling, message) => {
    expect(() => filled(template, filling)).toThrow(message);
  });

  test('any number of times, the template stays as it is', () => {
    const template = readyTemplate(parsed('<a b="{x}"><c>{x}</c><?s?></a>'));
    const results = ['1', '2', '1'].map((x) => serialise(fillTemplate(template, { x, s: [x] })));
    expect(results).toEqual(['<a b="1"><c>1</c>1</a>', '<a b="2"><c>2</c>2</a>', '<a b="1"><c>1</c>1</a>']);
  });
});

describe('XML', () => {
  test.each([
    ['<a/>', '<a/>'],
    ['<?xml version="1.0"?>\n<!-- c --><a>\n <b/>\n</a>', '<a><b/></a>'],
    ['<a xml:space="preserve"> x </a>', '<a xml:space="preserve"> x </a>'],
    ['<a> </a>', '<a> </a>'],
    ['<a>&lt;&#65;&apos;</a>', "<a>&lt;A'</a>"],
  ])('%s is read and written as %s', (xml, written) => {
    expect(serialise(parsed(xml))).toBe(written);
  });

  test('attributes that are undefined are left out', () => {
    expect(serialise(element('a', { b: 1, c: undefined, d: '' }))).toBe('<a b="1" d=""/>');
  });

  test('a slot that nobody filled is an error, not silence', () => {
    expect(() => serialise(parsed('<a><?s?></a>'))).toThrow('The slot s was not filled.');
  });
});
