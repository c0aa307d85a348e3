import { describe, expect, test } from 'vitest';
import { type SheetCell, shownContent } from '../../src/sheet/cell.ts';
import { SheetDraft } from '../../src/sheet/draft.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { registry } from '../../src/workbook/registry.ts';
import type { Tab } from '../../src/workbook/tab.ts';
import { workbookOf } from '../../src/workbook/workbook.ts';
import { classWith } from '../helpers/networks.ts';
import { bookOf } from './book-of.ts';

const book = bookOf(classWith({ iterations: 3, learningRates: [0.5, 2] }));
const own = workbookOf(book).sheets;

/** A kind of sheet that no workbook has. */
const madeUp: Tab = {
  sheets: () => [{ name: 'Made up', color: '123456' }],
  line: 'What it is there for.',
  link: 'To it',
  inExercise: { overlay: (sheet) => sheet },
  build: ({ topology }) => {
    const sheet = new SheetDraft({ selected: 'A1' });
    sheet.put(1, 1, topology.curve, {});
    return sheet.finish({});
  },
};

const named = (sheets: readonly Sheet[], name: string): Sheet | undefined =>
  sheets.find((sheet) => sheet.name === name);
const linkTo = (sheet: Sheet | undefined, target: string): SheetCell | undefined =>
  sheet?.cells.find(
    ({ content }) =>
      typeof content === 'object' && content !== null && 'target' in content && content.target === target,
  );

describe('a sheet that is entered into the registry', () => {
  const at = 3;
  const { sheets } = workbookOf(book, [...registry.slice(0, at), madeUp, ...registry.slice(at)]);

  test('has its tab in the place of its entry', () => {
    const names = own.map(({ name }) => name);
    expect(sheets.map(({ name }) => name)).toEqual([...names.slice(0, at), 'Made up', ...names.slice(at)]);
    expect(named(sheets, 'Made up')).toMatchObject({ tabColor: '123456', cells: [{ content: 'E_total' }] });
  });

  test('is in the contents on Start, with its line', () => {
    const start = named(sheets, 'Start');
    const link = linkTo(start, "'Made up'!A1");
    expect(link?.content).toMatchObject({ text: 'Made up' });
    const beside = start?.cells.find(({ row, column }) => row === link?.row && column === link.column + 1);
    expect(beside?.content).toBe('What it is there for.');
  });

  test.each(['LR 0.5', 'LR 2'])('is linked from %s', (name) => {
    expect(linkTo(named(sheets, name), "'Made up'!A1")?.content).toMatchObject({ text: 'To it' });
  });

  test('pushes nothing aside on Start', () => {
    const texts = (start: Sheet | undefined): ReadonlySet<unknown> =>
      new Set(start?.cells.map(({ content }) => shownContent(content)));
    const missing = [...texts(named(own, 'Start'))].filter((text) => !texts(named(sheets, 'Start')).has(text));
    expect(missing).toEqual([]);
  });

  test('leaves the other sheets as they are', () => {
    const others = own.filter(({ name }) => name !== 'Start' && !name.startsWith('LR '));
    expect(sheets.filter(({ name }) => others.some((other) => other.name === name)).map(({ cells }) => cells)).toEqual(
      others.map(({ cells }) => cells),
    );
  });
});

test('no two sheets have the same name', () => {
  const names = own.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

test.each(own)('on $name no two cells stand in one place', ({ cells }) => {
  expect(new Set(cells.map(({ row, column }) => `${row} ${column}`)).size).toBe(cells.length);
});
