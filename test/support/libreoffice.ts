import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { formatAddress } from './addresses.ts';
import { describeWithTool } from './describe-with-tool.ts';
import { libreOfficeAvailable } from './office.ts';
import { askOffice } from './one-office.ts';
import { withTemporaryDirectory, writeWorkbooks } from './processes.ts';
import type { CellValue } from './read-workbook.ts';
import { type Edit, type Recalculated, recalculated } from './recalculated.ts';

/** A workbook to be calculated, what to type into it first, and which charts are wanted. Jobs that follow each other with the same bytes take less time. */
export interface LibreOfficeJob {
  readonly bytes: Uint8Array;
  readonly edits?: readonly LibreOfficeEdit[];
  /** The sheets whose charts are wanted, which takes as long as all the rest. */
  readonly charts?: readonly string[];
  /** So many rows at the end of each sheet are wanted; all, where it is missing. */
  readonly lastRows?: number;
  /** Milliseconds that it may take, where that is more than usual. */
  readonly patience?: number;
}

/** An edit without booleans, which LibreOffice does not have as values of their own. */
export interface LibreOfficeEdit extends Edit {
  readonly value: number | string;
}

/** Cells a chart draws from, with what is in them after the calculation. */
export interface ChartData {
  /** As Excel writes it: `'Run 1'!$B$3:$B$52`. */
  readonly range: string;
  /** Point by point, null where there is none. */
  readonly data: readonly (number | string | null)[];
}

/** A series of a chart; what it does not have is null. In a scatter chart the x values are its categories. */
export interface ChartSeries {
  readonly label: ChartData | null;
  readonly values: ChartData | null;
  readonly categories: ChartData | null;
}

/** A chart as LibreOffice sees it. */
export interface Chart {
  /** The empty text where it has none. */
  readonly title: string;
  /** LibreOffice's names for its chart types, such as `LineChartType`. */
  readonly types: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** What LibreOffice calculates; true and false are 1 and 0, and an error Excel has no name for is `Err:508` or so. */
export interface RecalculatedWithCharts extends Recalculated {
  /**
   * The charts on a sheet.
   * @throws Error where the job did not ask for those of the sheet, or there is no such sheet.
   */
  charts(sheet: string): readonly Chart[];
}

const START_MILLISECONDS = 90_000;
const JOB_MILLISECONDS = 60_000;

/** A `describe` whose tests are skipped, loudly, where LibreOffice is missing; with `CI=true` they fail instead. */
export const describeWithLibreOffice = describeWithTool('LibreOffice with python3-uno', libreOfficeAvailable);

/**
 * Calculates workbooks in LibreOffice, every formula again whatever value the file holds for it.
 * @returns the results in the order of the jobs
 * @throws Error where LibreOffice is missing or fails, cannot open a workbook, or an edit is for a cell that is
 *   protected or not there.
 */
export async function recalculateWithLibreOffice(
  jobs: readonly LibreOfficeJob[],
): Promise<readonly RecalculatedWithCharts[]> {
  return runJobs(jobs, null, async ({ result }) => answer(JSON.parse(await readFile(result, 'utf8'))));
}

/** What LibreOffice calls the formats that it saves. */
const filters = { xlsx: 'Calc MS Excel 2007 XML', ods: 'calc8', pdf: 'calc_pdf_Export' } as const;

/** A workbook as LibreOffice saves it, once the edits are typed in and it is calculated. */
export async function savedByLibreOffice(
  bytes: Uint8Array,
  edits: readonly LibreOfficeEdit[] = [],
  format: keyof typeof filters = 'xlsx',
): Promise<Uint8Array> {
  const [saved] = await runJobs(
    [{ bytes, edits, lastRows: 1 }],
    filters[format],
    async (order) => new Uint8Array(await readFile(order.saved)),
  );
  if (saved === undefined) throw new Error('LibreOffice saved nothing');
  return saved;
}

/** Has LibreOffice do jobs, and save the workbooks too where a format is given, and takes what came of each before its files are gone. */
async function runJobs<T>(
  jobs: readonly LibreOfficeJob[],
  filter: string | null,
  take: (order: { readonly result: string; readonly saved: string }) => Promise<T>,
): Promise<readonly T[]> {
  return withTemporaryDirectory(async (directory) => {
    const workbooks = [...new Set(jobs.map(({ bytes }) => bytes))];
    const files = await writeWorkbooks(directory, workbooks);
    const orders = jobs.map(({ bytes, edits = [], charts = [], lastRows }, index) => ({
      file: files[workbooks.indexOf(bytes)],
      result: join(directory, `${index}.json`),
      edits,
      charts,
      lastRows: lastRows ?? null,
      saved: join(directory, `saved-${index}`),
    }));
    const patience = jobs.reduce((sum, job) => sum + (job.patience ?? JOB_MILLISECONDS), START_MILLISECONDS);
    await askOffice(inject('officePort'), { task: { filter, jobs: orders }, milliseconds: patience });
    return Promise.all(orders.map(take));
  });
}

/** What the script writes for a job. */
interface Result {
  readonly sheets: readonly {
    readonly name: string;
    readonly firstRow: number;
    readonly rows: readonly (readonly CellValue[])[];
    readonly charts: readonly Chart[] | null;
  }[];
}

function answer({ sheets }: Result): RecalculatedWithCharts {
  const values = new Map(sheets.map(({ name, firstRow, rows }) => [name, byAddress(rows, firstRow)]));
  const chartsOf = new Map(sheets.map(({ name, charts }) => [name, charts]));
  return {
    ...recalculated(values),
    charts(sheet) {
      const charts = chartsOf.get(sheet);
      if (charts === undefined) throw new Error(`There is no sheet "${sheet}"`);
      if (charts === null) throw new Error('The job did not ask for charts of this sheet');
      return charts.map((chart) => ({ ...chart, series: chart.series.map(withExcelRanges) }));
    },
  };
}

function byAddress(rows: readonly (readonly CellValue[])[], firstRow: number): ReadonlyMap<string, CellValue> {
  return new Map(
    rows.flatMap((cells, row) =>
      cells.map((value, column): [string, CellValue] => [formatAddress(firstRow + row, column + 1), value]),
    ),
  );
}

function withExcelRanges({ label, values, categories }: ChartSeries): ChartSeries {
  return { label: withExcelRange(label), values: withExcelRange(values), categories: withExcelRange(categories) };
}

function withExcelRange(data: ChartData | null): ChartData | null {
  if (data === null) return null;
  // LibreOffice writes $Sheet.$A$1 and $'My sheet'.$A$1, and for some single cells $Sheet.$A$1:$A$1.
  const range = data.range.replace(/^\$?('(?:[^']|'')*'|[^.']+)\./, '$1!').replace(/!([^:]+):\1$/, '!$1');
  return { ...data, range };
}
