import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/network/input-error.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { pathText } from '../../src/network/path-text.ts';
import { anyJson, type Json, placesIn, spoiltNetwork, withAt } from '../helpers/any-json.ts';
import { networksUpTo } from '../helpers/any-network.ts';
import { runProgram } from '../helpers/command.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { packageFaults } from '../support/package-checks.ts';
import { withTemporaryDirectory } from '../support/processes.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { validateAll } from '../support/validator.ts';

/** How many values; JSONS=500 tries more of them, as .ci/run does, and SEED others. */
const RUNS = Number(process.env.JSONS ?? 12);
const SEED = Number(process.env.SEED ?? 7);

/** How many of the workbooks programs get that take long to load, and how many of the files the program itself. */
const SAMPLES = Math.ceil(RUNS / 50);

/** Any JSON at all is seldom a network: it takes a third of the turns. */
const values: fc.Arbitrary<Json> = fc.oneof({ arbitrary: anyJson, weight: 1 }, { arbitrary: spoiltNetwork, weight: 2 });

/** Whether the workbook is small enough to be made thousands of times. */
const isSmall = ({ iterations, layers, learningRates, samples }: Network): boolean =>
  iterations <= 20 &&
  learningRates.length <= 4 &&
  samples.length <= 8 &&
  layers.flatMap(({ weights }) => weights.flat()).length <= 40;

/** A fault as it is told: a path of the file, if any, and a sentence on one line that says how to mend it. */
const SENTENCE =
  /^(?:(?:[\p{L}\p{N}_$-]+|\["[^\n]*"\])(?:\.[\p{L}\p{N}_$-]+|\[\d+\]|\["[^\n]*"\])*: |(?:\[\d+\])+: )?\P{Cc}+[.?]$/u;

