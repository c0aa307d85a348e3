import type { Verdict } from '../../src/check/finding.ts';
import type { Where } from './workbooks/addresses.ts';
import { Calculation, type Content } from './workbooks/calculate.ts';
import { quantitiesOf } from './workbooks/learner-network.ts';
import { type Change, learnerWorkbook, type Made } from './workbooks/learner-workbook.ts';
import { classShape, gradientsBelow, inARow, neatPlan } from './workbooks/neat.ts';
import { ods } from './workbooks/ods.ts';
import type { Plan } from './workbooks/plan.ts';
import { partsOf, xlsx, zipped } from './workbooks/xlsx.ts';

/** A workbook of a kind that was once misjudged, and what is right to say of it. */
export interface Case {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** One of these. The exit code goes with it: 0 for right, 1 for wrong, 2 for partly judged and not judged. */
  readonly verdict: readonly Verdict[];
  /** Where a mistake is named: its quantity (one of these), its cell (one of these), words of its message. */
  readonly quantity?: readonly string[];
  readonly cell?: readonly string[];
  readonly words?: readonly RegExp[];
  /** What the report must not say. */
  readonly never?: RegExp;
  /** On how many sheets the mistake is said to be; 1 if nothing is said. */
  readonly sheets?: number;
  /** Whether the report has to know the cause. */
  readonly named?: boolean;
  /** Words of a note, of what was not judged, or of the reason. */
  readonly note?: RegExp;
  /** Words of a hint, where the workbook is not simply called right. */
  readonly hint?: RegExp;
}

const made = (plan: Plan, change?: Change): Made => learnerWorkbook(plan, change);
const book = (plan: Plan, change?: Change) => (): Uint8Array => xlsx(made(plan, change), plan.writing);

/** The formula of a quantity, changed as a text. */
const rewritten =
  (names: readonly string[], change: (right: string) => string): Change =>
  ({ quantity }, right) =>
    right !== undefined && names.includes(quantity.name) ? { template: change(right) } : undefined;

const exchanged = (names: readonly string[], from: string, to: string): Change =>
  rewritten(names, (right) => right.replaceAll(from, to));

const filled = { writing: {} } as const;

/** The slip of most learners: a_h1·(1 − a_h1) for a_h2·(1 − a_h2). */
const ofTheOtherUnit = (...names: readonly string[]): Change => exchanged(names, '{a_h2}', '{a_h1}');

/** w3 reads ∂E/∂w1. */
const ofAnotherGradient = exchanged(['w3'], '∂E/∂w3', '∂E/∂w1');

const xor = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
] as const;

/** Inputs and targets of the four samples in turn. */
const inTurn: Change = ({ quantity: { name }, iteration }: Where) => {
  const at = ['i1', 'i2', 't1'].indexOf(name);
  return at === -1 ? undefined : { value: xor[iteration % 4]?.[at] ?? 0 };
};

const xorShape = { inputs: 2, hidden: 2, outputs: 1, biases: 'unit' } as const;
const xorPlan = neatPlan({
  shape: xorShape,
  iterations: 24,
  values: { w1: 0.2, w2: -0.3, b1: 0.1, w3: 0.4, w4: 0.1, b2: -0.2, w5: 0.3, w6: -0.5, b3: 0.2 },
  kind: {
    kind: 'samples in turn',
    arrange: (quantities, { at }) => {
      const of = (...roles: readonly string[]) => quantities.filter(({ role }) => roles.includes(role));
      const rest = quantities.filter(({ role }) => !['input', 'target', 'weight'].includes(role));
      const names = [...of('input'), ...of('target'), ...of('weight'), ...rest].map(({ name }) => name);
      return [{ names, origin: at, form: 'row' }];
    },
  },
});

const doubleIndices = ['w11', 'w12', 'w21', 'w22', 'v11', 'v12', 'v21', 'v22'];
const twoIndices = (name: string): string =>
  name.replace(/w(\d)$/, (_, k: string) => doubleIndices[Number(k) - 1] ?? name);

