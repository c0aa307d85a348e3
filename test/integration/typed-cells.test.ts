import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { relative } from '../../src/sheet/address.ts';
import type { Validation } from '../../src/sheet/validation.ts';
import { GRADIENT_CHECK_SHEET } from '../../src/workbook/gradient-check/layout.ts';
import { LANDSCAPE_SHEET } from '../../src/workbook/landscape/layout.ts';
import { STAGE_POSITION } from '../../src/workbook/network/diagram/stage.ts';
import { SAMPLE_POSITION } from '../../src/workbook/network/diagram/values.ts';
import { NETWORK_SHEET } from '../../src/workbook/network/layout.ts';
import { START_SHEET } from '../../src/workbook/start/layout.ts';
import { STEPS_SHEET } from '../../src/workbook/steps/layout.ts';
import { SURFACE_SHEET } from '../../src/workbook/surface/layout.ts';
import { workbookOf } from '../../src/workbook/workbook.ts';
import { classWith, seededNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { type CellValue, readWorkbook } from '../support/read-workbook.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';
import { bookOf } from '../workbook/book-of.ts';

/** With inputs that are held on Surface; only what is typed there is tried of it. */
const held = seededNetwork([3, 2, 1], 1, { iterations: 2, learningRates: [0.5] });

const networks = [
  classWith({ learningRates: [0.5, 2], iterations: 3 }),
  parseNetwork({ ...JSON.parse(networkTemplate('xor')), learningRates: [0.5, 1], iterations: 2 }),
  held,
] as const;

/** What the Delete key, pasting and hurry put into a cell; TRUTHS tries more of it. */
const wrong = process.env.TRUTHS === undefined ? (['', 101, 'two'] as const) : (['', 0, -1, 101, 2.5, 'two'] as const);

/** A cell that a person may type into, by what it is. */
interface Typed {
  readonly kind: 'rate' | 'initial' | 'choice';
  readonly sheet: string;
  readonly address: string;
  /** Whether it may hold a number of the list after all. */
  readonly allows: (value: number | string) => boolean;
}

/** Every cell that a person may type into, as its validation tells. */
function typedCells(network: (typeof networks)[number]): readonly Typed[] {
  return workbookOf(bookOf(network)).sheets.flatMap(({ name: sheet, cells }) =>
    cells.flatMap(({ row, column, validation }): readonly Typed[] => {
      if (validation === undefined) return [];
      const address = relative(row, column);
      const chosen = [SAMPLE_POSITION, STAGE_POSITION].some((at) => at.row === row && at.column === column);
      // A switch of colours: whatever is not on is off, and no number follows it.
      if (sheet.startsWith('LR ') && validation.allowed.kind === 'list') return [];
      const kind = sheet.startsWith('LR ') ? 'rate' : sheet === NETWORK_SHEET && !chosen ? 'initial' : 'choice';
      return [
        { kind, sheet, address, allows: (value) => typeof value === 'number' && isWithin(value, validation.allowed) },
      ];
    }),
  );
}

/** Whether a number of a validation that knows bounds, not a list, lies within them. */
const isWithin = (value: number, allowed: Validation['allowed']): boolean =>
  allowed.kind === 'decimal' &&
  ('above' in allowed ? value > allowed.above : value >= allowed.from && value <= allowed.to);

const isError = (value: CellValue): boolean => typeof value === 'object' && value !== null;

/** Where a workbook holds formulas. */
type Formulas = readonly (readonly [sheet: string, address: string])[];

const formulasOf = (bytes: Uint8Array): Formulas =>
  readWorkbook(bytes).sheets.flatMap(({ name, cells }) =>
    [...cells.values()].flatMap(({ address, formula }) => (formula === undefined ? [] : [[name, address] as const])),
  );

/** What formulas give. */
type Shown = readonly { readonly sheet: string; readonly address: string; readonly value: CellValue }[];

const shownIn = (formulas: Formulas, calculated: Recalculated): Shown =>
  formulas.map(([sheet, address]) => ({ sheet, address, value: calculated.value(sheet, address) }));

const textsOf = (shown: Shown): readonly string[] =>
  shown.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

/** What is wrong after a cell was filled with what it should not hold. */
function faults(shown: Shown, { kind, sheet, allows }: Typed, { value }: Edit): readonly string[] {
  const says = textsOf(shown.filter((each) => each.sheet === sheet)).some((text) =>
    /◄ (?:there is )?no |no threshold above 0 ►|✗: a blue cell without|✗ type η above 0/.test(text),
  );
  const isText = value === 'two';
  // #N/A is a gap in a chart.
  const error = shown.find((each) => isError(each.value) && JSON.stringify(each.value) !== '{"error":"#N/A"}');
  return [
    ...(says === allows(value as number | string)
      ? [`${says ? 'complains of' : 'says nothing of'} ${JSON.stringify(value)}`]
      : []),
    ...((kind === 'choice' || !isText) && error !== undefined ? [`${error.sheet}!${error.address}`] : []),
    ...(isText ? textsOf(shown).filter((text) => text.includes('diverged at')) : []),
  ];
}

/** One starting value stands for all: they are alike. */
function chosen(network: (typeof networks)[number]): readonly (readonly [Typed, Edit])[] {
  const cells = typedCells(network);
  const first = cells.findIndex(({ kind }) => kind === 'initial');
  return cells
    .filter(({ kind }, k) => kind !== 'initial' || k === first)
    .flatMap((typed) =>
      wrong
        // With another learning rate, the one that Steps shows is gone, which it says.
        .filter((value) => !(typed.kind === 'rate' && Number(value) > 0))
        .map((value) => [typed, { sheet: typed.sheet, address: typed.address, value }] as const),
    );
}

/** What no other sheet reads can be filled at once. */
const ALONE: readonly string[] = [SURFACE_SHEET, LANDSCAPE_SHEET];

/** Cases that are tried at once: each by itself, but those of sheets that stand alone beside each other. */
function roundsOf(cases: ReturnType<typeof chosen>): readonly ReturnType<typeof chosen>[] {
  const others = cases.filter(([{ sheet }]) => !ALONE.includes(sheet)).map((each) => [each]);
  const alone = ALONE.map((name) => cases.filter(([{ sheet }]) => sheet === name));
  const rounds = Math.max(...alone.map(({ length }) => length));
  return [...others, ...Array.from({ length: rounds }, (_, k) => alone.flatMap((each) => each.slice(k, k + 1)))];
}

describe.each(networks)('$title', (network) => {
  test('has cells to type into on every sheet that invites to', () => {
    const sheets = new Set(typedCells(network).map(({ sheet }) => sheet));
    for (const sheet of [START_SHEET, NETWORK_SHEET, STEPS_SHEET, GRADIENT_CHECK_SHEET, 'LR 0.5', ...ALONE])
      expect(sheets).toContain(sheet);
  });

  test('falls back and says so, or says what is missing, whatever a cell holds', async () => {
    const bytes = thinned(await workbookBytes(network));
    const formulas = formulasOf(bytes);
    const cases = chosen(network).filter(([{ sheet }]) => network !== held || sheet === SURFACE_SHEET);
    const found = roundsOf(cases).flatMap((round) => {
      const edits = round.map(([, edit]) => edit);
      const shown = shownIn(formulas, recalculateWithHyperFormula(bytes, edits));
      return round.flatMap(([typed, edit]) =>
        faults(shown, typed, edit).map((fault) => `${typed.sheet}!${typed.address}: ${fault}`),
      );
    });
    expect(found).toEqual([]);
  });
});

describeWithLibreOffice('LibreOffice', () => {
  test('falls back too when the Delete key clears a cell', async () => {
    const [network] = networks;
    const bytes = thinned(await workbookBytes(network));
    const formulas = formulasOf(bytes);
    const cleared = chosen(network).filter(([{ kind }, { value }]) => kind === 'choice' && value === '');
    const rounds = every(3, roundsOf(cleared));
    const results = await recalculateWithLibreOffice(
      rounds.map((round) => ({ bytes, edits: round.map(([, { sheet, address }]) => ({ sheet, address, value: '' })) })),
    );
    const found = rounds.flatMap((round, k) => {
      const shown = shownIn(formulas, results[k] as Recalculated);
      return round.flatMap(([typed, edit]) => faults(shown, typed, edit));
    });
    expect(found).toEqual([]);
  });
});
