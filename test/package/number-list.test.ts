import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, type NumberList, serialise } from '../../src/drawing/xml.ts';
import { writeNumbers } from '../../src/package/number-list.ts';
import { RowWriter } from '../../src/package/row-writer.ts';

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

test('a list of any numbers is written as its XML is', () => {
  const value = fc.oneof(fc.double(), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 1100, size: 'max' }), (values) => {
      const list = listOf(values);
      expect(written(list)).toBe(serialise(element('all', {}, [list])).replace(/<all>|<\/all>|<all\/>/g, ''));
    }),
    { numRuns: 30 },
  );
});
