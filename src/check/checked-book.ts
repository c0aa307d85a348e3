import { taughtColumns } from '../model/quantities.ts';
import type { Network } from '../network/network.ts';
import { topologyOf } from '../quantities/topology.ts';
import { adapted, beyondHeaders, hasSettings } from './adapted.ts';
import { type Budget, budgetsOf } from './budget.ts';
import type { Known } from './diagnose/diagnosis.ts';
import { findingsIn, type Told } from './diagnose/findings.ts';
import { merged } from './diagnose/merge.ts';
import { emptyAnswers, sheetsToJudge } from './exercise.ts';
import type { LearnerBook } from './file/workbook.ts';
import { linesBeyond } from './find/beyond.ts';
import { findTables } from './find/find.ts';
import { plain } from './find/letters.ts';
import { ownersOf } from './find/owners.ts';
import { MOST_TABLES, tooMany } from './find/too-many.ts';
import type { Finding, NotJudged, Report } from './finding.ts';
import { formulasOf, type Grid, gridOf } from './formula/grid.ts';
import { judgeFound } from './identify/identify.ts';
import { judgeCharts } from './judge/charts.ts';
import type { Judged } from './judge/table.ts';
import type { CheckOptions } from './options.ts';
import { readingTheTable } from './repeated.ts';
import { emptyNote, withoutNumbers } from './report/empty.ts';
import { tableReport } from './report/table.ts';
import { networkOfSheet, networksOfSheets } from './runs.ts';
import { isRounded, isStale, noNumbersNote, staleNote } from './stale.ts';
import { type Texts, textsOf } from './texts.ts';
import { mistakesIn, type Tried, triedAs } from './tried.ts';

/** What a workbook is judged with. */
interface Desk {
  readonly book: LearnerBook;
  readonly options: CheckOptions;
  /** The cells with the numbers that the file holds. */
  readonly stored: Grid;
  /** The cells with the numbers that their formulas give. */
  readonly fresh: Grid;
  readonly budget: Budget;
  /** Steps to judge the numbers of cells, and those of them for trials; see `Judging`. */
  readonly steps: Budget;
  readonly trials: Budget;
  /** What the texts of the workbook say. */
  readonly texts: Texts;
}

/** A workbook that was judged: the report, and the tables that it rests on, each with what was found in it. */
export interface CheckedBook {
  readonly report: Report;
  readonly tables: readonly CheckedTable[];
}

/** A table that was judged, and what was found in it. */
export interface CheckedTable {
  readonly judged: Judged;
  readonly told: readonly Told[];
}

/** Judges a workbook as the network that it fits best. */
export function checkBook(given: LearnerBook, options: CheckOptions): CheckedBook {
  const book = readingTheTable(given);
  const { calculation, search, judging, trials } = budgetsOf();
  const formulas = formulasOf(book, calculation);
  const desk: Desk = {
    book,
    options,
    stored: gridOf(book, { budget: calculation, formulas }),
    fresh: gridOf(book, { budget: calculation, formulas, fresh: true }),
    budget: search,
    steps: judging,
    trials,
    texts: textsOf(book),
  };
  const own = checkAs(desk, options.network);
  if (own.report.verdict === 'right' || options.network !== undefined || hasSettings(options)) return own;
  const likely = [...(options.candidates ?? [])].filter(([, network]) => isOf(desk, network));
  const reports = likely
    .flatMap(([name, network]) => triedAs(name, network))
    .filter(({ network, difference }) => beyondHeaders(network) && (difference === undefined || isOf(desk, network)))
    .map((tried) => checkTried(desk, tried));
  return better([own, ...reports]);
}

/** The one that is nearest to right, the first of these. */
const better = (books: readonly CheckedBook[]): CheckedBook =>
  books.reduce((best, each) => (mistakesIn(each.report) < mistakesIn(best.report) ? each : best));

/** Judges a workbook as a network that it may be of; where one table fits another network of the kind better, all of them as that one. */
function checkTried(desk: Desk, { name, network, difference }: Tried): CheckedBook {
  const first = checkAs(desk, network, name);
  const isNote = ({ kind, mistake }: Finding): boolean => kind === 'other-network' && !mistake;
  const like = first.tables.find(({ told }) => told.some(({ finding }) => isNote(finding)));
  if (network.runs !== undefined || (like === undefined && difference === undefined)) return first;
  const again = like === undefined ? first : better([first, checkAs(desk, like.judged.reading.table.network, name)]);
  const { report } = again;
  const notes: readonly Finding[] = [
    ...(difference === undefined
      ? []
      : [
          { kind: 'other-network', mistake: false, sheet: report.tables[0]?.sheet ?? '', message: difference } as const,
        ]),
    // What is said of the first table holds for all of them.
    ...(again === first ? [] : first.report.findings.filter(isNote).map(({ also: _, ...note }) => note)),
  ];
  return { ...again, report: { ...report, findings: [...notes, ...report.findings] } };
}

