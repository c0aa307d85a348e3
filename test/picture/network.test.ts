import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkNames, networkTemplate } from '../../src/network/ready-made.ts';
import { type Drawn, markup } from '../../src/picture/element.ts';
import { carefulMeasure } from '../../src/picture/measure.ts';
import { pictureLayout } from '../../src/picture/network/layout.ts';
import { networkPicture } from '../../src/picture/network/picture.ts';
import type { Box, PictureLayout } from '../../src/picture/network/places.ts';
import { fixedText } from '../../src/picture/number-text.ts';
import { topologyOf } from '../../src/quantities/topology.ts';
import { viewOf } from '../../src/quantities/view.ts';
import { networksUpTo } from '../helpers/any-network.ts';
import { classNetwork } from '../helpers/networks.ts';
import { times } from '../helpers/sample.ts';

const frame = { measure: carefulMeasure, width: 840, height: 336 };

function laidOut(network: Network, more: { readonly dense?: boolean; readonly pass?: number } = {}): PictureLayout {
  const topology = topologyOf(network);
  const pass = topology.passes[more.pass ?? 0];
  if (pass === undefined) throw new Error('There is no such pass.');
  return pictureLayout(topology, pass, { ...frame, dense: more.dense ?? false });
}

/** All texts of a picture, in order. */
const textsIn = (node: Drawn): readonly string[] =>
  node.children.flatMap((child) => (typeof child !== 'string' ? textsIn(child) : child === ' ' ? [] : [child]));

const boxesOf = ({ inputs, layers, errors, total, heads, dense }: PictureLayout): readonly Box[] => [
  ...heads,
  ...inputs,
  ...layers.flatMap((units) => units.flatMap(({ card, slots }) => [card, ...(dense ? [] : slots)])),
  ...(dense ? [] : [...errors, total]),
];

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Pairs of boxes that lie over each other, and boxes outside the picture. */
function faultsOf(layout: PictureLayout): readonly string[] {
  const boxes = boxesOf(layout);
  const outside = boxes.filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > layout.width || y + height > layout.height,
  );
  const over = boxes.flatMap((a, k) =>
    boxes
      .slice(k + 1)
      .filter((b) => meet(a, b))
      .map((b) => [a, b]),
  );
  return [...outside, ...over].map((each) => JSON.stringify(each));
}

/** Lines whose way from a unit to a slot leads through a column of boxes. */
const linesThroughBoxes = (layout: PictureLayout): readonly string[] =>
  layout.layers.flatMap((units) =>
    units.flatMap(({ slots }) =>
      slots.flatMap(({ name, from, x }) => {
        if (from === undefined) return [];
        const between = boxesOf(layout).filter((box) => box.x + box.width > from.x + 0.01 && box.x < x - 0.01);
        return between.length > 0 || x - from.x < 40 ? [name] : [];
      }),
    ),
  );

describe('the layout of a network', () => {
  test.each(networkNames())('%s: nothing lies over anything else, and lines keep to their channels', (name) => {
    for (const dense of [false, true]) {
      const layout = laidOut(parseNetwork(JSON.parse(networkTemplate(name))), { dense });
      expect(faultsOf(layout)).toEqual([]);
      expect(linesThroughBoxes(layout)).toEqual([]);
    }
  });

  test('holds of any network', () => {
    fc.assert(
      fc.property(networksUpTo({}), fc.boolean(), (network, dense) => {
        const layout = laidOut(network, { dense });
        expect(faultsOf(layout)).toEqual([]);
        expect(linesThroughBoxes(layout)).toEqual([]);
      }),
      { numRuns: times(30) },
    );
  });

  test('has a place for every weight and bias of every unit', () => {
    fc.assert(
      fc.property(networksUpTo({}), (network) => {
        const { layers } = topologyOf(network);
        const wanted = layers.flatMap(({ units }) =>
          units.flatMap(({ weights, bias }) => [
            ...weights.map(({ name }) => name),
            ...(bias === undefined ? [] : [bias]),
          ]),
        );
        expect(
          laidOut(network).layers.flatMap((units) => units.flatMap(({ slots }) => slots.map(({ name }) => name))),
        ).toEqual(wanted);
      }),
      { numRuns: times(20) },
    );
  });
});

