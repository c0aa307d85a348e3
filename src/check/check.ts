import { columnGroups, columnsOf } from '../model/quantities.ts';
import type { ActivationName, LossName, Network } from '../network/network.ts';
import { topologyOf } from '../quantities/topology.ts';
import type { Biases } from '../settings/settings.ts';
import { adapted, beyondHeaders, hasSettings } from './adapted.ts';
import { type Budget, budgetsOf } from './budget.ts';
import type { Known } from './diagnose/diagnosis.ts';
import { findingsIn } from './diagnose/findings.ts';
import { merged } from './diagnose/merge.ts';
import { emptyAnswers } from './exercise.ts';
import { whyUnread } from './file/unreadable.ts';
import { type LearnerBook, readBook } from './file/workbook.ts';
import { linesBeyond } from './find/beyond.ts';
import { findTables } from './find/find.ts';
import { plain } from './find/letters.ts';
import { ownersOf } from './find/owners.ts';
import { MOST_TABLES, tooMany } from './find/too-many.ts';
import { type Finding, type NotJudged, type Report, unjudged } from './finding.ts';
import { formulasOf, type Grid, gridOf } from './formula/grid.ts';
import { judgeFound } from './identify/identify.ts';
import { judgeCharts } from './judge/charts.ts';
import { ownWorkbook } from './own.ts';
import { emptyNote, withoutNumbers } from './report/empty.ts';
import { tableReport } from './report/table.ts';
import { isRounded, isStale, noNumbersNote, staleNote } from './stale.ts';
import { type Texts, textsOf } from './texts.ts';

/** How a workbook is to be judged. */
export interface CheckOptions {
  /** The network that its tables train; without it, sigmoid layers of the sizes that the headers tell, with the half squared error. */
  readonly network?: Network;
  /**
   * Other networks that a table may be of, by their names. They are tried where it is not right as the network that its headers tell, and
   * named where it differs from that one as they do; but not tried where `network` or any of the settings below is given.
   */
  readonly candidates?: ReadonlyMap<string, Network>;
  /** Where no network is given: the activation of each layer, or a single one for all. */
  readonly activation?: readonly ActivationName[];
  /** Where no network is given: which biases the layers have; otherwise as many as the headers tell. */
  readonly biases?: Biases;
  /** Where no network is given: the loss. */
  readonly loss?: LossName;
  /** The learning rate of all tables, whatever the workbook says; above 0. */
  readonly learningRate?: number;
  /** What these options are called where the report is read, by their fields; by the fields themselves unless given. */
  readonly called?: (field: string) => string;
}

/**
 * Judges a learner's workbook: every quantity of every iteration from its own row, every update from the row above. A workbook of this
 * program that nobody has changed is told as that, and not judged.
 *
 * @param bytes of an .xlsx, .xlsm or .ods file
 * @returns the verdict and what was found; never throws because of what the bytes hold: what cannot be read or judged is `unjudged`, with
 *   the reason in a sentence
 * @example
 * const report = checkWorkbook(await readFile('mine.xlsx'), { network });
 * console.log(report.verdict, report.findings);
 */
export function checkWorkbook(bytes: Uint8Array, options: CheckOptions = {}): Report {
  try {
    const book = readBook(bytes);
    return ownWorkbook(book) ?? checkBook(book, options);
  } catch (error) {
    return unjudged(whyUnread(error));
  }
}

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

function checkBook(book: LearnerBook, options: CheckOptions): Report {
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
  if (own.verdict === 'right' || options.network !== undefined || hasSettings(options)) return own;
  const others = [...(options.candidates ?? [])].filter(([, network]) => beyondHeaders(network) && isOf(desk, network));
  const reports = others.map(([, network]) => checkAs(desk, network, true));
  return [own, ...reports].reduce((best, report) => (rank(report) < rank(best) ? report : best));
}

/** How far a report is from right. */
const rank = ({ verdict, findings }: Report): number =>
  verdict === 'right'
    ? 0
    : verdict === 'partly'
      ? 0.5
      : verdict === 'unjudged'
        ? 1e6
        : findings.filter(({ mistake }) => mistake).length;

/** Whether the tables of a workbook have all columns of a network, by its own names. */
function isOf({ stored, texts }: Desk, network: Network): boolean {
  const all = columnsOf(columnGroups(topologyOf(network)));
  return (
    all.every(({ name }) => texts.plains.has(plain(name))) &&
    findTables(stored, texts.named(network, true)).found.some(({ tracks }) => tracks.size === all.length)
  );
}

function checkAs(desk: Desk, network: Network | undefined, strict = false): Report {
  const { book, options, stored, fresh, budget, steps, trials, texts } = desk;
  const named = texts.named(network, strict);
  const all = findTables(stored, named);
  const { empty } = all;
  const found = all.found.slice(0, MOST_TABLES);
  const stale = found.some((table) => isStale(stored, fresh, table));
  const grid = stale || found.some((table) => isRounded(stored, table)) ? fresh : stored;
  const diagnosed: Known = new Map();
  const ownerOf = ownersOf(found);
  const results = found.map((table) =>
    judgeFound(table, {
      grid,
      named,
      network,
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
  const tables = results.flatMap(({ judged }) => judged ?? []);
  const nothingElse = tables.length === 0 && results.every((result) => result.notJudged.length === 0);
  const notJudged: readonly NotJudged[] = [
    ...(nothingElse ? empty.map(withoutNumbers) : []),
    ...results.flatMap((result) => result.notJudged),
    ...linesBeyond(grid, found),
    ...tooMany(all.found),
  ];
  const findings: readonly Finding[] = [
    ...emptyAnswers(book),
    ...merged(tables.flatMap((table) => [...table.told, ...findingsIn(table.judged, diagnosed)])),
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
  return {
    verdict: wrong ? 'wrong' : none ? 'unjudged' : notJudged.length > 0 ? 'partly' : 'right',
    reason: none ? reasonOf(notJudged) : null,
    tables: tables.map(({ judged }) => tableReport(judged)),
    notJudged,
    sheetsWithoutTable: book.sheets.map(({ name }) => name).filter((name) => !taken.has(name)),
    findings,
  };
}

function reasonOf([first]: readonly NotJudged[]): string {
  return first === undefined
    ? 'No sheet holds a table with headers such as w1, h1, a_h1 and ∂E/∂w1.'
    : `Sheet "${first.sheet}": ${first.what}: ${first.why}.`;
}