/** Only headers and given numbers, and one row. */
function onlyGiven(): Uint8Array {
  const whole = made(neatPlan({ iterations: 1 }));
  const cells = new Map<string, Content>([...whole.cells].filter(([, content]) => !('formula' in content)));
  return xlsx({ ...whole, cells, calculation: new Calculation(cells, {}) });
}

/** A chart of E_total whose name is the first number of the table. */
function withChart(): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const parts = partsOf(made(neatPlan()), { bare: true });
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
  return zipped({
    ...parts,
    'xl/worksheets/sheet1.xml': sheet.replace('</worksheet>', `<drawing xmlns:r="${office}" r:id="rId1"/></worksheet>`),
    'xl/worksheets/_rels/sheet1.xml.rels': relation('drawing', '../drawings/drawing1.xml'),
    'xl/drawings/drawing1.xml': `<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:r="${office}"/>`,
    'xl/drawings/_rels/drawing1.xml.rels': relation('chart', '../charts/chart1.xml'),
    'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:lineChart><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$W$6</c:f></c:strRef></c:tx><c:val><c:numRef><c:f>Sheet1!$W$7:$W$25</c:f></c:numRef></c:val></c:ser></c:lineChart></c:plotArea></c:chart></c:chartSpace>`,
  });
}

const right: readonly Verdict[] = ['right'];
const wrong: readonly Verdict[] = ['wrong'];
const six = { rates: [0.1, 0.2, 0.5, 0.8, 1, 2] } as const;
const deltas = neatPlan({ style: { backward: 'delta' } });
const withoutHalf = neatPlan({ style: { half: false } });
const tanh = neatPlan({ style: { activation: ['tanh', 'sigmoid'] } });
const partialRow = inARow({
  partial: {
    iteration: 1,
    names: quantitiesOf(classShape, deltas.style).flatMap((q) => (q.role === 'weight' ? [q.name] : [])),
  },
});

