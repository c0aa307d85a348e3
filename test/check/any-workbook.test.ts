import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Examined, examineWorkbook } from '../../src/check/examine.ts';
import type { Finding, Report } from '../../src/check/finding.ts';
import { type RightCase, rightCase, told, type WrongCase, wrongCase } from './workbooks/any-workbook.ts';
import { namesOf } from './workbooks/names.ts';
import { xlsx } from './workbooks/xlsx.ts';

/**
 * Learners' workbooks in every layout, spellings and places drawn at random, each right or with one mistake.
 *
 * SLIPS=1500 RIGHTS=400 npx vitest run test/check/any-workbook.test.ts judges so many; SEED=7 judges others. With OUT=folder every
 * workbook is written there too, under its layout: OUT=/tmp/layouts KIND='Δw' npx vitest run test/check/any-workbook.test.ts
 * writes and judges those whose layout's name holds Δw. REPORT=file writes the misses there.
 */
const SLIPS = Number(process.env.SLIPS ?? 40);
const RIGHTS = Number(process.env.RIGHTS ?? 20);
const SEED = Number(process.env.SEED ?? 1);
const { OUT, KIND = '', REPORT } = process.env;

interface Judged<Case> {
  readonly each: Case;
  readonly report: Report;
  /** What became of the quantities that a table has: those that are right, and the others. */
  readonly marked: Readonly<Record<'right' | 'others', readonly string[]>>;
  readonly mistakes: readonly Finding[];
}

function judged<Case extends RightCase>(each: Case, prefix: string): Judged<Case> {
  const bytes = xlsx(each.made, each.plan.writing);
  if (OUT !== undefined) {
    const folder = `${OUT}/${each.plan.kind.kind.replaceAll('/', '∕')}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${prefix}-${each.seed}.xlsx`, bytes);
  }
  const examined = examineWorkbook(bytes);
  const { report } = examined;
  return { each, report, marked: markedIn(examined), mistakes: report.findings.filter(({ mistake }) => mistake) };
}

function markedIn({ quantities }: Examined): Judged<RightCase>['marked'] {
  const told = (isRight: boolean): readonly string[] =>
    quantities.flatMap(({ sheet, name, state }) =>
      (state === 'right') === isRight ? [`${sheet} ${name} ${state}`] : [],
    );
  return { right: told(true), others: told(false) };
}

const all = <Case extends RightCase>(make: (seed: number) => Case, count: number): readonly Case[] =>
  Array.from({ length: count }, (_, k) => make(SEED * 100_000 + k)).filter(({ plan }) => plan.kind.kind.includes(KIND));

const rights = all(rightCase, RIGHTS).map((each) => judged(each, 'right'));
const wrongs = all(wrongCase, SLIPS).map((each) => judged(each, 'wrong'));

const said = ({ report, mistakes }: Judged<RightCase>): string =>
  [
    report.verdict,
    ...(report.reason === null ? [] : [report.reason]),
    ...mistakes.slice(0, 3).map(({ sheet, cell, quantity, message }) => `${sheet}!${cell} ${quantity}: ${message}`),
    ...report.notJudged.slice(0, 3).map(({ what, why }) => `not judged: ${what}: ${why}`),
  ].join(' | ');

const lineOf = (each: Judged<RightCase | WrongCase>): string => {
  const { each: of } = each;
  const first = 'first' in of ? of.first.map(({ quantity, key }) => `${quantity.name} in ${key}`).join(', ') : '';
  return `${told(of)}${'mistake' in of ? ` ${of.mistake.what}, first ${first}` : ''} → ${said(each)}`;
};

/** What is wrong with the report on one mistake; nothing, if it is named exactly. */
function missOf({ each, report, mistakes }: Judged<WrongCase>): string | undefined {
  const { mistake, plan, first, made } = each;
  if (report.verdict !== 'wrong') return `called ${report.verdict}`;
  const [found] = mistakes;
  if (found === undefined) return 'no finding';
  const named = (name: string): readonly string[] => [...namesOf(name, plan.style, plan.shape), made.headed(name)];
  const at = first.filter(({ place, key }) => place.sheet === found.sheet && key.endsWith(`!${found.cell}`));
  if (mistake.quantities.length > 0) {
    const names = mistake.quantities.flatMap(named);
    if (!names.includes(found.quantity ?? '')) return 'another quantity';
  }
  if (at.length === 0) return 'another cell';
  if (plan.writing.decimals !== undefined) return undefined;
  if (mistake.named && found.named !== true) return 'no cause';
  if (plan.writing.pasted === true) return undefined;
  const text = `${found.message} ${found.formula?.used ?? ''} ${found.formula?.right ?? ''}`;
  if (!mistake.mentions.every((name) => named(name).some((other) => text.includes(other)))) return 'another cause';
  return mistake.words.every((words) => words.test(text)) ? undefined : 'other words';
}

