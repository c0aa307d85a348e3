import { read } from '@e965/xlsx';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { formatAddress } from '../support/addresses.ts';
import { type CellValue, readWorkbook } from '../support/read-workbook.ts';

const names = every(10, networkNames());
const files = await Promise.all(
  names.map(async (name) => {
    const network = parseNetwork(JSON.parse(networkTemplate(name)));
    return thinned(await workbookBytes({ ...network, iterations: 3, learningRates: [0.5] }));
  }),
);

/** What a sheet's cells hold, by address; empty ones are left out. */
type Contents = Readonly<Record<string, CellValue>>;

/** The sheets of a file with what their cells hold, in the order of the tabs. */
const contentsOf = (bytes: Uint8Array): readonly (readonly [sheet: string, cells: Contents])[] =>
  readWorkbook(bytes).sheets.map(({ name, cells }) => [
    name,
    Object.fromEntries(
      [...cells].flatMap(([address, { value }]) => (value === null || value === '' ? [] : [[address, value] as const])),
    ),
  ]);

describe.each(names)('the workbook of %s, read by others:', (name) => {
  const bytes = files[names.indexOf(name)] ?? new Uint8Array();

  test('@e965/xlsx sees every value and every formula', () => {
    const workbook = read(bytes, { cellFormula: true });
    const seen = workbook.SheetNames.map((sheet) => [
      sheet,
      Object.fromEntries(
        Object.entries(workbook.Sheets[sheet] ?? {}).flatMap(([address, { t, v, w }]) => {
          if (address.startsWith('!') || v === undefined || v === '') return [];
          return [[address, t === 'e' ? { error: w } : v] as const];
        }),
      ),
    ]);
    expect(seen).toEqual(contentsOf(bytes));
    for (const { name: sheet, cells } of readWorkbook(bytes).sheets)
      for (const [address, { formula }] of cells)
        if (formula !== undefined && workbook.Sheets[sheet]?.[address]?.f === undefined)
          expect.fail(`${sheet}!${address} has lost its formula`);
  });

  test('read-excel-file sees every value', async () => {
    const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
    const seen = sheets.map(({ sheet, data }) => [
      sheet,
      Object.fromEntries(
        data.flatMap((row, r) =>
          row.flatMap((value, c) =>
            value === null || value === '' ? [] : [[formatAddress(r + 1, c + 1), value] as const],
          ),
        ),
      ),
    ]);
    expect(seen).toEqual(contentsOf(bytes));
  });
});
