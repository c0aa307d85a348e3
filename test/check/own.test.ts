import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { textReport } from '../../src/check/report/text.ts';
import { SEAL_PATH } from '../../src/seal/seal.ts';
import { exerciseBytes, filledIn } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { changePart } from '../helpers/replace-formula.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, savedByLibreOffice } from '../support/libreoffice.ts';
import { unsealed } from './unsealed.ts';

const network = classWith({ learningRates: [0.5, 1], iterations: 4 });
const TABLE = 'xl/worksheets/sheet4.xml';
const OWN = 'A workbook of this program, unchanged since it was made.';
const COPY = "The teacher's copy of an exercise of this program, unchanged since it was made.";
const EMPTY = 'An exercise of this program; nothing is filled in yet.';

const told = (bytes: Uint8Array): Pick<Report, 'verdict' | 'reason'> => {
  const { verdict, reason } = checkWorkbook(bytes);
  return { verdict, reason };
};

let workbook: Uint8Array = new Uint8Array();
beforeAll(async () => {
  workbook = await workbookBytes(network);
});

/** The workbook with a factor too many in h1 of the second iteration, and the seal that it had. */
const changed = (): Uint8Array =>
  changePart(workbook, TABLE, (xml) => xml.replace(/(<c r="[A-Z]+15"[^>]*><f>)([A-Z]+15\*[A-Z]+15\+)/, '$12*$2'));

/** A workbook with a seal that fits, as anyone can make one: of path, size and CRC of every other part. */
function resealed(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const lines = Object.entries(parts)
    .filter(([path]) => path !== SEAL_PATH)
    .map(([path, part]) => `${path} ${part.length} ${crc32(part)}\n`);
  const seal = createHash('sha256').update(lines.sort().join('')).digest('hex');
  const xml = strFromU8(parts[SEAL_PATH] ?? new Uint8Array()).replace(/[0-9a-f]{64}/, seal);
  return zipSync({ ...parts, [SEAL_PATH]: strToU8(xml) });
}

describe('a workbook of this program', () => {
  test('is told as that while nobody has changed it', () => {
    expect(told(workbook)).toEqual({ verdict: 'own', reason: OWN });
    expect(told(zipSync(unzipSync(workbook)))).toEqual({ verdict: 'own', reason: OWN });
  });

  test('is judged once it is changed, whatever seal it had, or without one', () => {
    expect(checkWorkbook(changed()).verdict).toBe('wrong');
    expect(checkWorkbook(unsealed(workbook)).verdict).toBe('right');
  });

  test('is judged with a part more or less', () => {
    const { 'xl/theme/theme1.xml': _, ...fewer } = unzipSync(workbook);
    expect(checkWorkbook(zipSync(fewer)).verdict).toBe('right');
    expect(checkWorkbook(zipSync({ ...unzipSync(workbook), 'a.txt': strToU8('a') })).verdict).toBe('right');
  });

  test('is judged where a part is another one than the directory of the archive tells', () => {
    const parts = unzipSync(workbook);
    const stored = zipSync(parts, { level: 0 });
    const formula = /(<c r="[A-Z]+15"[^>]*><f>[A-Z]+15)\*([A-Z]+15\+)/;
    const swapped = strToU8(strFromU8(stored, true).replace(formula, '$1-$2'), true);
    expect(swapped.length).toBe(stored.length);
    expect([checkWorkbook(stored).verdict, checkWorkbook(swapped).verdict]).toEqual(['own', 'wrong']);
  });

  test('is judged with a seal that cannot be unpacked', () => {
    const bytes = Uint8Array.from(workbook);
    const at = strFromU8(bytes, true).indexOf(SEAL_PATH);
    bytes.fill(0xff, at + SEAL_PATH.length, at + SEAL_PATH.length + 20);
    expect(checkWorkbook(bytes).verdict).toBe('right');
  });

  test('is never all right by a seal alone, not even by a forged one', () => {
    expect(told(resealed(changed()))).toEqual({ verdict: 'own', reason: OWN });
    expect(textReport('a.xlsx', checkWorkbook(resealed(changed())))).not.toContain('right');
  });

  test.each(every(2, ['', 'no seal', 'x'.repeat(20_000), '<Properties/>']))('is judged with the seal %.20s', (seal) => {
    expect(checkWorkbook(changePart(workbook, SEAL_PATH, () => seal)).verdict).toBe('right');
  });
});

describe('an exercise of this program', () => {
  const exercise = (answers = false) => exerciseBytes(network, { blank: 'output-gradients', answers });

  test('is told as the copy of the teacher, where that is unchanged', async () => {
    expect(told(await exercise(true))).toEqual({ verdict: 'own', reason: COPY });
  });

  test('is told as empty, sealed or saved again, and with other numbers typed over the given ones', async () => {
    const bytes = await exercise();
    const typed = changePart(bytes, TABLE, (xml) => xml.replace(/<v>0\.5<\/v>/, '<v>0.25</v>'));
    for (const each of [bytes, unsealed(bytes), typed])
      expect(told(each)).toEqual({ verdict: 'unjudged', reason: EMPTY });
  });

  test('is judged as soon as a cell is filled in', async () => {
    const begun = filledIn(network, 'output-gradients', await exercise(), ({ name, iteration, right }) =>
      name === '∂E/∂w5' && iteration === 1 ? right : undefined,
    );
    const { verdict, findings } = checkWorkbook(begun);
    expect(verdict).toBe('wrong');
    expect(findings.filter(({ kind }) => kind === 'empty').map(({ sheet }) => sheet)).toContain('LR 1');
  });

  test('is none that only has the title of a sheet of answers', async () => {
    const bytes = changePart(unsealed(workbook), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        /<sheetData>.*<\/sheetData>/s,
        `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Answers of LR 1</t></is></c></row></sheetData>`,
      ),
    );
    expect(checkWorkbook(bytes).verdict).toBe('right');
  });
});

describeWithLibreOffice('an exercise that LibreOffice saved', () => {
  test('is told as empty', async () => {
    const bytes = await exerciseBytes(network, { blank: 'hidden-gradients' });
    expect(told(await savedByLibreOffice(bytes))).toEqual({ verdict: 'unjudged', reason: EMPTY });
  });
});
