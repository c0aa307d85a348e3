import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { Network } from '../spec/network.ts';
import { topologyOf } from '../spec/topology.ts';
import { placeKey, type Reading } from './diagnose/learner.ts';
import { type Budget, newBudget } from './diagnose/search.ts';
import { emptyAnswers } from './exercise.ts';
import { addressOf, columnLetters } from './file/address.ts';
import { Unreadable } from './file/unreadable.ts';
import { type Book, readBook } from './file/workbook.ts';
import type { Finding, Report, TableReport } from './finding.ts';
import { type Grid, gridOf } from './formula/grid.ts';
import { judgeCharts } from './judge/charts.ts';
import { numbersOf } from './judge/numbers.ts';
import { judgeTable } from './judge/table.ts';
import { isStale, staleNote } from './stale.ts';
import { type FoundTable, findTables } from './table/find.ts';
import { labelledGiven } from './table/labels.ts';
import { learningRateOf } from './table/learning-rate.ts';
import { nameOf, plain } from './table/names.ts';
import { networkOf } from './table/network.ts';
import { type Table, tableOf } from './table/table.ts';

/** How a workbook is to be judged. */
export interface CheckOptions {
  /** The network that its tables train; without it, sigmoid layers of the sizes that the headers tell. */
  readonly network?: Network;
  /** Networks that a table may be of, by its headers, where it is not right as what the headers tell alone. */
  readonly candidates?: readonly Network[];
  /** The learning rate of all tables, whatever the workbook says. */
  readonly learningRate?: number;
}

/**
 * Judges a learner's workbook: every quantity of every iteration from its own row, every update from the row above.
 * Never throws because of what the bytes hold.
 *
 * @param bytes of an .xlsx file
 */
export function checkWorkbook(bytes: Uint8Array, options: CheckOptions = {}): Report {
  try {
    return checkBook(readBook(bytes), options);
  } catch (error) {
    // Of bytes that were made to break a reader, no more can be said than that they did.
    const reason = error instanceof Unreadable ? error.message : 'The file is damaged: its parts do not fit together.';
    return unjudged(reason);
  }
}

const unjudged = (reason: string): Report => ({
  verdict: 'unjudged',
  reason,
  tables: [],
  unread: [],
  sheetsWithoutTable: [],
  findings: [],
});

function checkBook(book: Book, options: CheckOptions): Report {
  const own = checkAs(book, options, options.network);
  if (own.verdict === 'right' || options.network !== undefined) return own;
  for (const network of (options.candidates ?? []).filter((each) => beyondHeaders(each) && isOf(book, each))) {
    const report = checkAs(book, options, network, true);
    if (report.verdict === 'right') return report;
  }
  return own;
}

/** Whether headers alone cannot tell of a network: another function, loss or optimizer than those that are taken for granted. */
const beyondHeaders = ({ layers, loss, optimizer, samples }: Network): boolean =>
  samples.length > 1 ||
  loss !== 'half-squared-error' ||
  optimizer !== undefined ||
  layers.some(({ activation, trainBias }) => activation !== 'sigmoid' || trainBias === false);

/** Whether the tables of a workbook have all columns of a network, by its own names. */
function isOf(book: Book, network: Network): boolean {
  const all = columnsOf(columnGroups(topologyOf(network))).length;
  const grid = gridOf(book);
  const tables = book.sheets.flatMap((sheet) => findTables(sheet, grid, namesOf(network, true)).found);
  return tables.some(({ columns }) => columns.size === all);
}

function checkAs(book: Book, options: CheckOptions, network: Network | undefined, strict = false): Report {
  const stored = gridOf(book);
  const named = network === undefined ? nameOf : namesOf(network, strict);
  const sheets = book.sheets.map((sheet) => ({ name: sheet.name, ...findTables(sheet, stored, named) }));
  const found = sheets.flatMap((sheet) => sheet.found);
  const unread = sheets
    .flatMap((sheet) => sheet.unread)
    .map(({ sheet, headerRow, why }) => `Sheet "${sheet}", row ${headerRow}: ${why}.`);
  const stale = found.some((table) => isStale(stored, table));
  const budget = newBudget();
  const grid = stale ? gridOf(book, true) : stored;
  const judged = found.map((table) => judgeFound(grid, table, options, network, budget));
  const tables = judged.flatMap(({ report }) => report ?? []);
  const sentences = [...unread, ...judged.flatMap(({ why }) => why ?? [])];
  const findings = [
    ...emptyAnswers(book),
    ...judged.flatMap((each) => each.findings),
    ...judgeCharts(book.series, found),
    ...(stale ? [staleNote(found[0]?.sheet ?? '')] : []),
  ];
  const withoutTable = sheets.filter((sheet) => sheet.found.length + sheet.unread.length === 0).map(({ name }) => name);
  const wrong = findings.some(({ mistake }) => mistake);
  return {
    verdict: wrong ? 'wrong' : tables.length === 0 ? 'unjudged' : 'right',
    reason:
      tables.length > 0 || wrong
        ? null
        : (sentences[0] ?? 'No sheet holds a table with headers such as w1, h1, a_h1 and ∂E/∂w1.'),
    tables,
    unread: sentences,
    sheetsWithoutTable: withoutTable,
    findings,
  };
}

