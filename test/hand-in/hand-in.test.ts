import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { beforeAll, describe, expect, test } from 'vitest';
import { latexName, latexNumber } from '../../src/expression/latex.ts';
import { InputError } from '../../src/network/input-error.ts';
import { firstChoice, tellingSample } from '../../src/network/moment.ts';
import { networkText } from '../../src/network/network-text.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { type HandIn, handIn } from '../../src/pipeline/hand-in.ts';
import { explainedSteps } from '../explain/read-explanation.ts';
import { hostileTexts } from '../helpers/any-json.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { every, isEverything, times } from '../helpers/sample.ts';
import { document, repositoryFile, tableRows } from '../markdown.ts';
import { columnLetters } from '../support/addresses.ts';
import { readWorkbook, type SheetContents, type WorkbookContents } from '../support/read-workbook.ts';
import { outsideOf, readSheetPicture, readSvg, shownNumber, textsOf } from './read-picture.ts';

/** A ready-made network, that of the class as it is, for it is in output/; of the others some iterations. */
const named = (name: string) => {
  const network = parseNetwork(JSON.parse(networkTemplate(name)));
  return isEverything || name === 'class' ? network : { ...network, iterations: Math.min(network.iterations, 30) };
};

/** The hand-in of a ready-made network, made once. */
const madeOf = (name: string): Promise<HandIn> => {
  const known = hands.get(name) ?? handIn(named(name));
  hands.set(name, known);
  return known;
};
const hands = new Map<string, Promise<HandIn>>();

const page = ({ texts }: HandIn): string => texts.get('README.md') ?? '';
const steps = (made: HandIn): string => made.texts.get('steps.md') ?? page(made);
const picturesOf = ({ texts }: HandIn): readonly (readonly [string, string])[] =>
  [...texts].filter(([path]) => path.endsWith('.svg'));

async function workbookOf({ workbook }: HandIn): Promise<WorkbookContents> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook.bytes) pieces.push(piece);
  return readWorkbook(Buffer.concat(pieces));
}

/** What a page leads to: links and pictures, as a site would find them. */
const targetsOf = (markdown: string): readonly string[] =>
  [...new MarkdownIt({ html: true }).render(markdown).matchAll(/(?:href|src|srcset)="([^"]*)"/g)].map(
    ([, target = '']) => target,
  );

describe.each(every(4, networkNames()))('the hand-in of %s', (name) => {
  let made: HandIn;
  beforeAll(async () => {
    made = await madeOf(name);
  });

  test('leads to all of its files, and to nothing else', () => {
    const { texts, workbook } = made;
    const files = [...texts.keys(), workbook.path].filter((path) => path !== 'README.md');
    expect(new Set(targetsOf(page(made)))).toEqual(new Set(files));
  });

  test('has pictures that are well formed and need nothing from outside, each for a light and a dark page', () => {
    const pictures = picturesOf(made);
    expect(pictures.length).toBeGreaterThan(6);
    for (const [path, svg] of pictures) {
      const root = readSvg(svg);
      expect([path, outsideOf(root)]).toEqual([path, []]);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      const other = path.replace(/(light|dark)(?=\.svg$)/, (theme) => (theme === 'light' ? 'dark' : 'light'));
      expect(textsOf(root)).toEqual(textsOf(readSvg(made.texts.get(other) ?? '')));
    }
  });
});

test('the hand-in of any network has well-formed pictures, and no word that stands for nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyNetwork, async (network) => {
      const made = await handIn({ ...network, learningRates: [0.1, 50] });
      for (const [, svg] of picturesOf(made)) readSvg(svg);
      for (const [path, text] of made.texts)
        expect([path, /\b(?:NaN|Infinity|undefined)\b/.exec(text)]).toEqual([path, null]);
      expect(page(made).match(/^### η0? = /gm)).toHaveLength(2);
      expect(new Set(targetsOf(page(made)))).toEqual(new Set([...made.texts.keys(), made.workbook.path].slice(1)));
    }),
    { numRuns: times(1) },
  );
});

