import type { ExerciseTask } from '../../src/index.ts';
import { generateExercise } from '../../src/index.ts';
import { askedColumns, type Blank } from '../../src/model/asked.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { relative } from '../../src/sheet/address.ts';
import { STATUS_ROW } from '../../src/workbook/exercise/table.ts';
import { rateSheet, tableLayout } from '../../src/workbook/layout.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { changePart } from './replace-formula.ts';
import { workbookBytes } from './workbook.ts';

/** An exercise, as one array of bytes. */
export async function exerciseBytes(network: Network, task: ExerciseTask): Promise<Uint8Array> {
  const { bytes } = await generateExercise(network, task);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Where the table of a network stands. */
export const tableOf = (network: Network) =>
  tableLayout(topologyOf(network), columnGroups(topologyOf(network)), network.iterations);

/** The columns that an exercise asks for. */
export const askedIn = (network: Network, blank: Blank): readonly string[] => {
  const topology = topologyOf(network);
  return askedColumns(topology, columnsOf(columnGroups(topology)), blank, network.iterations);
};

/** What is written into the empty cells: a formula, which begins with =, a number, or a text; undefined leaves the cell empty. */
export type Answer = (cell: {
  readonly name: string;
  readonly iteration: number;
  readonly right: string;
}) => string | number | undefined;

/** What a learner makes of an exercise. @param answer what is written into each cell, given the formula that is right */
export async function filledIn(
  network: Network,
  blank: Blank,
  bytes: Uint8Array,
  answer: Answer = ({ right }) => right,
): Promise<Uint8Array> {
  const solution = readWorkbook(await workbookBytes(network));
  const table = tableOf(network);
  const asked = askedIn(network, blank);
  const paths = new Map(readWorkbook(bytes).sheets.map(({ name, path }) => [name, path]));
  return network.learningRates.reduce((all, rate) => {
    const sheet = rateSheet(rate);
    const cells = solution.sheets.find(({ name }) => name === sheet)?.cells;
    return changePart(all, paths.get(sheet) ?? '', (xml) => {
      const written = new Map<string, string>();
      for (const name of asked)
        for (let iteration = table.isLearned(name) ? 2 : 1; iteration <= table.iterations; iteration++) {
          const address = table.cell(name, iteration);
          const right = `=${cells?.get(address)?.formula ?? ''}`;
          const own = answer({ name, iteration, right });
          if (own !== undefined) written.set(address, own === '' ? '' : contentOf(own));
        }
      return xml.replace(/<c r="([A-Z]+\d+)"([^>]*)\/>/g, (cell, address: string, attributes: string) => {
        const content = written.get(address);
        return content === undefined ? cell : `<c r="${address}"${attributes}${content}</c>`;
      });
    });
  }, bytes);
}

/** The rest of a cell behind its style. */
function contentOf(own: string | number): string {
  if (typeof own === 'number') return `><v>${own}</v>`;
  const text = (own.startsWith('=') ? own.slice(1) : own)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return own.startsWith('=') ? `><f>${text}</f>` : ` t="inlineStr"><is><t>${text}</t></is>`;
}

/** What stands above the columns that are asked for, by their names. */
export function statuses(
  network: Network,
  blank: Blank,
  calculated: Recalculated,
  rate = network.learningRates[0] ?? 0,
): Readonly<Record<string, unknown>> {
  const table = tableOf(network);
  return Object.fromEntries(
    askedIn(network, blank).map((name) => [
      name,
      calculated.value(rateSheet(rate), relative(STATUS_ROW, table.column(name))),
    ]),
  );
}

/** The same, only those that are not ✓. */
export const notRight = (...of: Parameters<typeof statuses>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(statuses(...of)).filter(([, status]) => status !== '✓'));
