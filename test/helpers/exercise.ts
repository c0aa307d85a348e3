import type { ExerciseTask } from '../../src/index.ts';
import { generateExercise } from '../../src/index.ts';
import { askedColumns, type Blank } from '../../src/model/asked.ts';
import type { Column } from '../../src/model/column.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { relative } from '../../src/sheet/address.ts';
import { STATUS_ROW } from '../../src/workbook/exercise/table.ts';
import { rowFormula } from '../../src/workbook/iterations/rows.ts';
import { rateSheet, tableLayout } from '../../src/workbook/layout.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';
import { changePart } from './replace-formula.ts';

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

/** A formula or a number in a cell of a sheet. */
type TypedText = Edit & { readonly value: string | number };

/** What is written into the empty cells: a formula, which begins with =, a number, or a text; undefined leaves the cell empty. */
export type Answer = (cell: {
  readonly name: string;
  readonly iteration: number;
  readonly right: string;
}) => string | number | undefined;

/** What a learner types into an exercise, sheet by sheet. @param answer what is typed into each cell, given the formula that is right */
export function answersOf(network: Network, blank: Blank, answer: Answer = ({ right }) => right): readonly TypedText[] {
  const table = tableOf(network);
  const columns = new Map(table.groups.flatMap((group) => group.columns).map((column) => [column.name, column]));
  const cells = askedIn(network, blank).flatMap((name) =>
    Array.from({ length: table.iterations }, (_, k) => ({ name, iteration: k + 1 })).slice(
      table.isLearned(name) ? 1 : 0,
    ),
  );
  const answers = cells.flatMap(({ name, iteration }) => {
    const right = `=${rowFormula(columns.get(name) as Column, table, iteration)}`;
    const value = answer({ name, iteration, right });
    return value === undefined ? [] : [{ address: table.cell(name, iteration), value }];
  });
  return network.learningRates.flatMap((rate) => answers.map((each) => ({ ...each, sheet: rateSheet(rate) })));
}

/** What a learner makes of an exercise. @param answer what is typed into each cell, given the formula that is right */
export function filledIn(network: Network, blank: Blank, bytes: Uint8Array, answer?: Answer): Uint8Array {
  const paths = new Map(readWorkbook(bytes).sheets.map(({ name, path }) => [name, path]));
  const answers = answersOf(network, blank, answer);
  return network.learningRates.map(rateSheet).reduce((all, sheet) => {
    const typed = answers.filter((each) => each.sheet === sheet);
    const contents = new Map(typed.map(({ address, value }) => [address, contentOf(value)]));
    return changePart(all, paths.get(sheet) ?? '', (xml) =>
      xml.replace(/<c r="([A-Z]+\d+)"([^>]*)\/>/g, (cell, address: string, attributes: string) => {
        const content = contents.get(address);
        return content === undefined ? cell : `<c r="${address}"${attributes}${content}</c>`;
      }),
    );
  }, bytes);
}

/** The rest of a cell after its style. */
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
