import type { Workbook as ExcelWorkbook } from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import type { ColumnGroup } from '../model/column.ts';
import type { Network } from '../spec/network.ts';
import type { Topology } from '../spec/topology.ts';
import type { Trace } from '../spec/trace.ts';
import { networkLayout, tableLayout } from './layout.ts';
import { rateLines } from './lines.ts';
import { networkSheet } from './network-sheet.ts';
import { ink } from './palette.ts';
import { ratesSheet } from './rates-sheet.ts';
import type { Sheet } from './sheet.ts';
import { tableSheet } from './table-sheet.ts';

/** A workbook as exceljs writes it, and what it cannot write: charts, and rows to fill down. */
export interface Draft {
  /** The package, stored without compression. */
  readonly bytes: Uint8Array;
  readonly sheets: readonly Sheet[];
}

/** The date in every workbook's properties: a clock would make two runs differ. */
const CREATED = new Date(Date.UTC(2000, 0, 1));

/**
 * Writes every sheet up to the row that is to be filled down.
 *
 * @param groups the columns of the table
 * @param traces one training run per learning rate, holding every quantity of the columns
 */
export async function draftWorkbook(
  network: Network,
  topology: Topology,
  groups: readonly ColumnGroup[],
  traces: readonly Trace[],
): Promise<Draft> {
  const workbook = new Workbook();
  workbook.creator = 'backprop-workbook';
  workbook.lastModifiedBy = 'backprop-workbook';
  workbook.title = network.title;
  workbook.created = CREATED;
  workbook.modified = CREATED;
  workbook.calcProperties.fullCalcOnLoad = true;

  const table = tableLayout(topology, groups, network.iterations);
  const initial = networkLayout(topology);
  const looks = rateLines(network.learningRates);
  const sheets = [
    networkSheet(workbook, network, topology, initial),
    ratesSheet(workbook, table, traces),
    ...traces.map((trace, position) => {
      const color = looks[position]?.line.color ?? ink.strong;
      return tableSheet(workbook, { topology, table, network: initial, trace, position, color });
    }),
  ];
  return { bytes: await written(workbook), sheets };
}

async function written(workbook: ExcelWorkbook): Promise<Uint8Array> {
  // Stored, since the package is taken apart again; exceljs passes the option on, but does not declare it.
  const options = { zip: { compression: 'STORE' } } as object;
  return new Uint8Array(await workbook.xlsx.writeBuffer(options));
}
