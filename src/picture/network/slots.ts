import { coordinate, drawn, group, label, type PictureNode } from '../element.ts';
import { fixedText } from '../number-text.ts';
import { NOT_YET, numberElement, roundedBox } from './parts.ts';
import type { SlotPlace } from './places.ts';
import type { Drawing } from './scene.ts';
import { BIAS_SHIFT, decimals, gradientOf, textSizes } from './sizes.ts';

const PADDING = 8;

/** The weights and biases that feed each unit, each with its gradient. */
export function slots(drawing: Drawing): readonly PictureNode[] {
  const { layout, read, tabStop } = drawing;
  if (layout.dense) return [];
  const places = layout.layers.flatMap((units) => units.flatMap((unit) => unit.slots));
  const slopes = places.flatMap(({ name }) => {
    const slope = read(gradientOf(name));
    return slope !== undefined && Number.isFinite(slope) ? [Math.abs(slope)] : [];
  });
  const steepest = Math.max(...slopes, Number.MIN_VALUE);
  const fixed = new Set(
    drawing.topology.layers.flatMap(({ biases }) => biases.filter(({ trained }) => !trained).map(({ name }) => name)),
  );
  // A bias that units share stands at each of them; one of them is enough for the keyboard.
  const first = new Map(places.map((place): [string, SlotPlace] => [place.name, place]).reverse());
  return places.flatMap((place) =>
    slot(drawing, place, steepest, fixed.has(place.name), place.name === tabStop && first.get(place.name) === place),
  );
}

function slot(
  drawing: Drawing,
  place: SlotPlace,
  steepest: number,
  fixed: boolean,
  reached: boolean,
): readonly PictureNode[] {
  const { read, pointed, tabStop, layout } = drawing;
  const { name, x, y, width, height, from } = place;
  const [value, slope] = [read(name), fixed ? undefined : read(gradientOf(name))];
  const [left, right] = [x + PADDING, x + width - PADDING];
  const baseline = layout.compact ? y + height / 2 + 4 : y + height * 0.4;
  const below = layout.compact ? baseline : y + height - 4.5;
  const valueRight = layout.compact && !fixed ? right - layout.chip - 8 : right;
  const gradient: readonly (PictureNode | string)[] = fixed
    ? layout.compact
      ? []
      : [label('gradient-name', left, below, 'not trained')]
    : [
        ...(layout.compact
          ? []
          : [label('gradient-name', left + (from === undefined ? BIAS_SHIFT : 0), below, `∂E/∂${name}`)]),
        ...(slope === undefined || !Number.isFinite(slope)
          ? []
          : [
              roundedBox(
                `chip ${slope < 0 ? 'negative' : 'positive'}-fill`,
                { x: right - layout.chip + 4, y: below - 11, width: layout.chip, height: 14 },
                3,
                { opacity: coordinate(0.05 + 0.27 * Math.sqrt(Math.abs(slope) / steepest)) },
              ),
            ]),
        ' ',
        numberElement(drawing, 'gradient', right, below, slope, decimals.gradient),
      ];
  const slopeName = `∂E/∂${name}`;
  const slopeText = slope === undefined ? NOT_YET : fixedText(slope, decimals.gradient);
  const valueText = value === undefined ? NOT_YET : fixedText(value, decimals.value);
  // In the order in which it is seen.
  const says = fixed
    ? `${name} = ${valueText}, not trained`
    : `${name} = ${valueText}, ${layout.compact ? `${slopeText} = ${slopeName}` : `${slopeName} = ${slopeText}`}`;
  const box = group(
    {
      class: name === pointed ? 'slot chosen' : 'slot',
      'data-name': name,
      ...(tabStop === undefined ? {} : { role: 'button', tabindex: reached ? 0 : -1, 'aria-label': says }),
    },
    roundedBox('slot-box', place, 6),
    label('w-name', left + (from === undefined ? BIAS_SHIFT : 0), baseline, name),
    ' ',
    numberElement(drawing, 'number', valueRight, baseline, value, decimals.value),
    ' ',
    ...gradient,
  );
  return from === undefined ? [box, biasMark(x, y + height / 2)] : [box];
}

/** A bias has no line: it is as if its input were always 1. */
const biasMark = (x: number, y: number): PictureNode =>
  group(
    {},
    drawn('circle', { class: 'bias-mark', cx: coordinate(x), cy: coordinate(y), r: 7 }),
    label('bias-one', x, y + 3.5, '1', { 'text-anchor': 'middle', 'font-size': textSizes.gradient - 1 }),
  );
