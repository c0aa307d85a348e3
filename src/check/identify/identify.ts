import { elsewhere, InputError } from '../../network/input-error.ts';
import type { Network } from '../../network/network.ts';
import { type Budget, noted } from '../budget.ts';
import { columnNames } from '../column-names.ts';
import type { Told } from '../diagnose/findings.ts';
import type { FoundTable } from '../find/join.ts';
import { siteKey } from '../find/track.ts';
import type { Finding, NotJudged } from '../finding.ts';
import { SPENT } from '../formula/reader.ts';
import { notJudgedIn } from '../judge/coverage.ts';
import { numbersOf } from '../judge/numbers.ts';
import type { Reading } from '../judge/reading.ts';
import { areOther, type Judged, judgeTable, wrongQuantities } from '../judge/table.ts';
import { labelledGiven } from '../table/labels.ts';
import { learningRateOf, type Rate } from '../table/learning-rate.ts';
import { networkOf } from '../table/network.ts';
import { type Table, tableOf } from '../table/table.ts';
import { firstLines } from './first-lines.ts';
import type { Judging } from './judging.ts';
import { notesOn } from './notes.ts';
import { numbered, otherReadings, withoutSurplus } from './readings.ts';
import { toldOf } from './told.ts';
import { type Read, withUnnamed } from './unnamed.ts';
import { variantOf } from './variants.ts';

/** A table that was judged, with what is said of its network. */
export interface JudgedTable {
  readonly judged: Judged;
  readonly told: readonly Told[];
}

/** What became of a table that was found. */
export interface Result {
  readonly judged: JudgedTable | undefined;
  readonly notJudged: readonly NotJudged[];
  readonly notes: readonly Finding[];
}

/** Judges a table by its network, or by the one that it fits best. */
export function judgeFound(given: FoundTable, { trials: allTrials, ...rest }: Judging): Result {
  const trials = noted(allTrials);
  const judging: Judging = { ...rest, trials };
  const found = judging.network === undefined ? withoutSurplus(given) : given;
  const network = judging.network ?? networkFrom(found, judging);
  const whole = `the table with its names in ${found.upright ? 'column' : 'row'} ${found.header}`;
  const none = (why: string): Result => ({
    judged: undefined,
    notJudged: [{ sheet: found.sheet, what: whole, why }],
    notes: [],
  });
  if (network instanceof InputError) return none(`the options do not fit its network: ${network.message}`);
  if (network === undefined)
    return none(
      `the headers do not tell how many inputs, units and weights the network has; name it with ${judging.called('network')}`,
    );
  const best = bestReading(found, network, judging);
  const lacking = best.reading.table.missing.filter((name) => /^w\d/.test(name));
  if (lacking.length > 0) return none(`the columns of ${columnNames(lacking)} are missing`);
  const chosen = bestNetwork(best, judging);
  const { judged } = chosen;
  // It may be right as what could not be tried any more.
  if (trials.isSpent() && wrongQuantities(judged) > 0) return none(SPENT.why);
  const notJudged = notJudgedIn(judged);
  if (
    judged.cells === 0 &&
    judged.following !== 'not-updated' &&
    judged.judgements.every(({ failing }) => failing.length === 0)
  )
    return notJudged.length === 0
      ? none('besides the weights, no column can be judged')
      : { judged: undefined, notJudged, notes: [] };
  return { judged: chosen, notJudged, notes: notesOn(found, judged) };
}

/** The network that the headers of a table tell of, with its first numbers; an error where it cannot have what was asked for. */
function networkFrom(found: FoundTable, { grid, adapt, called }: Judging): Network | InputError | undefined {
  const [table = found] = numbered(found, grid);
  const numberOf = (name: string): number | undefined => {
    const [site] = table.tracks.get(name)?.sites ?? [];
    const value = site === undefined ? undefined : grid.number(site.sheet, site);
    return value === undefined || !Number.isFinite(value) ? undefined : value;
  };
  const network = networkOf(table.tracks.keys(), numberOf);
  try {
    return network === undefined ? undefined : adapt(network);
  } catch (error) {
    if (error instanceof InputError) return elsewhere(error, called);
    throw error;
  }
}