/** The misses by layout, most first. */
function byLayout(misses: readonly (readonly [miss: string, each: Judged<RightCase | WrongCase>])[]): string {
  const layouts = new Map<string, string[]>();
  for (const [miss, each] of misses) {
    const kind = each.each.plan.kind.kind;
    layouts.set(kind, [...(layouts.get(kind) ?? []), `  ${miss}: ${lineOf(each)}`]);
  }
  return [...layouts]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([kind, lines]) => [`${kind}: ${lines.length}`, ...lines])
    .join('\n');
}

const misses = wrongs.flatMap((each) => {
  const miss = missOf(each);
  return miss === undefined ? [] : [[miss, each] as const];
});
const notRight = rights.filter(({ report }) => report.verdict !== 'right').map((each) => ['not right', each] as const);
const twice = wrongs
  .filter(({ mistakes, each }) => mistakes.length > (each.mistake.two === true ? 2 : 1))
  .map((each) => [`${each.mistakes.length} findings`, each] as const);

if (REPORT !== undefined) {
  const part = (title: string, of: number, list: Parameters<typeof byLayout>[0]): string =>
    `# ${title}: ${list.length} of ${of}\n${byLayout(list)}\n`;
  writeFileSync(
    REPORT,
    [
      part('Not named exactly', wrongs.length, misses),
      part('More than one finding', wrongs.length, twice),
      part('Right, but not called so', rights.length, notRight),
    ].join('\n'),
  );
}

describe(`of ${wrongs.length} workbooks with one mistake`, () => {
  test('none is called right', () => {
    expect(wrongs.filter(({ report }) => report.verdict === 'right').map(lineOf)).toEqual([]);
  });

  test('97 % are named exactly: the quantity, the first cell, the cause', () => {
    expect(misses.length, byLayout(misses)).toBeLessThanOrEqual(0.03 * wrongs.length);
  });

  test('97 % have one finding', () => {
    expect(twice.length, byLayout(twice)).toBeLessThanOrEqual(0.03 * wrongs.length);
  });
});

describe('the quantities that count for a mark', () => {
  test('are all right in a workbook that is', () => {
    const lost = rights.filter(({ report, marked }) => report.verdict === 'right' && marked.others.length > 0);
    expect(lost.map((each) => `${lineOf(each)} ${each.marked.others.join(', ')}`)).toEqual([]);
  });

  test('are not all right in one with a mistake, nor all lost by it', () => {
    const judgedOnes = wrongs.filter(
      ({ report, marked }) => report.verdict === 'wrong' && marked.others.length + marked.right.length > 0,
    );
    const full = judgedOnes.filter(({ marked }) => marked.others.length === 0);
    // Where a given number is none, nothing has a number that could be judged.
    const isOfText = ({ mistakes }: Judged<WrongCase>): boolean => mistakes.every(({ kind }) => kind === 'no-number');
    const none = judgedOnes.filter((each) => each.marked.right.length === 0 && !isOfText(each));
    expect(full.map(lineOf)).toEqual([]);
    expect(none.map(lineOf)).toEqual([]);
  });
});

describe(`of ${rights.length} right workbooks`, () => {
  test('none is called wrong', () => {
    expect(rights.filter(({ report }) => report.verdict === 'wrong').map(lineOf)).toEqual([]);
  });

  test('95 % are called right, and the others partly judged', () => {
    const others = rights.filter(({ report }) => !['right', 'partly'].includes(report.verdict));
    expect(others.map(lineOf)).toEqual([]);
    expect(notRight.length, byLayout(notRight)).toBeLessThanOrEqual(0.05 * rights.length);
  });
});
