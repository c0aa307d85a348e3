import { ACCURACY, TEST_ACCURACY, TEST_ERROR } from '../../quantities/classes.ts';
import { gradientBy, quantityName } from '../../quantities/quantity.ts';
import { type Topology, trainedOf } from '../../quantities/topology.ts';
import { viewOf } from '../../quantities/view.ts';
import type { LineStyle } from '../../sheet/line-chart.ts';
import {
  accuracyLine,
  errorLine,
  targetLine,
  testAccuracyLine,
  testErrorLine,
  totalLine,
  weightLine,
} from '../look/lines.ts';

/** A line of a chart: the quantity that it draws, and its look. */
export interface DrawnLine {
  readonly name: string;
  readonly line: LineStyle;
  /** Given, so that it can never be an error. */
  readonly given?: true;
  /** The unit in whose colour it is, counted through the layers from 0. */
  readonly unit?: number;
}

/** The lines of the charts of a learning-rate sheet. */
export interface TableLines {
  readonly errors: readonly DrawnLine[];
  /** The share of samples whose class is right; none where the network tells no classes. */
  readonly accuracies: readonly DrawnLine[];
  readonly weights: readonly DrawnLine[];
  /** Each output in the colour of its unit's weights, with its target; none with several batches, between which outputs jump. */
  readonly outputs: readonly DrawnLine[];
  readonly gradients: readonly DrawnLine[];
  /** How many weights and biases, and how many outputs, there are in all; charts draw the first of them where there are too many. */
  readonly trained: number;
  readonly compared: number;
}

/** More lines than these, nobody can tell apart; Excel itself draws at most 255. */
const MOST_LINES = 24;

/** What the charts of a learning-rate sheet draw. */
export function tableLines(topology: Topology): TableLines {
  const views = topology.passes.map((pass) => ({ pass, view: viewOf(topology, pass) }));
  const hidden = topology.layers.slice(0, -1).reduce((count, layer) => count + layer.units.length, 0);
  const weights = parameterLines(topology);
  const outputs = views.flatMap(({ view }, p) =>
    view.errors.map(({ output, target }, k): readonly DrawnLine[] => [
      { name: output, line: { ...weightLine(hidden + k, p), width: 2 }, unit: hidden + k },
      { name: target, line: targetLine, given: true },
    ]),
  );
  const parts = topology.passes.length === 1 ? topology.errors.map(({ name }) => name) : totalsOf(topology);
  return {
    errors: [
      { name: topology.curve, line: totalLine },
      ...(topology.tests.length === 0 ? [] : [{ name: TEST_ERROR, line: testErrorLine }]),
      // With several batches, the error jumps from one to the next; its mean alone can be read.
      ...(topology.epoch > 1 ? [] : parts).map((name, k) => ({ name, line: errorLine(k) })),
    ].slice(0, MOST_LINES),
    accuracies: accuracyLines(topology),
    weights: weights.slice(0, MOST_LINES),
    outputs: topology.epoch > 1 ? [] : outputs.slice(0, MOST_LINES / 2).flat(),
    gradients: weights.slice(0, MOST_LINES).map((line) => ({ ...line, name: quantityName(gradientBy(line.name)) })),
    trained: trainedOf(topology).length,
    compared: outputs.length,
  };
}

const accuracyLines = ({ classes, tests }: Topology): readonly DrawnLine[] =>
  classes === undefined
    ? []
    : [
        { name: ACCURACY, line: accuracyLine },
        ...(tests.length === 0 ? [] : [{ name: TEST_ACCURACY, line: testAccuracyLine }]),
      ];

const totalsOf = ({ passes }: Topology): readonly string[] => passes.map(({ total }) => total);

/** The names of the quantities that charts draw, each once. */
export const lineNames = (lines: TableLines): readonly string[] => namesOf(allLines(lines));

/** Those of them that are computed. */
export const drawnNames = (lines: TableLines): readonly string[] =>
  namesOf(allLines(lines).filter(({ given }) => given === undefined));

const allLines = ({ errors, accuracies, weights, outputs, gradients }: TableLines): readonly DrawnLine[] => [
  ...errors,
  ...accuracies,
  ...weights,
  ...outputs,
  ...gradients,
];

const namesOf = (lines: readonly DrawnLine[]): readonly string[] => [...new Set(lines.map(({ name }) => name))];

/** The weights of a unit in one colour, then its bias with the dash that follows; a shared bias goes with the first unit. */
function parameterLines({ layers }: Topology): readonly DrawnLine[] {
  const units = layers.flatMap((layer) => layer.units.map((unit) => ({ layer, unit })));
  return units.flatMap(({ layer, unit }, u) => [
    ...unit.weights.map((weight, k) => ({ name: weight.name, line: weightLine(u, k), unit: u })),
    ...layer.biases
      .filter(({ trained, units: fed }) => trained && fed[0] === unit.netInput)
      .map(({ name }) => ({ name, line: weightLine(u, unit.weights.length), unit: u })),
  ]);
}
