import { InputError } from '../../network/input-error.ts';
import type { Network } from '../../network/network.ts';
import type { Budget } from '../budget.ts';
import type { Told } from '../diagnose/findings.ts';
import { addressOf } from '../file/address.ts';
import type { Naming } from '../find/fragment.ts';
import type { FoundTable } from '../find/join.ts';
import { siteKey } from '../find/track.ts';
import type { Finding, NotJudged } from '../finding.ts';
import type { Grid } from '../formula/grid.ts';
import { notJudgedIn } from '../judge/coverage.ts';
import { type Numbers, numbersOf } from '../judge/numbers.ts';
import type { Reading } from '../judge/reading.ts';
import { areOther, type Judged, judgeTable, wrongQuantities } from '../judge/table.ts';
import { labelledGiven } from '../table/labels.ts';
import { learningRateOf } from '../table/learning-rate.ts';
import { networkOf } from '../table/network.ts';
import { type Table, tableOf } from '../table/table.ts';
import { notesOn } from './notes.ts';
import { numbered, otherReadings, withoutSurplus } from './readings.ts';
import { withUnnamed } from './unnamed.ts';
import { isAlike, type Variant } from './variant.ts';
import { variantOf } from './variants.ts';

/** By what a table is judged. */
export interface Judging {
  readonly grid: Grid;
  readonly named: Naming;
  /** The network that it trains, where that was said. */
  readonly network: Network | undefined;
  /**
   * Gives the network that headers tell the settings that were asked for.
   *
   * @throws InputError where they do not fit it
   */
  readonly adapt: (network: Network) => Network;
  readonly candidates: ReadonlyMap<string, Network>;
  readonly learningRate: number | undefined;
  readonly budget: Budget;
}

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
export function judgeFound(given: FoundTable, judging: Judging): Result {
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
    return none('the headers do not tell how many inputs, units and weights the network has; name it with --network');
  const best = bestReading(found, network, judging);
  const lacking = best.reading.table.missing.filter((name) => /^w\d/.test(name));
  if (lacking.length > 0) return none(`the columns of ${lacking.join(', ')} are missing`);
  const chosen = bestNetwork(best, judging);
  const { judged } = chosen;
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
function networkFrom(found: FoundTable, { grid, adapt }: Judging): Network | InputError | undefined {
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
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Judges a table in each way that its headers may be read, and takes the one with the fewest mistakes. */
function bestReading(found: FoundTable, network: Network, judging: Judging): Judged {
  const judge = (table: FoundTable): Judged => judgeAs(completed(table, network, judging), network, false, judging);
  const fewest = (some: readonly Judged[]): Judged | undefined =>
    some.toSorted((a, b) => wrongQuantities(a) - wrongQuantities(b))[0];
  const plain = fewest(numbered(found, judging.grid).map(judge)) ?? judge(found);
  if (wrongQuantities(plain) === 0) return plain;
  const others = otherReadings(plain.reading.table.found, judging.grid).filter(({ names }) => areOther(plain, names));
  return fewest([plain, ...others.map(({ table }) => judge(table))]) ?? plain;
}

/** Steps that the search for columns without telling names may take. */
const MOST_SOUGHT = 10_000_000;

/** A table with the columns whose headers say nothing. */
function completed(found: FoundTable, network: Network, judging: Judging): FoundTable {
  const budget = judging.budget.share(MOST_SOUGHT);
  const table = withUnnamed(tableOf(found, network), (each) => readingOf(each, { ...judging, budget }));
  return { ...found, tracks: new Map([...found.tracks, ...table.tracks]) };
}

function judgeAs(found: FoundTable, network: Network, withoutHalf: boolean, judging: Judging): Judged {
  const { reading, numbers } = readingOf(tableOf(found, network, withoutHalf), judging);
  return judgeTable(reading, numbers);
}

function readingOf(table: Table, judging: Judging): { readonly reading: Reading; readonly numbers: Numbers } {
  const { grid, named, learningRate, budget } = judging;
  const rate = learningRateOf(grid, table, learningRate);
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
    budget,
  };
  return { reading, numbers };
}

/** Judges a table that has mistakes as one of the network that it shows, where that leaves fewer. */
function bestNetwork(base: Judged, judging: Judging): JudgedTable {
  const wrong = wrongQuantities(base);
  const plain: JudgedTable = { judged: base, told: [] };
  if (wrong === 0 || judging.network !== undefined) return plain;
  const judge = (network: Network, withoutHalf: boolean): Judged =>
    judgeAs(base.reading.table.found, network, withoutHalf, judging);
  const variant = variantOf(base, judge);
  if (variant === undefined) return plain;
  const judged = judge(variant.network, variant.withoutHalf);
  const mistakes = variant.differences.filter(({ mistake }) => mistake).length;
  return wrongQuantities(judged) + mistakes < wrong ? { judged, told: toldOf(judged, variant, judging) } : plain;
}

function toldOf({ reading: { table }, ...judged }: Judged, variant: Variant, { candidates }: Judging): readonly Told[] {
  const like = [...candidates].filter(([, network]) => isAlike(network, variant.network)).map(([name]) => name);
  const fits = judged.judgements.every(({ name, wrong }) => !name.startsWith('∂') || wrong.length === 0);
  return variant.differences.map(({ quantity, message, mistake }) => {
    const [site] = table.tracks.get(quantity)?.sites ?? [];
    const rest = mistake
      ? fits
        ? '; the gradients are those of this network'
        : ''
      : like.length === 0
        ? ''
        : `, as in the network ${like.join(' or ')} (--network ${like[0]})`;
    const finding: Finding = {
      kind: 'other-network',
      mistake,
      named: true,
      sheet: site?.sheet ?? table.sheet,
      quantity,
      ...(site === undefined ? {} : { cell: addressOf(site) }),
      message: `${message}${rest}.`,
    };
    return { finding, cause: message };
  });
}
