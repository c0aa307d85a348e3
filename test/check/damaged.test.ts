import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { readBook } from '../../src/check/file/workbook.ts';
import { classWith } from '../helpers/networks.ts';
import { timed } from '../helpers/seconds.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { chances, layout } from './layouts.ts';
import { classFormulas, learnerSheet } from './learner-table.ts';
import { smallXlsx } from './small-xlsx.ts';
import { unsealed } from './unsealed.ts';

/** How many damaged files are judged of each kind; DAMAGED=200 judges 1,400. */
const DAMAGED = Number(process.env.DAMAGED ?? 4);
/** Seconds of the processor, and megabytes that this thread has got for its values by the end of a check. */
const MOST = { seconds: 20, megabytes: 1000 };

const sheet = layout(3);
const learners = smallXlsx({
  Notes: [{ address: 'A1', value: 'notes' }],
  [sheet.sheet]: learnerSheet(sheet, classFormulas),
});
// A Buffer's slices would share its memory.
const own = new Uint8Array(await workbookBytes(classWith({ learningRates: [0.5], iterations: 4 })));

/** Cells that were judged, and the numbers that stand in a workbook. */
const judgedCells = ({ tables }: ReturnType<typeof checkWorkbook>): number =>
  tables.reduce((sum, each) => sum + each.judgedCells, 0);

function numbersIn(bytes: Uint8Array): number {
  const cells = readBook(bytes).sheets.flatMap((each) => [...each.cells.values()]);
  return cells.filter(({ value, formula }) => typeof value === 'number' || formula !== undefined).length;
}

/** What of an undamaged workbook is judged. */
const whole = new Map(
  [learners, own].map((bytes) => [
    bytes,
    { judged: judgedCells(checkWorkbook(unsealed(bytes))), numbers: numbersIn(bytes) },
  ]),
);

type Chance = () => number;
const place = (bytes: Uint8Array, chance: Chance): number => Math.floor(chance() * bytes.length);

function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = bytes.slice();
  for (let k = 0; k < 1 + chance() * 20; k++) {
    const at = place(copy, chance);
    copy[at] = (copy[at] as number) ^ (1 << Math.floor(chance() * 8));
  }
  return copy;
}

/** The same archive with something done to the text of one of its parts. */
function withPart(
  bytes: Uint8Array,
  chance: Chance,
  change: (part: Uint8Array, all: readonly Uint8Array[]) => Uint8Array,
  only = /./,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const changing = parts.flatMap(([path], k) => (only.test(path) ? [k] : []));
  const chosen = changing[Math.floor(chance() * changing.length)];
  const all = parts.map(([, part]) => part);
  return zipSync(Object.fromEntries(parts.map(([path, part], k) => [path, k === chosen ? change(part, all) : part])), {
    level: 0,
  });
}

/** The sheet with some of its cells, or of the formulas in them, changed as text. */
const withCells = (bytes: Uint8Array, chance: Chance, change: (cell: string) => string): Uint8Array => {
  const share = chance() * 0.1;
  const changed = (part: Uint8Array): Uint8Array =>
    strToU8(
      new TextDecoder().decode(part).replace(/<c [^>]*>.*?<\/c>/g, (cell) => (chance() < share ? change(cell) : cell)),
    );
  return withPart(bytes, chance, changed, /worksheets\/sheet\d+\.xml$/);
};

const SPOILT = ['#REF!', 'A1:', '1/0', 'SUM(1:1048576)', '(('.repeat(300), 'NOBODY', '"text"', 'XFD1048576'];

const damages: readonly (readonly [string, (bytes: Uint8Array, chance: Chance) => Uint8Array])[] = [
  ['with flipped bits', flipped],
  ['cut off', (bytes, chance) => bytes.slice(0, place(bytes, chance))],
  [
    'with one part in place of another',
    (bytes, chance) => withPart(bytes, chance, (_, all) => all[Math.floor(chance() * all.length)] as Uint8Array),
  ],
  ['with flipped bits in a part', (bytes, chance) => withPart(bytes, chance, (part) => flipped(part, chance))],
  [
    'with a stretch of a part twice, or left out',
    (bytes, chance) =>
      withPart(bytes, chance, (part) => {
        const [from, to] = [place(part, chance), place(part, chance)].sort((a, b) => a - b) as [number, number];
        const middle = chance() < 0.5 ? part.slice(from, to) : strToU8('');
        return new Uint8Array([...part.slice(0, to), ...middle, ...part.slice(chance() < 0.5 ? to : from)]);
      }),
  ],
  ['without some of its cells', (bytes, chance) => withCells(bytes, chance, () => '')],
  [
    'with spoilt formulas',
    (bytes, chance) =>
      withCells(bytes, chance, (cell) => {
        const spoilt = SPOILT[Math.floor(chance() * SPOILT.length)] ?? '';
        return cell.replace(/<f[^>]*>.*?<\/f>(?:<v>[^<]*<\/v>)?/, `<f>${spoilt}</f>`);
      }),
  ],
];

/** What this thread holds, for itself and for tests before. */
function megabytesHeld(): number {
  const { heapTotal, external } = process.memoryUsage();
  return (heapTotal + external) / 1e6;
}

describe.each(damages)('a file %s', (_, damage) => {
  test.each(Array.from({ length: DAMAGED }, (_, k) => k))('gets a report, or a sentence: %i', (seed) => {
    const chance = chances(seed + 100);
    const undamaged = seed % 2 === 0 ? learners : own;
    const bytes = damage(undamaged, chance);
    const before = megabytesHeld();
    const { result: report, seconds } = timed(() => checkWorkbook(bytes));
    const { verdict, reason } = report;
    expect(seconds).toBeLessThan(MOST.seconds);
    expect(megabytesHeld() - before).toBeLessThan(MOST.megabytes);
    // Some damages leave a file as it was.
    expect(['right', 'wrong', 'partly', 'unjudged', 'own']).toContain(verdict);
    if (verdict === 'unjudged') expect(reason).toMatch(/^[A-Z].{10,}\.$/);
    if (verdict !== 'right') return;
    // What is right was judged: as much as in the undamaged file, or all of the numbers that are left where some are gone.
    const all = whole.get(undamaged) ?? { judged: 0, numbers: 0 };
    const gone = Math.max(0, all.numbers - numbersIn(bytes));
    expect(judgedCells(report)).toBeGreaterThanOrEqual(all.judged - gone);
  });
});
