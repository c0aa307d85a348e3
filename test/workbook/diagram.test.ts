import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightsOf } from '../../src/quantities/topology.ts';
import type { Rectangle } from '../../src/sheet/anchor.ts';
import { diagramOutlines, nodeBounds } from '../../src/workbook/network/diagram/outlines.ts';
import { diagramRows, fitsDiagram, labelOffsets } from '../../src/workbook/network/diagram/rows.ts';
import { diagramWords } from '../../src/workbook/network/words.ts';
import { seededNetwork } from '../helpers/networks.ts';
import { times } from '../helpers/sample.ts';
import { bookOf } from './book-of.ts';
import { cellsOf, type Drawn, drawn, inside, nodesOf, textsOf } from './diagram-geometry.ts';

/** Topologies that the diagram has room for: the number of inputs, then the units of each layer. */
const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 7 });

/** Checks something on networks of every shape, and always on the largest, the smallest and the class network. */
function always(holds: (diagram: Drawn, sizes: readonly number[]) => void): void {
  fc.assert(
    fc.property(sizes, (shape) => holds(drawn(shape), shape)),
    { numRuns: times(15), examples: [[[2, 2, 2]], [[1, 1]], [[8, 8, 8, 8, 8, 8, 8]], [[8, 1, 8]], [[1, 8, 1]]] },
  );
}

describe('the diagram of any network up to 6 layers of 8 units', () => {
  test('no two texts share a cell', () => {
    always(({ layout }) => {
      const cells = cellsOf(layout);
      expect(cells.filter((cell, k) => cells.indexOf(cell) !== k)).toEqual([]);
    });
  });

  test('every weight has a label, left of its unit and right of what feeds it, and a line in two halves', () => {
    always(({ layout, lines, grid }, shape) => {
      const { topology } = bookOf(seededNetwork(shape, 1, { iterations: 1 }));
      const wanted = weightsOf(topology).map(({ name, from }) => `${name} ${from}`);
      expect(layout.weights.map(({ name, from }) => `${name} ${from?.parts.at(-1)?.name}`)).toEqual(wanted);
      for (const { name, from, to, column, nextColumn, row } of layout.weights) {
        expect(column).toBeGreaterThan(from?.parts.at(-1)?.column ?? Number.NaN);
        expect(column).toBeLessThan(to.parts[0]?.column ?? Number.NaN);
        const [start, end] = lines.filter(
          (line) => line.name === diagramWords.weightStart(name) || line.name === diagramWords.weightEnd(name),
        );
        expect([start?.to, end?.from]).toEqual([
          { x: grid.left(column), y: grid.bottom(row) },
          { x: grid.right(nextColumn), y: grid.bottom(row) },
        ]);
      }
    });
  });

  test('no line runs through a label, a caption, or another text beside the nodes', () => {
    always((diagram) => {
      const texts = textsOf(diagram);
      const crossings = diagram.lines.flatMap(({ name, from, to }) =>
        texts.filter(([, place]) => inside(from, to, place) !== undefined).map(([text]) => `${name} through ${text}`),
      );
      expect(crossings).toEqual([]);
    });
  });

  test('no line runs through a node: it ends at the outline of the one that it leads to', () => {
    always(({ layout, grid, lines }) => {
      const crossings = lines.flatMap(({ name, from, to }) =>
        nodesOf(layout).flatMap((node) => {
          const place = nodeBounds(node, grid);
          const within = inside(from, to, place);
          if (within === undefined) return [];
          return [`${name} through ${node.parts[0]?.name}`];
        }),
      );
      expect(crossings).toEqual([]);
    });
  });

  test('no outline touches another one or a label', () => {
    always((diagram) => {
      const { layout, grid } = diagram;
      const places = [
        ...nodesOf(layout).map((node) => [node.parts[0]?.name ?? '', nodeBounds(node, grid)] as const),
        ...textsOf(diagram),
      ];
      const apart = (a: Rectangle, b: Rectangle): boolean =>
        a.left + a.width <= b.left ||
        b.left + b.width <= a.left ||
        a.top + a.height <= b.top ||
        b.top + b.height <= a.top;
      const touching = places.flatMap(([a, place], k) =>
        places.slice(k + 1).flatMap(([b, other]) => (apart(place, other) ? [] : [`${a} and ${b}`])),
      );
      expect(touching).toEqual([]);
    });
  });

  test('has every layer in its middle, at equal distances, and every row is whole', () => {
    always((_, shape) => {
      const rows = diagramRows(bookOf(seededNetwork(shape, 1, { iterations: 1 })).topology);
      for (const column of [rows.inputs, ...rows.layers]) {
        expect(column.every((row) => Number.isInteger(row) && row >= 0 && row < rows.height)).toBe(true);
        const distances = column.slice(1).map((row, k) => row - (column[k] ?? 0));
        expect(new Set(distances).size).toBeLessThanOrEqual(1);
      }
    });
  });

  test('names and describes everything that is drawn, each with a name of its own', () => {
    always(({ layout, grid, lines }) => {
      const figures = [...lines, ...diagramOutlines(layout, grid)];
      expect(figures.filter(({ description }) => description.trim() === '')).toEqual([]);
      expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
    });
  });
});

describe('the labels of a unit', () => {
  test.each([
    [1, [2]],
    [2, [0, 3]],
    [3, [0, 2, 4]],
    [4, [-1, 1, 3, 5]],
  ])('%i begin at the rows %j from its first', (weights, offsets) => {
    expect(labelOffsets(weights).map((row) => row + 0)).toEqual(offsets);
  });
});

describe('the diagram has room for', () => {
  test.each([
    [[8, 8, 8, 8, 8, 8, 8], true],
    [[1, 1, 1, 1, 1, 1, 1, 1], false],
    [[9, 1], false],
    [[1, 9], false],
    [[1, 9, 1], false],
  ])('the network %j: %s', (shape, fits) => {
    expect(fitsDiagram(bookOf(seededNetwork(shape, 1, { iterations: 1 })).topology)).toBe(fits);
  });
});
