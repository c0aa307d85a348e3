import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeNumbers } from '../../src/xlsx/number-list.ts';
import { RowWriter } from '../../src/xlsx/row-press/index.ts';
import { element, type NumberList, serialise } from '../../src/xlsx/xml.ts';

const writer = new RowWriter();

function written(list: NumberList): string {
  writeNumbers(list, writer);
  return new TextDecoder().decode(writer.take().bytes());
}

const listOf = (values: readonly number[]): NumberList => ({
  values: Float64Array.from(values),
  texts: ['<pt k="', '">', '</pt>'],
});

test.each([
  ['none', [], ''],
  ['a few', [0.5, -2], '<pt k="0">0.5</pt><pt k="1">-2</pt>'],
  ['gaps where there is no number', [Number.NaN, 1, Number.POSITIVE_INFINITY, 2], '<pt k="1">1</pt><pt k="3">2</pt>'],
])('numbers of a list: %s', (_, values, xml) => {
  expect(written(listOf(values))).toBe(xml);
});

test('a list of any numbers has each at its place', () => {
  const value = fc.oneof(fc.double(), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 1100, size: 'max' }), (values) => {
      const all = values.map((each, k) => (Number.isFinite(each) ? `<pt k="${k}">${each}</pt>` : ''));
      expect(written(listOf(values))).toBe(all.join(''));
    }),
    { numRuns: 30 },
  );
});

test('a list of numbers does not become a string', () => {
  expect(() => serialise(element('all', {}, [listOf([1])]))).toThrow('A list of numbers is written by itself.');
});
