import { expect, test } from 'vitest';
import { LANDSCAPE_SHEET } from '../../src/workbook/landscape/layout.ts';
import { readWorkbook, type WorkbookContents } from '../support/read-workbook.ts';
import { seededNetwork } from './networks.ts';
import { isEverything } from './sample.ts';
import { thinned } from './thinned.ts';
import { workbookBytes } from './workbook.ts';

const bytes = await workbookBytes(seededNetwork([2, 1], 1, { learningRates: [0.5], iterations: 3 }));
const [whole, thin] = [readWorkbook(bytes), readWorkbook(thinned(bytes))];

/** The cells of a sheet that hold formulas, by address. */
const formulas = ({ sheets }: WorkbookContents, of: string) =>
  [...(sheets.find(({ name }) => name === of)?.cells.values() ?? [])].filter(({ formula }) => formula !== undefined);

test('a thinned workbook shows the same everywhere', () => {
  const shown = ({ sheets }: WorkbookContents) =>
    sheets.map(({ name, cells }) => [name, [...cells.values()].map(({ address, value }) => [address, value])]);
  expect(shown(thin)).toEqual(shown(whole));
});

test('only Landscape has fewer formulas, yet some in every column and of every sixteenth row', () => {
  for (const { name } of whole.sheets.filter((sheet) => sheet.name !== LANDSCAPE_SHEET))
    expect(formulas(thin, name)).toEqual(formulas(whole, name));
  const [all, left] = [formulas(whole, LANDSCAPE_SHEET), formulas(thin, LANDSCAPE_SHEET)];
  const addresses = new Set(all.map(({ address }) => address));
  expect(left.filter(({ address }) => !addresses.has(address))).toEqual([]);
  expect(new Set(left.map(({ column }) => column))).toEqual(new Set(all.map(({ column }) => column)));
  expect(left.filter(({ row }) => row % 16 === 0)).toEqual(all.filter(({ row }) => row % 16 === 0));
  if (!isEverything) expect(left.length).toBeLessThan(all.length / 3);
});
