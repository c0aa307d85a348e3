import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/check/check.ts';
import type { Network, NetworkLayer } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { withSettings } from '../../src/settings/settings.ts';
import { classWith } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, savedByLibreOffice } from '../support/libreoffice.ts';
import { unsealed } from './unsealed.ts';

const mistakesOf = ({ verdict, reason, findings }: ReturnType<typeof checkWorkbook>): readonly string[] => [
  ...(verdict === 'unjudged' ? [`unjudged: ${reason}`] : []),
  ...findings.filter(({ mistake }) => mistake).map(({ message }) => message),
];

const withRelu = (layer: NetworkLayer, l: number): NetworkLayer => (l === 0 ? { ...layer, activation: 'relu' } : layer);

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

  const xor = { ...parseNetwork(JSON.parse(networkTemplate('xor'))), learningRates: [0.5], iterations: 4 };

  const changes: readonly (readonly [string, Partial<Network>])[] = [
    ['a_h1, a_h2 and a_h3 are computed with ReLU in place of tanh', { layers: xor.layers.map(withRelu) }],
    ['The updates are those of momentum in place of gradient descent', { optimizer: { name: 'momentum' } }],
  ];

  test.each(every(2, changes))(
    'of a network that is like a ready-made one is right, and told from that: %s',
    async (difference, change) => {
      const bytes = unsealed(await workbookBytes({ ...xor, ...change }));
      const report = checkWorkbook(bytes, { candidates: new Map([['xor', xor]]) });
      expect(report.verdict).toBe('right');
      expect(report.findings.map(({ message }) => message).join()).toContain(
        `${difference}, other than in the network xor`,
      );
    },
  );

  test('of runs with other batches is right, each sheet by its own run', async () => {
    const network = withSettings(xor, { compare: { what: 'batch', values: ['full', '2', 'in-turn'] } });
    const report = checkWorkbook(unsealed(await workbookBytes(network)), { network });
    expect([mistakesOf(report), report.notJudged, report.tables.map(({ sheet }) => sheet)]).toEqual([
      [],
      [],
      ['full batch', 'batch 2', 'in turn'],
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
