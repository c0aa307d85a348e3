import { describe, expect, test } from 'vitest';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { givenName } from '../../src/quantities/name.ts';
import { initialValues, topologyOf } from '../../src/quantities/topology.ts';
import { absolute, columnLetters, columnRange, onSheet, quoted, relative } from '../../src/sheet/address.ts';
import { learningRateName, rateSheet, tableLayout, tableOn } from '../../src/workbook/layout.ts';
import { mixed } from '../../src/workbook/look/color.ts';
import { initialName } from '../../src/workbook/network/layout.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';
import { isAddress } from '../support/addresses.ts';

describe('addresses', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  test.each([
    [relative(14, 24), 'X14'],
    [absolute(14, 24), '$X$14'],
    [quoted("it's"), "'it''s'"],
    [onSheet('LR 0.5', '$A$1'), "'LR 0.5'!$A$1"],
    [columnRange('LR 1', 2, 14, 113), "'LR 1'!$B$14:$B$113"],
  ])('%s', (made, wanted) => {
    expect(made).toBe(wanted);
  });
});

describe('names', () => {
  test.each([
    ['w1', 'init_w_1', givenName('w', 1)],
    ['i12', 'init_i_12', givenName('i', 12)],
    ['t2@3', 'init_t_2_sample_3', givenName('t', 2, 3)],
    ['β1', 'init_beta_1', givenName('β1')],
    ['slope2', 'init_slope_2', givenName('slope', 2)],
  ])('%s is kept as %s', (name, defined, given) => {
    expect(given.name).toBe(name);
    expect(initialName(given)).toBe(defined);
  });

  test.each([classNetwork, seededNetwork([5, 5, 5, 5, 5], 1)])('of $title are different, and no cells', (network) => {
    const names = [...initialValues(topologyOf(network)).map(initialName), learningRateName(1)];
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => isAddress(name) || !/^[a-z_]+\d+$/.test(name))).toEqual([]);
  });

  test.each([
    [0.5, 'LR 0.5'],
    [2, 'LR 2'],
    [1e-7, 'LR 1e-7'],
    [1.2345678901234568e-300, 'LR 1.2345678901234568e-300'],
  ])('the sheet of η = %d is %s', (rate, sheet) => {
    expect(rateSheet(rate)).toBe(sheet);
    expect(sheet.length).toBeLessThanOrEqual(31);
  });
});

describe('the table', () => {
  const topology = topologyOf(classNetwork);
  const groups = columnGroups(topology);
  const table = tableLayout(topology, groups, 100);

  test('has the quantities in columns of their own, in order after the iteration', () => {
    const columns = columnsOf(groups).map(({ name }) => table.column(name));
    expect(columns).toEqual(columns.map((_, k) => k + table.iterationColumn + 1));
    expect(table.lastColumn).toBe(columns.at(-1));
  });

  test('has iterations in rows under its header', () => {
    expect([table.groupRow, table.nameRow, table.formulaRow, table.firstRow]).toEqual(
      [3, 2, 1, 0].map((above) => table.row(1) - above),
    );
    expect(table.lastRow - table.firstRow).toBe(99);
    expect(table.lastRow).toBe(table.row(100));
  });

  test('says ranges with their sheet, first and last iteration included', () => {
    const [first, last] = [table.cell('E_total', 1), table.cell('E_total', 100)].map((cell) =>
      cell.replace(/([A-Z]+)(\d+)/, '$$$1$$$2'),
    );
    expect(tableOn('LR 0.5', table).range('E_total')).toBe(`'LR 0.5'!${first}:${last}`);
    expect(tableOn('LR 2', table).header('E_total')).toBe(`'LR 2'!${absolute(table.nameRow, table.column('E_total'))}`);
    expect(tableOn('LR 2', table).iterationRange).toBe(
      columnRange('LR 2', table.iterationColumn, table.firstRow, table.lastRow),
    );
  });

  test('knows no other quantities', () => {
    expect(() => table.column('w9')).toThrow('No cell holds w9.');
  });

  test('is refused where a sheet has not columns enough', () => {
    const wide = topologyOf(seededNetwork([1, 3_300, 1], 1));
    expect(() => tableLayout(wide, columnGroups(wide), 1)).toThrow(
      /^layers: This network needs \d{5} columns, but a sheet has 16384; give it fewer units or layers/,
    );
  });
});

test.each([
  ['000000', 'FFFFFF', 0, '000000'],
  ['000000', 'FFFFFF', 1, 'FFFFFF'],
  ['000000', 'FF8000', 0.5, '804000'],
  ['0A0B0C', '0A0B0C', 0.3, '0A0B0C'],
])('between %s and %s, at %d, is %s', (first, second, share, color) => {
  expect(mixed(first, second, share)).toBe(color);
});