/** The kinds of workbooks that check misjudged before, each made again by the generator. */
export const cases: readonly Case[] = [
  { name: '01 right, but a chart takes the first number for its name', bytes: withChart, verdict: right, note: /name/ },
  {
    name: '02 right, pasted with 6 decimals, 17 digits in the file',
    bytes: book(neatPlan({ writing: { pasted: true, decimals: 6 } })),
    verdict: right,
    note: /numbers|formula/,
  },
  {
    name: '03 one iteration and a row of new weights, w3 wrong',
    bytes: book(neatPlan({ kind: partialRow, iterations: 2 }), ofAnotherGradient),
    verdict: wrong,
    quantity: ['w3'],
    cell: ['G7'],
    words: [/∂E\/∂w1/, /∂E\/∂w3/],
  },
  {
    name: '04 a blank row after each iteration, w3 wrong',
    bytes: book(neatPlan({ kind: inARow({ pitch: 2 }), iterations: 10 }), ofAnotherGradient),
    verdict: wrong,
    quantity: ['w3'],
    cell: ['G8'],
    words: [/∂E\/∂w1/, /∂E\/∂w3/],
  },
  {
    name: '05 a header above every iteration, w3 wrong in the fourth',
    bytes: book(neatPlan({ kind: inARow({ pitch: 3, headerEach: true }), iterations: 6 }), (where, text) =>
      where.iteration === 3 ? ofAnotherGradient(where, text) : undefined,
    ),
    verdict: wrong,
    quantity: ['w3'],
    cell: ['G15'],
    words: [/∂E\/∂w1/, /∂E\/∂w3/],
  },
  {
    name: '07 gradients in a table of their own below, ∂E/∂w3 and ∂E/∂w4 wrong',
    bytes: book(neatPlan({ kind: gradientsBelow(12), iterations: 12 }), ofTheOtherUnit('∂E/∂w3', '∂E/∂w4')),
    verdict: wrong,
    quantity: ['∂E/∂w3'],
    cell: ['C31'],
    words: [/a_h1/, /a_h2/],
  },
  {
    name: '08 gradients under unknown headers, the third wrong',
    bytes: book(neatPlan({ heading: (name) => name.replace('∂E/∂w', 'Grad ') }), ofTheOtherUnit('∂E/∂w3')),
    verdict: wrong,
    quantity: ['∂E/∂w3'],
    cell: ['Z6'],
    words: [/a_h1/, /a_h2/],
  },
  {
    name: '09 weights never updated',
    bytes: book(neatPlan(), ({ quantity: { role, name }, iteration }) =>
      role === 'weight' && iteration > 0 ? { template: `{old ${name}}` } : undefined,
    ),
    verdict: wrong,
    cell: ['E7'],
    words: [/stay|never|same|change|updat|∂E\/∂w/],
  },
  {
    name: '10 a formula without its =, and #VALUE! from there',
    bytes: book(neatPlan(filled), ({ quantity }, text) =>
      quantity.name === 'o1' && text !== undefined ? { asText: text } : undefined,
    ),
    verdict: wrong,
    quantity: ['o1'],
    cell: ['Q6'],
    words: [/=/],
    named: false,
  },
  {
    name: '12 a slip in a δ column',
    bytes: book(deltas, ofTheOtherUnit('δ_h2')),
    verdict: wrong,
    quantity: ['δ_h2', '∂E/∂h2'],
    cell: ['AA6'],
    words: [/a_h1/, /a_h2/],
  },
  { name: '13 right, Δw columns', bytes: book(neatPlan({ style: { update: 'change only' } })), verdict: right },
  {
    name: '14 the address of the rate slides without $',
    bytes: book(neatPlan(), exchanged(['w3'], '{rate}', '{slide rate}')),
    verdict: wrong,
    quantity: ['w3'],
    cell: ['G8'],
    words: [/\$/],
  },
  {
    name: '15 the same slip on six sheets',
    bytes: book(neatPlan(six), ofTheOtherUnit('∂E/∂w3', '∂E/∂w4')),
    verdict: wrong,
    sheets: 6,
    quantity: ['∂E/∂w3'],
    cell: ['Z6'],
    words: [/a_h1/, /a_h2/],
  },
  {
    name: '16 the loss without ½, and all that follows from it',
    bytes: book(withoutHalf),
    verdict: wrong,
    words: [/½/],
  },
  {
    name: '17 a gradient twice too large',
    bytes: book(
      neatPlan(),
      rewritten(['∂E/∂w5'], (text) => `2*${text}`),
    ),
    verdict: wrong,
    quantity: ['∂E/∂w5'],
    cell: ['AB6'],
    words: [/factor|twice/, /2|twice/],
    never: /2 − a_o1/,
  },
  {
    name: '18 only the given numbers are filled in',
    bytes: onlyGiven,
    verdict: ['unjudged'],
    note: /empty|filled in/,
    never: /no numbers under its headers/,
  },
  {
    name: '19 right, biases that stay',
    bytes: book(neatPlan({ shape: { ...classShape, biases: 'stay' } })),
    verdict: ['right', 'partly', 'wrong'],
    hint: /bias/,
  },
  {
    name: '20 right, the samples of XOR in turn',
    bytes: book(xorPlan, inTurn),
    verdict: ['right', 'partly', 'wrong'],
    hint: /samples?|turn/,
    never: /should stay|=A7/,
  },
  {
    name: '21 tanh in the hidden layer, and gradients that fit',
    bytes: book(tanh),
    verdict: ['right', 'wrong'],
    note: /tanh/,
  },
  {
    name: '23 right, iterations as columns',
    bytes: book(neatPlan({ kind: { ...inARow({ form: 'column' }), kind: 'iterations as columns' }, iterations: 12 })),
    verdict: right,
  },
  { name: '24 right, weights named w11 to v22', bytes: book(neatPlan({ heading: twoIndices })), verdict: right },
  { name: '26 right, OpenDocument', bytes: () => ods(made(neatPlan())), verdict: right },
  {
    name: '27 right, with macros',
    bytes: () => zipped({ ...partsOf(made(neatPlan(filled))), 'xl/vbaProject.bin': 'never read' }),
    verdict: right,
  },
];