/** Whether the tables of a workbook have all columns of a network, by its own names. */
function isOf(desk: Desk, network: Network): boolean {
  const { stored, texts, book } = desk;
  if (network.runs !== undefined) {
    const sheets = new Set(book.sheets.map(({ name }) => name));
    return [...networksOfSheets(network)].every(([name, run]) => sheets.has(name) && isOf(desk, run));
  }
  const all = taughtColumns(topologyOf(network));
  return (
    all.every(({ name }) => texts.plains.has(plain(name))) &&
    findTables(stored, texts.named(network, true)).found.some(({ tracks }) => tracks.size === all.length)
  );
}

/** @param tried what the network is called, where nobody said that it is this one */
function checkAs(desk: Desk, network: Network | undefined, tried?: string): CheckedBook {
  const { book, options, stored, fresh, budget, steps, trials, texts } = desk;
  const named = texts.named(network, tried !== undefined);
  const all = findTables({ ...stored, sheets: sheetsToJudge(book) }, named);
  const { empty } = all;
  const ofSheet =
    network &&
    networkOfSheet(
      network,
      book.sheets.map(({ name }) => name),
    );
  const found = all.found
    .filter(({ sheet }) => ofSheet === undefined || ofSheet(sheet) !== undefined)
    .slice(0, MOST_TABLES);
  const stale = found.some((table) => isStale(stored, fresh, table));
  const grid = stale || found.some((table) => isRounded(stored, table)) ? fresh : stored;
  const diagnosed: Known = new Map();
  const ownerOf = ownersOf(found);
  const results = found.map((table) =>
    judgeFound(table, {
      grid,
      named,
      network: ofSheet?.(table.sheet),
      tried,
      adapt: (own) => adapted(own, options),
      called: options.called ?? ((field) => field),
      candidates: options.candidates ?? new Map(),
      learningRate: options.learningRate,
      isElsewhere: (site) => (ownerOf(site) ?? table) !== table,
      budget,
      steps,
      trials,
    }),
  );
  const tables = results.flatMap(({ judged }): readonly CheckedTable[] =>
    judged === undefined
      ? []
      : [{ judged: judged.judged, told: [...judged.told, ...findingsIn(judged.judged, diagnosed)] }],
  );
  const nothingElse = tables.length === 0 && results.every((result) => result.notJudged.length === 0);
  const notJudged: readonly NotJudged[] = [
    ...(nothingElse ? empty.map(withoutNumbers) : []),
    ...results.flatMap((result) => result.notJudged),
    ...linesBeyond(grid, found),
    ...tooMany(all.found),
  ];
  const findings: readonly Finding[] = [
    ...emptyAnswers(book),
    ...merged(tables.flatMap(({ told }) => told)),
    ...results.flatMap((result) => result.notes),
    ...judgeCharts(book.series, found),
    ...(nothingElse ? [] : empty.map(emptyNote)),
    ...(stale ? [staleNote(found[0]?.sheet ?? '')] : []),
    ...found.flatMap((table) => noNumbersNote(stored, table) ?? []),
  ];
  const taken = new Set([...found, ...empty].map(({ sheet }) => sheet));
  for (const { tracks } of found)
    for (const { sites } of tracks.values()) for (const { sheet } of sites) taken.add(sheet);
  const wrong = findings.some(({ mistake }) => mistake);
  const none = tables.length === 0 && !wrong;
  const report: Report = {
    verdict: wrong ? 'wrong' : none ? 'unjudged' : notJudged.length > 0 ? 'partly' : 'right',
    reason: none ? reasonOf(notJudged) : null,
    tables: tables.map(({ judged }) => tableReport(judged)),
    notJudged,
    sheetsWithoutTable: book.sheets.map(({ name }) => name).filter((name) => !taken.has(name)),
    findings,
  };
  return { report, tables };
}

function reasonOf([first]: readonly NotJudged[]): string {
  return first === undefined
    ? 'No sheet holds a table with headers such as w1, h1, a_h1 and ∂E/∂w1.'
    : `Sheet "${first.sheet}": ${first.what}: ${first.why}.`;
}
