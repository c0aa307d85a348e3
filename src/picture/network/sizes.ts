import { errorBy, gradientBy, quantityName } from '../../quantities/quantity.ts';
import type { Pass, Topology } from '../../quantities/topology.ts';
import { plainNames, type View } from '../../quantities/view.ts';
import type { TextMeasure } from '../measure.ts';
import { widestNumber } from '../number-text.ts';

/** Sizes of texts in pixels. */
export const textSizes = { head: 12, name: 12, value: 12, activation: 13, gradient: 11, total: 15 } as const;

/** Decimals of numbers by what they are. */
export const decimals = { value: 4, gradient: 6, error: 6 } as const;

/** Heights in pixels. */
export const heights = {
  card: 88,
  denseCard: 46,
  input: 48,
  error: 48,
  total: 54,
  roomySlot: 34,
  snugSlot: 31,
  compactSlot: 23,
} as const;

/** Widths that do not depend on texts. */
export const widths = { margin: 16, stub: 12, toError: 24, leastChannel: 42, mostChannel: 150 } as const;

/** What a column leaves free beside its texts. */
const PADDING = 10;
const BETWEEN = 7;

/** Widths of the columns of a network's picture, as wide as their texts need in the font that is in use. */
export interface ColumnWidths {
  readonly input: number;
  /** Of each layer: the slots of its weights, and the cards of its units. */
  readonly slots: readonly number[];
  readonly cards: readonly number[];
  readonly error: number;
  /** What lies under a gradient. */
  readonly chip: number;
}

/** How much the picture shows of a weight: its gradient below it, closely below it, or beside it; or, where there is little room, nothing but a line. */
export type Density = 'roomy' | 'snug' | 'compact' | 'dense';

export function pictureColumns(
  topology: Topology,
  pass: Pass,
  view: View,
  measure: TextMeasure,
  density: Density,
): ColumnWidths {
  const names = plainNames(topology, pass);
  const { name, value, activation, gradient, total, head } = textSizes;
  const plain = (of: string): string => names.get(of) ?? of;
  const widest = (texts: readonly string[], size: number, bold = false): number =>
    Math.max(0, ...texts.map((text) => measure(text, size, bold)));
  const four = measure(widestNumber(decimals.value), activation, true);
  const six = measure(widestNumber(decimals.gradient), gradient, true);
  const dense = density === 'dense';
  const headed = (text: string, width: number): number => Math.max(width, measure(text, head, true) + 2 * PADDING);
  return {
    chip: six + 8,
    input: Math.max(
      dense ? 50 : 64,
      widest(
        view.inputs.map((input) => plain(input.name)),
        name,
      ) +
        2 * PADDING,
    ),
    slots: view.layers.map(({ units, biases }, l) => {
      if (dense) return 0;
      const labels = [
        ...units.flatMap(({ weights }) => weights.map((weight) => weight.name)),
        ...biases.map((b) => b.name),
      ];
      const own = widest(labels, name, true) + BETWEEN + measure(widestNumber(decimals.value), value, true);
      const slope = `∂E/∂${labels.at(-1) ?? ''}`;
      const below = measure(slope, gradient) + BETWEEN + six;
      return headed(
        slotsHead(topology, l),
        2 * 8 + (density === 'compact' ? own + BETWEEN + six + 12 : Math.max(own, below)),
      );
    }),
    cards: view.layers.map(({ units }, l) => {
      if (dense)
        return headed(
          layerHead(topology, l, dense),
          2 * PADDING +
            Math.max(
              widest(
                units.map((unit) => plain(unit.activation)),
                name,
                true,
              ),
              measure(widestNumber(decimals.value), value),
            ),
        );
      const forward =
        widest(
          units.map((unit) => plain(unit.activation)),
          activation,
          true,
        ) + four;
      const backward =
        widest(
          units.map((unit) => `∂E/∂${plain(unit.activation)}`),
          gradient,
        ) + six;
      return headed(layerHead(topology, l, dense), 2 * PADDING + BETWEEN + Math.max(forward, backward));
    }),
    error: Math.max(
      widest(
        view.errors.map((error) => plain(error.name)),
        name,
        true,
      ) +
        measure(widestNumber(decimals.error), value, true) +
        BETWEEN +
        2 * PADDING,
      measure(widestNumber(decimals.error), total, true) + 2 * PADDING,
    ),
  };
}

/** What stands above the weights of a layer. */
export const slotsHead = ({ layers }: Topology, l: number): string =>
  (layers[l]?.biases.length ?? 0) > 0 ? 'weights, biases' : '× weights';

/** What stands above the units of a layer. */
export function layerHead({ layers }: Topology, l: number, dense: boolean): string {
  const layer = layers[l];
  const title = l === layers.length - 1 ? 'Output' : layers.length === 2 ? 'Hidden layer' : `Hidden ${l + 1}`;
  return dense ? (title.split(' layer')[0] ?? title) : `${title} · ${layer?.activation ?? ''}`;
}

/** The name of the gradient of something trained, and of what is computed in a pass. */
export const gradientOf = (name: string): string => quantityName(gradientBy(name));
export const reactionOf = (pass: Pass, name: string): string => quantityName(errorBy(pass, name));
