import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/network/input-error.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { hostileTexts } from '../helpers/any-json.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { packageFaults } from '../support/package-checks.ts';
import { unzipParts } from '../support/package-parts.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { descend, parsePart } from '../support/xml.ts';

const small = {
  samples: [{ inputs: [1], targets: [0] }],
  layers: [{ activation: 'sigmoid', weights: [[0.5]] }],
  loss: 'half-squared-error',
  learningRates: [1],
  iterations: 2,
};
const titled = (title: string) => workbookBytes(parseNetwork({ ...small, title, about: title }));

/** The texts that a network file may hold, as it takes them. */
const titles = hostileTexts.flatMap((text) => {
  try {
    return [parseNetwork({ ...small, title: text }).title];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
});

/** Where a title may stand: among the texts of cells, in the properties of the file, and so in the digest of all its parts. */
const OF_TEXT = ['xl/sharedStrings.xml', 'docProps/core.xml', 'docProps/custom.xml'];

const plain = unzipParts(await titled('A title'));
const titleCell = 'B2';

/** A part without what keeps Excel from doubting a text that looks like a number. */
const bare = (part: Uint8Array = new Uint8Array()): string =>
  Buffer.from(part)
    .toString('latin1')
    .replace(/<ignoredError [^>]*numberStoredAsText[^>]*>/, '')
    // A long title takes more columns of a page.
    .replace(/<definedName name="_xlnm\.Print_Area"[^>]*>[^<]*<\/definedName>/g, '');

describe('a title, whatever it says,', () => {
  test('is one of many', () => {
    expect(titles.length).toBeGreaterThan(30);
    expect(titles).toContain("=cmd|' /C calc'!A0");
  });

  test.each(every(4, titles).map((title) => [JSON.stringify(title), title]))(
    '%s is a text like any other',
    async (_, title) => {
      const bytes = await titled(title);
      const workbook = readWorkbook(bytes);
      expect(workbook.sheets[0]?.cells.get(titleCell)).toMatchObject({ value: title });
      expect(workbook.sheets[0]?.cells.get(titleCell)).not.toHaveProperty('formula');
      expect(packageFaults(bytes)).toEqual([]);
      const parts = unzipParts(bytes);
      expect(descend(parsePart(parts.get('docProps/core.xml') ?? new Uint8Array()), 'title')?.text).toBe(title);
      // No formula, no name, no chart and no style knows of it.
      const others = [...plain.keys()].filter((path) => !OF_TEXT.includes(path));
      expect(others.filter((path) => bare(parts.get(path)) !== bare(plain.get(path)))).toEqual([]);
    },
  );
});

describeWithLibreOffice('titles in LibreOffice', () => {
  test('come out as they were typed', async () => {
    const some = ['_x0041_ _x005F_x0041_ <b>&"\' 👩‍👩‍👧‍👦 שלום', "=cmd|' /C calc'!A0"];
    const jobs = await Promise.all(some.map(async (title) => ({ bytes: await titled(title) })));
    const opened = await recalculateWithLibreOffice(jobs);
    expect(opened.map((each) => each.value('Start', titleCell))).toEqual(some);
  });
});