/** Judges a table in the way that its headers may be read which leaves the fewest mistakes. */
function bestReading(found: FoundTable, network: Network, judging: Judging): Judged {
  const known = new Map<FoundTable, Read>();
  const judgeBy = (table: FoundTable, steps: Budget): Judged => {
    const read = known.get(table) ?? completed(table, network, judging);
    known.set(table, read);
    return judgeTable({ ...read.reading, budget: judging.budget, steps }, read.numbers);
  };
  const judge = (table: FoundTable): Judged => judgeBy(table, judging.steps);
  const likeliest = (tables: readonly FoundTable[]): FoundTable => {
    if (tables.length < 2) return tables[0] ?? found;
    const tried = tables.map((table) => ({
      table,
      wrong: wrongQuantities(judgeBy(firstLines(table), judging.trials)),
    }));
    return tried.sort((a, b) => a.wrong - b.wrong)[0]?.table ?? found;
  };
  const plain = judge(likeliest(numbered(found, judging.grid)));
  if (wrongQuantities(plain) === 0) return plain;
  const own = plain.reading.table.found;
  known.set(own, plain);
  const others = otherReadings(own, judging.grid).filter(({ names }) => areOther(plain, names));
  const chosen = likeliest([own, ...others.map(({ table }) => table)]);
  const again = chosen === own ? plain : judge(chosen);
  return wrongQuantities(again) < wrongQuantities(plain) ? again : plain;
}

/** Steps that the search for columns without telling names may take. */
const MOST_SOUGHT = 10_000_000;

/** Reads a table with the columns whose headers say nothing. */
function completed(found: FoundTable, network: Network, judging: Judging): Read {
  const budget = judging.budget.share(MOST_SOUGHT);
  const read = withUnnamed(tableOf(found, network), (each) => readingOf(each, { ...judging, budget }));
  const { table } = read.reading;
  const tracks = new Map([...found.tracks, ...table.tracks]);
  return tracks.size === table.found.tracks.size ? read : readingOf(tableOf({ ...found, tracks }, network), judging);
}

/** @param rate the learning rate, where it is known already */
function readingOf(table: Table, judging: Judging, known?: { readonly rate: Rate | undefined }): Read {
  const { grid, named, learningRate, called, isElsewhere, budget, steps } = judging;
  const { rate } = known ?? { rate: learningRateOf(grid, table, learningRate) };
  const labels = labelledGiven(grid, table, named);
  const numbers = numbersOf(
    grid,
    table,
    rate?.value ?? Number.NaN,
    new Map(labels.map(({ name, value }) => [name, value])),
  );
  const reading: Reading = {
    grid,
    table,
    rate,
    labelled: new Map(labels.map(({ name, site }) => [siteKey(site), name])),
    given: new Map([...table.given].map((name) => [name, numbers.at(name, 0)])),
    called,
    isElsewhere,
    budget,
    steps,
  };
  return { reading, numbers };
}

/** Steps that so many quantities take to be read for a trial; of more of them each takes longer. */
const trialCost = (quantities: number): number => quantities * (20 + quantities / 100);

/** Judges a table that has mistakes as one of the network that it shows, where that leaves fewer. */
function bestNetwork(base: Judged, judging: Judging): JudgedTable {
  const wrong = wrongQuantities(base);
  const plain: JudgedTable = { judged: base, told: [] };
  if (wrong === 0 || (judging.network !== undefined && judging.tried === undefined)) return plain;
  const { table } = base.reading;
  const judgeAs = (found: FoundTable, network: Network, withoutHalf: boolean, steps: Budget) => {
    const read = readingOf(tableOf(found, network, withoutHalf), { ...judging, steps }, base.reading);
    return (only?: readonly string[]): Judged => judgeTable(read.reading, read.numbers, only);
  };
  // Where no trial can be paid for, nothing fits better than what is there.
  const variant = variantOf(base, (network, withoutHalf, only) =>
    judging.trials.take(trialCost(table.expected.size))
      ? judgeAs(firstLines(table.found), network, withoutHalf, judging.trials)(only)
      : base,
  );
  if (variant === undefined) return plain;
  const judged = judgeAs(table.found, variant.network, variant.withoutHalf, judging.steps)();
  const mistakes = variant.differences.filter(({ mistake }) => mistake).length;
  return wrongQuantities(judged) + mistakes < wrong ? { judged, told: toldOf(judged, variant, judging) } : plain;
}
