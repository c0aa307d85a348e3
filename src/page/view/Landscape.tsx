import { computed, signal } from '@preact/signals';
import { gradientOf } from '../../picture/network/sizes.ts';
import { landscapePicture } from '../../picture/plot/landscape.ts';
import { landscapes } from '../../pipeline/landscape.ts';
import { TOTAL_ERROR, trainedOf } from '../../quantities/topology.ts';
import { draw, measure } from '../draw.ts';
import { space } from '../space.ts';
import { lesson, pointed, reading, readShown, run, stage } from '../state.ts';
import { plotWidth } from './plot-width.ts';

/** Values of the weight at which the error is drawn. */
const POINTS = 61;
/** Ticks of the way that a weight takes. */
const MOST_TICKS = 120;
/** How far to each side of its way a weight is followed, at least, and in parts of the way. */
const [LEAST_SIDE, SIDE] = [1.5, 0.6];

/** The weight that was chosen last. */
const chosen = signal<string | undefined>(undefined);

const names = computed(() => trainedOf(lesson.value.topology).map(({ name }) => name));

/** The weight over which the error is drawn: the one that is kept, the one that was chosen, or the first of the output layer. */
export const landscapeWeight = computed((): string => {
  const kept = pointed.value?.kept ? pointed.value.name : undefined;
  const found = [kept, chosen.value].find((name) => name !== undefined && names.value.includes(name));
  return found ?? lesson.value.topology.layers.at(-1)?.units[0]?.weights[0]?.name ?? names.value[0] ?? '';
});

/** The way that the weight takes through all iterations, or through some of them. */
const way = computed((): readonly number[] => {
  const { iterations } = lesson.value;
  const count = Math.min(iterations, MOST_TICKS);
  const [name, { at }] = [landscapeWeight.value, run.value];
  return Array.from({ length: count }, (_, k) => at(1 + Math.floor((k * iterations) / count)).before(name)).filter(
    Number.isFinite,
  );
});

const ask = computed(() => landscapes(lesson.value.topology));

const values = computed((): readonly number[] => {
  const [least, most] = [Math.min(...way.value), Math.max(...way.value)];
  const side = Math.max(LEAST_SIDE, SIDE * (most - least));
  return Array.from({ length: POINTS }, (_, k) => least - side + ((most - least + 2 * side) * k) / (POINTS - 1));
});

const picture = computed(() => {
  const weight = landscapeWeight.value;
  const { before, after } = reading.value;
  const landscape = ask.value(before);
  const next = after(weight);
  const errors = landscape(weight, [...values.value, next]);
  return draw(
    landscapePicture({
      width: plotWidth.value,
      height: space.value.plotHeight,
      measure,
      weight,
      points: values.value.map((value, k) => [value, errors[k] ?? Number.NaN]),
      value: before(weight),
      error: before(TOTAL_ERROR),
      slope: readShown.value(gradientOf(weight)),
      next: stage.value === 'update' ? [next, errors.at(-1) ?? Number.NaN] : undefined,
      path: way.value,
      title: `The error over ${weight}, everything else as it is in this iteration`,
    }),
  );
});

/** The weight to choose. */
export function WeightPicker() {
  return (
    <select
      class="small"
      aria-label="Weight"
      value={landscapeWeight.value}
      onChange={({ currentTarget }) => {
        chosen.value = currentTarget.value;
        if (pointed.value?.kept) pointed.value = { name: currentTarget.value, kept: true };
      }}
    >
      {names.value.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** The error over one weight. */
export const LandscapeView = () => picture.value;
