import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { initialValues, topologyOf } from '../../src/quantities/topology.ts';
import { onSheet, relative } from '../../src/sheet/address.ts';
import { RATES_SHEET } from '../../src/workbook/called.ts';
import {
  LEARNING_RATE_CELL,
  learningRateName,
  rateSheet,
  ratesLayout,
  tableLayout,
} from '../../src/workbook/layout.ts';
import { initialName, NETWORK_SHEET } from '../../src/workbook/network/layout.ts';
import { classNetwork, seededNetwork } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { formatAddress, parseArea } from '../support/addresses.ts';
import { type Cell, type CellValue, readWorkbook } from '../support/read-workbook.ts';
import { attribute, children, descend, descendants, parsePart, type XmlElement } from '../support/xml.ts';

const networks = [classNetwork, seededNetwork([3, 4, 2, 1], 1), seededNetwork([2, 3, 3, 2], 3, { iterations: 1 })];

describe.each(networks)('the workbook of $title', async (network) => {
  const topology = topologyOf(network);
  const groups = columnGroups(topology);
  const columns = columnsOf(groups);
  const table = tableLayout(topology, groups, network.iterations);
  const { sheets, definedNames, parts } = readWorkbook(await workbookBytes(network));

  const cellAt = (sheet: string, address: string): Cell | undefined =>
    sheets.find(({ name }) => name === sheet)?.cells.get(address.replaceAll('$', ''));
  const valueAt = (sheet: string, address: string): CellValue => cellAt(sheet, address)?.value ?? null;
  /** A reference such as `'LR 1'!$A$1` as sheet and address. */
  const split = (reference: string): readonly [sheet: string, address: string] => {
    const [, sheet = '', address = ''] = /^'?(.*?)'?!(.*)$/.exec(reference) ?? [];
    return [sheet, address];
  };

  test.each(network.learningRates)('holds in the table of η = %d exactly what the engine computed', (rate) => {
    const quantities = columns.map(({ quantity }) => quantity);
    const trace = train(topology, rate, network.iterations, quantities);
    for (let k = 1; k <= network.iterations; k++) {
      const shown = columns.map(({ name }) => valueAt(rateSheet(rate), table.cell(name, k)));
      expect(shown).toEqual([...trace.row(k)].map((value) => value + 0));
      expect(valueAt(rateSheet(rate), relative(table.row(k), table.iterationColumn))).toBe(k);
    }
    expect(valueAt(rateSheet(rate), relative(table.lastRow + 1, table.iterationColumn))).toBeNull();
  });

  test.each(network.learningRates)('names the columns of η = %d, iteration first', (rate) => {
    const header = ['iteration', ...columns.map(({ name }) => name)];
    const shown = header.map((_, k) => valueAt(rateSheet(rate), relative(table.nameRow, k + 1)));
    expect(shown).toEqual(header);
    expect(new Set(columns.map(({ name }) => table.column(name))).size).toBe(columns.length);
  });

  test('every number of the table but the first iteration number is a formula', () => {
    for (const rate of network.learningRates) {
      const addresses = [
        ...columns.flatMap(({ name }) => Array.from({ length: network.iterations }, (_, k) => table.cell(name, k + 1))),
        ...Array.from({ length: network.iterations - 1 }, (_, k) => relative(table.row(k + 2), table.iterationColumn)),
      ];
      expect(addresses.filter((address) => cellAt(rateSheet(rate), address)?.formula === undefined)).toEqual([]);
    }
  });

  test.each(initialValues(topology))(
    'keeps $name in a named cell, typed in, and reads it in iteration 1',
    (initial) => {
      const [sheet, address] = split(definedNames.get(initialName(initial)) ?? '');
      expect(sheet).toBe(NETWORK_SHEET);
      expect(cellAt(sheet, address)).toMatchObject({ value: initial.value });
      expect(cellAt(sheet, address)).not.toHaveProperty('formula');
      for (const rate of network.learningRates)
        expect(cellAt(rateSheet(rate), table.cell(initial.name, 1))?.formula).toBe(onSheet(sheet, address));
    },
  );

  test('keeps every learning rate in a named cell, typed in, and compares them under it', () => {
    for (const [k, rate] of network.learningRates.entries()) {
      const [sheet, address] = split(definedNames.get(learningRateName(k + 1)) ?? '');
      const rateCell = relative(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column);
      expect([sheet, address.replaceAll('$', '')]).toEqual([rateSheet(rate), rateCell]);
      expect(cellAt(sheet, address)).not.toHaveProperty('formula');
      expect(valueAt(sheet, address)).toBe(rate);
      const head = cellAt(RATES_SHEET, relative(ratesLayout.headerRow, ratesLayout.column(k)));
      expect(head).toMatchObject({ value: rate, formula: expect.stringContaining(`'${sheet}'!`) });
    }
  });

  const charts = [...parts].filter(([path]) => /^xl\/charts\/chart\d+\.xml$/.test(path));

  test.each(charts.map(([path]) => path))('%s holds what its cells hold', (path) => {
    const references = descendants(parsePart(parts.get(path) ?? new Uint8Array())).filter(({ name }) =>
      /^c:(?:num|str)Ref$/.test(name),
    );
    expect(references.length).toBeGreaterThan(2);
    for (const reference of references) {
      // Either one range, or some cells in parentheses; no sheet's name has a comma.
      const areas = (descend(reference, 'f')?.text ?? '').replace(/^\((.*)\)$/, '$1').split(',');
      const cells = areas.flatMap((area) => {
        const [sheet, range] = split(area);
        const { firstRow, lastRow, firstColumn } = parseArea(range);
        return Array.from({ length: lastRow - firstRow + 1 }, (_, k) =>
          valueAt(sheet, formatAddress(firstRow + k, firstColumn)),
        );
      });
      expect(pointsOf(reference)).toEqual(cells.map(String));
    }
  });
});

/** The points that a chart keeps of a range, in order. */
function pointsOf(reference: XmlElement): readonly string[] {
  const cache = children(reference).find(({ name }) => name.endsWith('Cache'));
  const points = cache === undefined ? [] : children(cache, 'pt');
  expect(points.map((point) => attribute(point, 'idx'))).toEqual(points.map((_, k) => String(k)));
  return points.map((point) => descend(point, 'v')?.text ?? '');
}