/** Names of a network's own columns, as they are; @param strict no others, and only for tables that have all of them */
function namesOf(network: Network, strict: boolean): (header: string) => string | undefined {
  const own = new Map(columnsOf(columnGroups(topologyOf(network))).map(({ name }) => [plain(name), name]));
  return (header) => own.get(plain(header)) ?? (strict ? undefined : nameOf(header));
}

interface Judged {
  readonly report?: TableReport;
  readonly why?: string;
  readonly findings: readonly Finding[];
}

function judgeFound(
  grid: Grid,
  found: FoundTable,
  options: CheckOptions,
  wanted: Network | undefined,
  budget: Budget,
): Judged {
  const at = `Sheet "${found.sheet}", row ${found.headerRow}`;
  const numberOf = (name: string): number | undefined => {
    const column = found.columns.get(name);
    const value = column === undefined ? undefined : grid.number(found.sheet, { row: found.first, column });
    return value === undefined || !Number.isFinite(value) ? undefined : value;
  };
  const network = wanted ?? networkOf(found.columns.keys(), numberOf);
  if (network === undefined)
    return {
      why: `${at}: the headers do not tell how many inputs, units and weights the network has; name it with --network.`,
      findings: [],
    };
  const table = tableOf(found, network);
  const lacking = table.missing.filter((name) => /^w\d/.test(name));
  if (lacking.length > 0) return { why: `${at}: the columns of ${lacking.join(', ')} are missing.`, findings: [] };
  const rate = learningRateOf(grid, table, options.learningRate);
  const labels = labelledGiven(grid, table);
  const given = new Map(labels.map(({ name, value }) => [name, value]));
  const numbers = numbersOf(grid, table, rate?.value ?? Number.NaN, given);
  const reading: Reading = {
    grid,
    table,
    rate,
    labelled: new Map(labels.map(({ name, sheet, place }) => [placeKey(sheet, place), name])),
    given: new Map([...table.given].map((name) => [name, numbers.at(name, table.first)])),
    budget,
  };
  const { findings, judged, unknown } = judgeTable(reading, numbers);
  if (judged === 0) return { why: `${at}: besides the weights, no column can be judged.`, findings: [] };
  if (findings.length === 0 && unknown > judged)
    return {
      why: `${at}: ${unknown} formulas hold no number, and use what cannot be calculated here; save the file from a spreadsheet program.`,
      findings: [],
    };
  return { report: reportOf(table, rate, judged), findings: [...findings, ...rateNotes(table, rate)] };
}

function rateNotes({ sheet }: Table, rate: ReturnType<typeof learningRateOf>): readonly Finding[] {
  return (rate?.contradictions ?? []).map((message) => ({ kind: 'learning-rate', mistake: false, sheet, message }));
}

function reportOf(table: Table, rate: ReturnType<typeof learningRateOf>, judgedCells: number): TableReport {
  const columns = [...table.columns.values()];
  const { topology, headerRow, first, last } = table;
  const corner = `${columnLetters(Math.min(...columns))}${Math.min(headerRow, first)}`;
  return {
    sheet: table.sheet,
    range: `${corner}:${columnLetters(Math.max(...columns))}${Math.max(headerRow, last)}`,
    iterations: last - first + 1,
    layers: [topology.inputs.length, ...topology.layers.map(({ units }) => units.length)],
    learningRate:
      rate === undefined
        ? null
        : { value: rate.value, source: rate.source, cell: rate.cell === undefined ? null : addressOf(rate.cell.place) },
    missing: table.missing,
    judgedCells,
  };
}