/** What a value gives: its network, or the lines of its message. Anything else is thrown on. */
function read(value: Json): Network | readonly string[] {
  try {
    return parseNetwork(value);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
}

/** The workbook of a network, or the lines that say why it cannot be made. */
async function made(network: Network): Promise<Uint8Array | readonly string[]> {
  try {
    return await workbookBytes(network);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
}

/** What a program says that has lost its way; a user's own words stand in quotes, or are the path before the sentence. */
const LOST = /undefined|\[object|native code|\bfunction\b|\bat \S+:\d+/;

const notPlain = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => !SENTENCE.test(line) || LOST.test(line.replace(/"[^"]*"/g, '""').replace(/^\S+: /, '')));

/** Names of a workbook that stand for an error. */
const wrongNames = (bytes: Uint8Array): readonly string[] =>
  [...readWorkbook(bytes).definedNames].filter(([, meaning]) => meaning.includes('#')).map(([name]) => name);

/** Small valid workbooks out of the same values. */
async function workbooks(count: number): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const value of fc.sample(spoiltNetwork, { numRuns: count * 20, seed: SEED })) {
    const network = read(value);
    if (!('title' in network) || !isSmall(network)) continue;
    const bytes = await made(network);
    if (bytes instanceof Uint8Array && found.push(bytes) === count) break;
  }
  return found;
}

/** What JSON knows besides numbers, texts, lists and the objects of a network file. */
const strangers: readonly Json[] = [null, { x: null }, [null], 'x'];

/** What every object of JavaScript knows, as a text, as a field, and in the place of how it becomes a text. */
const inherited: readonly Json[] = [
  ...['constructor', '__proto__', 'hasOwnProperty', 'toString', 'valueOf', 'isPrototypeOf'],
  ...['{"toString":null}', '{"__proto__":null,"constructor":1}', '{"valueOf":{},"toString":{}}', '{"toJSON":1}'].map(
    (json) => JSON.parse(json) as Json,
  ),
];

/** An object with a further field, whatever its name; anything else as it is. */
const withField = (value: Json, name: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (JSON.parse(`{"${name}":0,${JSON.stringify(value).slice(1)}`) as Json)
    : value;

/** Whether a place holds any text that a person likes. */
const isFree = (place: readonly (string | number)[]): boolean => ['title', 'about'].includes(String(place.at(-1)));

describe('a network file in which', () => {
  test('anything is of another kind has that named by its path', () => {
    fc.assert(
      fc.property(networksUpTo({ iterations: 3 }), (network) => {
        const file = JSON.parse(JSON.stringify(network)) as Json;
        for (const place of placesIn(file).slice(1))
          for (const stranger of strangers) {
            const told = read(withAt(file, place, (old) => (typeof old === 'string' ? null : stranger)) ?? null);
            const named = 'title' in told ? [] : told.filter((line) => line.startsWith(pathText(place)));
            expect(named, pathText(place)).not.toEqual([]);
          }
      }),
      { numRuns: Math.ceil(RUNS / 10), seed: SEED },
    );
  });
});

describe('what every object of JavaScript knows', () => {
  test('is a fault with its path, wherever it stands, in plain words', () => {
    fc.assert(
      fc.property(networksUpTo({ iterations: 3 }), fc.constantFrom(...inherited), (network, stranger) => {
        const file = JSON.parse(JSON.stringify(network)) as Json;
        for (const place of placesIn(file).slice(1)) {
          if (isFree(place)) continue;
          const told = read(withAt(file, place, () => stranger) ?? null);
          const lines = 'title' in told ? [] : told;
          expect([lines.some((line) => line.startsWith(pathText(place))), notPlain(lines)]).toEqual([true, []]);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('is a fault as the name of a field, in every object', () => {
    fc.assert(
      fc.property(
        networksUpTo({ iterations: 3 }),
        fc.constantFrom('constructor', '__proto__', 'toString'),
        (network, name) => {
          const file = JSON.parse(JSON.stringify(network)) as Json;
          for (const place of placesIn(file)) {
            const spoilt = withAt(file, place, (old) => withField(old, name)) ?? null;
            if (JSON.stringify(spoilt) === JSON.stringify(file)) continue;
            expect(read(spoilt)).toContain(`${pathText([...place, name])}: unknown field; remove it.`);
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 10), seed: SEED },
    );
  });
});

describe('any JSON at all', () => {
  test(`gives a workbook, or a message that names each fault: ${RUNS} values`, async () => {
    const counts = { workbooks: 0, messages: 0, large: 0 };
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const network = read(value);
        if (!('title' in network)) {
          counts.messages++;
          expect(notPlain(network)).toEqual([]);
          return;
        }
        if (!isSmall(network)) {
          counts.large++;
          return;
        }
        const bytes = await made(network);
        if (bytes instanceof Uint8Array) {
          counts.workbooks++;
          expect([...packageFaults(bytes), ...wrongNames(bytes)]).toEqual([]);
        } else {
          counts.messages++;
          expect(notPlain(bytes)).toEqual([]);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    if (RUNS > 100) process.stdout.write(`${JSON.stringify(counts)}\n`);
    expect(counts.workbooks).toBeGreaterThan(RUNS / 10);
    expect(counts.messages).toBeGreaterThan(RUNS / 10);
  }, 7_200_000);

  // One takes seconds, and a network that was drawn is validated by its own test: only where more values are asked for.
  test.skipIf(process.env.JSONS === undefined)(
    `gives workbooks that Microsoft's validator finds valid: ${SAMPLES}`,
    async () => {
      const files = await workbooks(SAMPLES);
      expect(files).toHaveLength(SAMPLES);
      expect((await validateAll(files)).flat()).toEqual([]);
    },
    3_600_000,
  );

  test(`never makes the program fail: ${SAMPLES} files`, async () => {
    await withTemporaryDirectory(async (folder) => {
      const path = join(folder, 'network.json');
      for (const value of fc.sample(values, { numRuns: SAMPLES, seed: SEED + 1 })) {
        const network = read(value);
        if ('title' in network && !isSmall(network)) continue;
        writeFileSync(path, JSON.stringify(value));
        const { status, stderr } = await runProgram(folder, [path, '-o', 'a.xlsx']);
        const lines = stderr.split('\n').slice(0, -1);
        expect({ status, ours: lines.every((line) => line.startsWith('backprop-workbook: ')) }).toEqual({
          status: 'title' in network && lines.length === 0 ? 0 : 2,
          ours: true,
        });
      }
    });
  }, 3_600_000);
});

describeWithLibreOffice('any JSON at all, in LibreOffice,', () => {
  // Starting it takes seconds: only where more values are asked for.
  test.skipIf(process.env.JSONS === undefined)(
    `gives workbooks that open: ${SAMPLES}`,
    async () => {
      const opened = await recalculateWithLibreOffice((await workbooks(SAMPLES)).map((bytes) => ({ bytes })));
      expect(opened.map((each) => each.value('Gradient check', 'B2') !== undefined)).toEqual(opened.map(() => true));
    },
    3_600_000,
  );
});
