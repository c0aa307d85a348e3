import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { classWith } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, savedByLibreOffice } from '../support/libreoffice.ts';
import { unsealed } from './unsealed.ts';

const mistakesOf = ({ verdict, reason, findings }: ReturnType<typeof checkWorkbook>): readonly string[] => [
  ...(verdict === 'unjudged' ? [`unjudged: ${reason}`] : []),
  ...findings.filter(({ mistake }) => mistake).map(({ message }) => message),
];

describe('a workbook of this program without its seal', () => {
  test.each(every(4, networkNames()))('is right: %s', async (name) => {
    const ready = parseNetwork(JSON.parse(networkTemplate(name)));
    const network = { ...ready, learningRates: ready.learningRates.slice(0, 2), iterations: 4 };
    const report = checkWorkbook(unsealed(await workbookBytes(network)), { network });
    const { tables, notJudged } = report;
    expect(mistakesOf(report)).toEqual([]);
    const sheets = network.runs?.map((run) => run.name) ?? network.learningRates.map((rate) => `LR ${rate}`);
    expect([tables.filter(({ sheet }) => sheets.includes(sheet)).map(({ missing }) => missing), notJudged]).toEqual([
      sheets.map(() => []),
      [],
    ]);
  });

  test('with one formula changed is wrong there, and the change is named', async () => {
    const parts = unzipSync(await workbookBytes(classWith({ learningRates: [0.5], iterations: 5 })));
    const path = 'xl/worksheets/sheet4.xml';
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    // The second iteration's h2, which is w3·i1 + w4·i2.
    const changed = xml.replace(
      /(<c r="([A-Z]+)15"[^>]*><f>)([A-Z]+)15\*([A-Z]+)15\+([A-Z]+)15\*([A-Z]+)15(<\/f>)/g,
      '$1$315*$615+$515*$615$7',
    );
    expect(changed).not.toBe(xml);
    const found = checkWorkbook(zipSync({ ...parts, [path]: strToU8(changed) })).findings.filter(
      ({ mistake }) => mistake,
    );
    expect(found.map(({ quantity, count }) => [quantity, count])).toContainEqual(['h1', 1]);
    expect(found.find(({ quantity }) => quantity === 'h1')?.message).toBe('h1 uses i2; it should use i1.');
  });
});

describeWithLibreOffice('a workbook of this program that LibreOffice saved', () => {
  test('is right', async () => {
    const bytes = await savedByLibreOffice(await workbookBytes(classWith({ learningRates: [0.5, 2], iterations: 6 })));
    expect(mistakesOf(checkWorkbook(bytes))).toEqual([]);
  });
});