test('the hand-in in output/ is the one that the program makes, text for text', async () => {
  const { texts } = await madeOf('class');
  const committed = [...texts.keys()].map((path) => [path, document(`output/hand-in/${path}`)] as const);
  expect(committed.filter(([path, text]) => text !== texts.get(path)).map(([path]) => path)).toEqual([]);
  const files = readdirSync(repositoryFile('output/hand-in'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((path) => path.includes('.')).sort()).toEqual([...texts.keys(), 'backpropagation.xlsx'].sort());
});

test.each(every(8, networkNames()))(
  'the hand-in of %s holds the network, from which the same one comes',
  async (name) => {
    const made = await madeOf(name);
    const again = await handIn(parseNetwork(JSON.parse(made.texts.get('network.json') ?? '')));
    expect(again.texts).toEqual(made.texts);
  },
);

/** The numbers on the sheet of a learning rate, by the name in the header and the row. */
function numbersOf({ cells }: SheetContents): (name: string, row: number) => number {
  const header = [...cells.values()].filter(({ row }) => row === NAME_ROW);
  const columns = new Map(header.map(({ value, column }) => [value, columnLetters(column)]));
  return (name, row) => {
    const value = cells.get(`${columns.get(name)}${row}`)?.value;
    return typeof value === 'number' ? value : Number.NaN;
  };
}

const NAME_ROW = 12;
const FIRST_ROW = 14;

describe.each(every(4, networkNames()))('text, pictures and workbook of %s agree:', (name) => {
  const network = named(name);
  let made: HandIn;
  let sheets: WorkbookContents['sheets'];
  const runs = network.runs?.map((run) => run.name) ?? network.learningRates.map(String);
  const middle = runs[firstChoice(network).rate];
  const sheetOf = (run: string | undefined): SheetContents => {
    const found = sheets.find((sheet) => sheet.name === (network.runs === undefined ? `LR ${run}` : run));
    if (found === undefined) throw new Error(`There is no sheet of ${run}.`);
    return found;
  };
  beforeAll(async () => {
    made = await madeOf(name);
    ({ sheets } = await workbookOf(made));
  });

  test('every number in the picture of the sheet is that of its cell', () => {
    const numberAt = numbersOf(sheetOf(middle));
    let compared = 0;
    for (const [path, svg] of picturesOf(made).filter(([each]) => each.includes('/sheet')))
      for (const [quantity, rows] of readSheetPicture(svg, NAME_ROW))
        for (const [row, text] of rows) {
          const shown = shownNumber(text);
          if (row < FIRST_ROW || shown === undefined) continue;
          expect([path, quantity, row, shown.value.toFixed(shown.decimals)]).toEqual([
            ...[
              path,
              quantity,
              row,
              (numberAt(quantity, row) + 0).toFixed(shown.decimals).replace(/^-(0\.?0*)$/, '$1'),
            ],
          ]);
          compared++;
        }
    expect(compared).toBeGreaterThan(100);
  });

  const openingRow = FIRST_ROW - 1 + firstChoice(network).iteration;
  const opening = network.batch === 'in-turn' ? 1 : tellingSample(network.samples) + 1;

  test('every step comes to the number of the row of its iteration, new values to that of the next', () => {
    const numberAt = numbersOf(sheetOf(middle));
    const header = [...sheetOf(middle).cells.values()].flatMap(({ row, value }) =>
      row === NAME_ROW && typeof value === 'string' ? [value] : [],
    );
    const quantities = new Map(header.map((each) => [latexName(each), each]));
    let compared = 0;
    for (const step of explainedSteps(steps(made))) {
      const later = step.name.endsWith('^{\\mathrm{new}}');
      const quantity = quantities.get(step.name.replace('^{\\mathrm{new}}', ''));
      if (quantity === undefined) continue;
      expect([step.name, step.forms.at(-1)]).toEqual([
        ...[step.name, latexNumber(numberAt(quantity, openingRow + Number(later)))],
      ]);
      compared++;
    }
    expect(compared).toBeGreaterThan(8);
  });

  test('the picture of the network shows weights, activations and gradients of the iteration', () => {
    const numberAt = numbersOf(sheetOf(middle));
    const texts = textsOf(readSvg(made.texts.get('pictures/network-light.svg') ?? '')).map(({ text }) => text);
    const shown = (value: number, decimals: number): string => value.toFixed(decimals).replace('-', '−');
    const header = [...sheetOf(middle).cells.values()].flatMap(({ row, value }) =>
      row === NAME_ROW && typeof value === 'string' ? [value] : [],
    );
    const wanted = header.flatMap((quantity) => {
      const value = numberAt(quantity, openingRow);
      if (/^w\d+$/.test(quantity)) return [shown(value, 4)];
      if (/^∂E\/∂w\d+$/.test(quantity)) return [shown(value, 6)];
      return new RegExp(`^a_[ho][\\d_]+(?:@${opening})?$`).test(quantity) ? [shown(value, 4)] : [];
    });
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((text) => !texts.includes(text.replace(/^−(0\.0*)$/, '$1')))).toEqual([]);
  });

  test('the table and the paragraphs begin and end with the errors of the sheets', () => {
    const curve = network.batch === 'in-turn' ? 'E_mean' : 'E_total';
    const rows = tableRows(
      page(made),
      network.runs === undefined ? 'η' : 'run',
      `${curve.replace('_', '\\_')} first`,
      'last',
      'smallest',
      'at iteration',
      'below threshold at',
      `${curve.replace('_', '\\_')} …`,
    );
    expect(rows.map(([run]) => run)).toEqual(runs);
    for (const [run = '', first, last] of rows) {
      const numberAt = numbersOf(sheetOf(run));
      const [begin, end] = [1, network.iterations].map((k) => numberAt(curve, FIRST_ROW - 1 + k));
      const written = (value = Number.NaN): string => {
        const latex = latexNumber(value);
        return latex.includes('cdot') ? `$\`${latex}\`$` : latex;
      };
      expect([run, first]).toEqual([run, written(begin)]);
      expect([run, last]).toEqual([run, Number.isFinite(end) ? written(end) : '–']);
      const paragraph =
        page(made)
          .split(`### ${network.runs === undefined ? 'η = ' : ''}${run}\n`)[1]
          ?.split('\n### ')[0] ?? '';
      expect(paragraph).toContain(written(begin));
      const same = written(begin) === written(end) ? `the same in iteration ${network.iterations}` : undefined;
      if (Number.isFinite(end))
        expect(paragraph).toContain(same ?? `to ${written(end)} in iteration ${network.iterations}`);
    }
  });
});

