import { fileURLToPath } from 'node:url';
import { describeWithTool } from './describe-with-tool.ts';
import { pythonWith, runPython, withTemporaryDirectory, writeWorkbooks } from './processes.ts';

/** A series with its references as they are written in the file, null where it has none. */
export interface OpenpyxlSeries {
  /** Where the name comes from, or the name itself where it is written out. */
  readonly name: string | null;
  readonly values: string | null;
  /** The x values in a scatter chart. */
  readonly categories: string | null;
}

/** A chart as openpyxl reads it. */
export interface OpenpyxlChart {
  /** The name of the sheet it is on. */
  readonly sheet: string;
  /** openpyxl's class for it, such as `LineChart`; those of a combined chart are joined by `+`. */
  readonly type: string;
  /** The text, or the reference where it comes from a cell; null where there is none. */
  readonly title: string | null;
  readonly series: readonly OpenpyxlSeries[];
}

/** A workbook as openpyxl reads it. */
export interface OpenpyxlWorkbook {
  /** The names in the order of the tabs. */
  readonly sheets: readonly string[];
  readonly charts: readonly OpenpyxlChart[];
  /** By sheet and address, without `=`, shared formulas as the text of each cell. */
  readonly formulas: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What openpyxl complained about, such as something in the file that it left out. */
  readonly warnings: readonly string[];
}

const SCRIPT = fileURLToPath(new URL('openpyxl_reader.py', import.meta.url));
const START_MILLISECONDS = 30_000;
const FILE_MILLISECONDS = 30_000;

/** Whether there is a Python with openpyxl. */
export function openpyxlAvailable(): boolean {
  return pythonWith('openpyxl') !== undefined;
}

/** A `describe` whose tests are skipped, loudly, where openpyxl is missing; with `CI=true` they fail instead. */
export const describeWithOpenpyxl = describeWithTool('Python with openpyxl', openpyxlAvailable);

/**
 * Reads a workbook with openpyxl.
 * @throws Error where openpyxl is missing or cannot read it.
 */
export async function readWithOpenpyxl(bytes: Uint8Array): Promise<OpenpyxlWorkbook> {
  const [workbook] = await readAllWithOpenpyxl([bytes]);
  if (workbook === undefined) throw new Error('openpyxl gave no answer');
  return workbook;
}

/**
 * Reads several workbooks with openpyxl in one process, which saves its start.
 * @returns the workbooks in the same order
 * @throws Error where openpyxl is missing or cannot read one of them.
 */
export async function readAllWithOpenpyxl(files: readonly Uint8Array[]): Promise<readonly OpenpyxlWorkbook[]> {
  const python = pythonWith('openpyxl');
  if (python === undefined) throw new Error('Python with openpyxl is not installed');
  return withTemporaryDirectory(async (directory) => {
    const paths = await writeWorkbooks(directory, files);
    const time = START_MILLISECONDS + files.length * FILE_MILLISECONDS;
    const answers: readonly Answer[] = JSON.parse(await runPython(python, SCRIPT, paths, time));
    return answers.map(({ formulas, ...rest }) => ({
      ...rest,
      formulas: new Map(Object.entries(formulas).map(([sheet, cells]) => [sheet, new Map(Object.entries(cells))])),
    }));
  });
}

/** What the script prints for a file. */
type Answer = Omit<OpenpyxlWorkbook, 'formulas'> & {
  readonly formulas: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
