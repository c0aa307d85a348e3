import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { relative } from '../../src/sheet/address.ts';
import { GRADIENT_CHECK_SHEET } from '../../src/workbook/gradient-check/layout.ts';
import { STAGE_POSITION } from '../../src/workbook/network/diagram/stage.ts';
import { SAMPLE_POSITION } from '../../src/workbook/network/diagram/values.ts';
import { NETWORK_SHEET } from '../../src/workbook/network/layout.ts';
import { START_SHEET } from '../../src/workbook/start/layout.ts';
import { STEPS_SHEET } from '../../src/workbook/steps/layout.ts';
import { workbookOf } from '../../src/workbook/workbook.ts';
import { classWith } from '../helpers/networks.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { type CellValue, readWorkbook } from '../support/read-workbook.ts';
import type { Edit, Recalculated } from '../support/recalculated.ts';
import { bookOf } from '../workbook/book-of.ts';

const networks = [
  classWith({ learningRates: [0.5, 2], iterations: 3 }),
  parseNetwork({ ...JSON.parse(networkTemplate('xor')), learningRates: [0.5, 1], iterations: 2 }),
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
      if (sheet === NETWORK_SHEET && !chosen)
        return [{ kind: 'initial', sheet, address, allows: (value) => typeof value === 'number' }];
      // A switch of colours: whatever is not on is off, and no number follows it.
      if (sheet.startsWith('LR ') && validation.allowed.kind === 'list') return [];
      if (sheet.startsWith('LR ')) return [{ kind: 'rate', sheet, address, allows: (value) => Number(value) > 0 }];
      return [{ kind: 'choice', sheet, address, allows: (value) => sheet === START_SHEET && Number(value) > 0 }];
    }),
  );
}

const isError = (value: CellValue): boolean => typeof value === 'object' && value !== null;

/** Where a workbook holds formulas. */
const formulasOf = (bytes: Uint8Array): readonly (readonly [sheet: string, address: string])[] =>
  readWorkbook(bytes).sheets.flatMap(({ name, cells }) =>
    [...cells.values()].flatMap(({ address, formula }) => (formula === undefined ? [] : [[name, address] as const])),
  );

/** The texts that its formulas give, and the cells that show an error; #N/A is a gap in a chart. */
function shownIn(formulas: ReturnType<typeof formulasOf>, calculated: Recalculated) {
  const all = formulas.map(([sheet, address]) => [`${sheet}!${address}`, calculated.value(sheet, address)] as const);
  return {
    texts: all.flatMap(([, value]) => (typeof value === 'string' ? [value] : [])),
    errors: all.flatMap(([at, value]) => (isError(value) && JSON.stringify(value) !== '{"error":"#N/A"}' ? [at] : [])),
  };
}

/** What is wrong after a cell was filled with what it should not hold. */
function faults(
  formulas: ReturnType<typeof formulasOf>,
  { kind, allows }: Typed,
  { value }: Edit,
  calculated: Recalculated,
): readonly string[] {
  const { texts, errors } = shownIn(formulas, calculated);
  const says = texts.some((text) =>
    /◄ (?:there is )?no |no threshold above 0 ►|✗: a blue cell without|✗ type η above 0/.test(text),
  );
  const isText = value === 'two';
  return [
    ...(says === allows(value as number | string)
      ? [`${says ? 'complains of' : 'says nothing of'} ${JSON.stringify(value)}`]
      : []),
    ...(kind === 'choice' || !isText ? errors.slice(0, 1) : []),
    ...(isText ? texts.filter((text) => text.includes('diverged at')) : []),
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

describe.each(networks)('$title', (network) => {
  test('has cells to type into on every sheet that invites to', () => {
    const sheets = new Set(typedCells(network).map(({ sheet }) => sheet));
    for (const sheet of [START_SHEET, NETWORK_SHEET, STEPS_SHEET, GRADIENT_CHECK_SHEET, 'LR 0.5'])
      expect(sheets).toContain(sheet);
  });

  test('falls back and says so, or says what is missing, whatever a cell holds', async () => {
    const bytes = await workbookBytes(network);
    const formulas = formulasOf(bytes);
    const found = chosen(network).flatMap(([typed, edit]) =>
      faults(formulas, typed, edit, recalculateWithHyperFormula(bytes, [edit])).map(
        (fault) => `${typed.sheet}!${typed.address}: ${fault}`,
      ),
    );
    expect(found).toEqual([]);
  });
});

describeWithLibreOffice('LibreOffice', () => {
  test('falls back too when the Delete key clears a cell', async () => {
    const [network] = networks;
    const bytes = await workbookBytes(network);
    const formulas = formulasOf(bytes);
    const cleared = chosen(network).filter(([{ kind }, { value }]) => kind === 'choice' && value === '');
    const results = await recalculateWithLibreOffice(
      cleared.map(([, { sheet, address }]) => ({ bytes, edits: [{ sheet, address, value: '' }] })),
    );
    const found = cleared.flatMap(([typed, edit], k) => faults(formulas, typed, edit, results[k] as Recalculated));
    expect(found).toEqual([]);
  });
});