describe('the picture of a network', () => {
  test.each(['class', 'deep', 'xor', 'three-classes', 'mazur'])('%s shows the numbers of the engine', (name) => {
    const network = parseNetwork(JSON.parse(networkTemplate(name)));
    const topology = topologyOf(network);
    const columns = columnsOf(columnGroups(topology));
    const row = train(
      topology,
      0.5,
      7,
      columns.map(({ quantity }) => quantity),
    ).row(7);
    const numbers = new Map(columns.map((column, k) => [column.name, row[k] as number]));
    for (const [k, pass] of topology.passes.entries()) {
      const layout = laidOut(network, { pass: k });
      const texts = textsIn(networkPicture({ topology, layout, read: (of) => numbers.get(of), title: name }));
      for (const { units } of viewOf(topology, pass).layers)
        for (const { netInput, activation, weights } of units) {
          expect(texts).toContain(fixedText(numbers.get(netInput) ?? Number.NaN, 4));
          expect(texts).toContain(fixedText(numbers.get(activation) ?? Number.NaN, 4));
          for (const weight of weights)
            expect(texts).toContain(fixedText(numbers.get(`∂E/∂${weight.name}`) ?? Number.NaN, 6));
        }
      expect(texts).toContain(fixedText(numbers.get('E_total') ?? Number.NaN, 6));
    }
  });

  test('shows dots for what is not there yet, and lines where it is to be written in', () => {
    const topology = topologyOf(classNetwork);
    const scene = { topology, layout: laidOut(classNetwork), read: () => undefined, title: 'class' };
    expect(textsIn(networkPicture(scene)).filter((text) => text === '· · · ·')).toHaveLength(4 * 4 + 8 * 2 + 3);
    expect(textsIn(networkPicture({ ...scene, blanks: true }))).not.toContain('· · · ·');
  });

  test('gives the keyboard one weight, and every weight a name with its numbers', () => {
    const topology = topologyOf(classNetwork);
    const layout = laidOut(classNetwork);
    const text = markup(networkPicture({ topology, layout, read: () => 0.5, tabStop: 'w5', title: 'class' }));
    expect(text.match(/tabindex="0"/g)).toHaveLength(1);
    expect(text).toContain('tabindex="0" aria-label="w5 = 0.5000, ∂E/∂w5 = 0.500000"');
    expect(text.match(/role="button"/g)).toHaveLength(8);
  });

  test('draws a line thick by the size of its weight, and dashed where that is negative', () => {
    const topology = topologyOf(classNetwork);
    const layout = laidOut(classNetwork);
    const read = (name: string): number => ({ w1: -2, w2: 1 })[name] ?? 0;
    const text = markup(networkPicture({ topology, layout, read, title: 'class' }));
    expect(text).toMatch(/class="connection negative" d="[^"]*" stroke-width="6" data-name="w1"/);
    expect(text).toMatch(/class="connection positive" d="[^"]*" stroke-width="3.5" data-name="w2"/);
    expect(text).toMatch(/class="connection positive" d="[^"]*" stroke-width="1" data-name="w3"/);
  });

  test('takes no name for markup', () => {
    const layout = laidOut(classNetwork);
    const scene = { topology: topologyOf(classNetwork), layout, read: () => 1, title: '<b>"&' };
    expect(markup(networkPicture(scene))).toContain('aria-label="&lt;b&gt;&quot;&amp;"');
  });
});

describe('a number in a picture', () => {
  test.each([
    [0.5, 4, '0.5000'],
    [-0.5, 4, '−0.5000'],
    [-0.000001, 4, '0.0000'],
    [123.456789, 4, '123.46'],
    [-1234.56, 4, '−1234.6'],
    [-123456.7, 4, '−123457'],
    [1234567, 4, '1.23e6'],
    [3e12, 6, '3.00e12'],
    [Number.NaN, 4, '#NUM!'],
    [Number.POSITIVE_INFINITY, 4, '#DIV/0!'],
  ])('%d with %d decimals: %s', (value, decimals, text) => {
    expect(fixedText(value, decimals)).toBe(text);
  });
});