describe('a title and a line about the network, whatever they say,', () => {
  const small = {
    samples: [{ inputs: [1], targets: [0] }],
    layers: [{ activation: 'sigmoid', weights: [[0.5]] }],
    loss: 'half-squared-error',
    learningRates: [1],
    iterations: 2,
  };
  const more = [
    '- a',
    '1. a',
    '---',
    '[a](b)',
    '# a',
    '</title><script>',
    '$`x`$',
    '<!-- remarks: what stands from here … -->',
  ];
  const titles = hostileTexts.flatMap((title) => {
    try {
      return [parseNetwork({ ...small, title, about: title }).title];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });

  const plain = handIn(parseNetwork({ ...small, title: 'A title', about: 'A line' }));

  test.each(
    every(6, titles)
      .concat(more)
      .map((title) => [JSON.stringify(title), title]),
  )('%s are text', async (_, title) => {
    const made = await handIn(parseNetwork({ ...small, title, about: title }));
    const tags = (of: HandIn): readonly string[] =>
      [...new MarkdownIt({ html: true }).render(page(of)).matchAll(/<(?!\/?span>|\$)[^>]*>/g)].map(
        ([tag]) => tag.split(/[\s>]/)[0] ?? '',
      );
    expect(tags(made)).toEqual(tags(await plain));
    for (const [, svg] of picturesOf(made)) readSvg(svg);
    const root = readSvg(made.texts.get('pictures/network-dark.svg') ?? '');
    expect(root.text).toContain(title);
    expect(made.texts.get('network.json')).toBe(networkText(parseNetwork({ ...small, title, about: title })));
  });
});
