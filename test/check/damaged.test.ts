import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { classWith } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { chances, layout } from './layouts.ts';
import { classFormulas, learnerSheet } from './learner-table.ts';
import { smallXlsx } from './small-xlsx.ts';

/** How many damaged files are judged of each kind; DAMAGED=200 judges 1,000. */
const DAMAGED = Number(process.env.DAMAGED ?? 8);
const MOST_SECONDS = 20;

const sheet = layout(3);
const learners = smallXlsx({
  Notes: [{ address: 'A1', value: 'notes' }],
  [sheet.sheet]: learnerSheet(sheet, classFormulas),
});
// A Buffer's slices would share its memory.
const own = new Uint8Array(await workbookBytes(classWith({ learningRates: [0.5], iterations: 4 })));

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
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const chosen = Math.floor(chance() * parts.length);
  const all = parts.map(([, part]) => part);
  return zipSync(Object.fromEntries(parts.map(([path, part], k) => [path, k === chosen ? change(part, all) : part])), {
    level: 0,
  });
}

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
];

describe.each(damages)('a file %s', (_, damage) => {
  test.each(Array.from({ length: DAMAGED }, (_, k) => k))('gets a report, or a sentence: %i', (seed) => {
    const chance = chances(seed + 100);
    const bytes = damage(seed % 2 === 0 ? learners : own, chance);
    const start = performance.now();
    const { verdict, reason } = checkWorkbook(bytes);
    expect((performance.now() - start) / 1000).toBeLessThan(MOST_SECONDS);
    // Some damages leave a file as it was.
    expect(['right', 'wrong', 'partly', 'unjudged', 'own']).toContain(verdict);
    if (verdict === 'unjudged') expect(reason).toMatch(/^[A-Z].{10,}\.$/);
  });
});
