import { computed, signal } from '@preact/signals';
import { activations } from '../../model/activation/index.ts';
import type { ActivationName } from '../../network/network.ts';
import { type SurfaceScene, surfacePicture } from '../../picture/plot/surface.ts';
import { surfaces } from '../../pipeline/landscape.ts';
import { draw, measure } from '../draw.ts';
import { space } from '../space.ts';
import { lesson, reading } from '../state.ts';
import { plotWidth } from './plot-width.ts';

/** Places along each side of the surface that are calculated. */
const PLACES = 25;
/** How far it reaches beyond the samples, in parts of where they are. */
const BEYOND = 0.25;
/** Hidden units that are drawn. */
const MOST_UNITS = 5;

/** The output that was chosen. */
const chosen = signal<string | undefined>(undefined);

const outputs = computed(() => lesson.value.topology.layers.at(-1)?.units.map(({ activation }) => activation) ?? []);
const output = computed(() => outputs.value.find((name) => name === chosen.value) ?? outputs.value[0] ?? '');

/** All samples, and the square from 0 to 1, with a margin. */
const square = computed(() => {
  const given = lesson.value.topology.samples.flatMap(({ inputs }) => inputs.map(({ value }) => value));
  const [least, most] = [Math.min(0, ...given), Math.max(1, ...given)];
  const margin = BEYOND * (most - least);
  return { from: least - margin, to: most + margin, places: PLACES };
});

const hidden = computed(() => {
  const { layers } = lesson.value.topology;
  return (layers.length > 1 ? (layers[0]?.units ?? []) : []).slice(0, MOST_UNITS).map(({ activation }) => activation);
});

const ask = computed(() => surfaces(lesson.value.topology, [output.value, ...hidden.value], square.value));

/** The range of an activation function: what has a colour. */
function rangeOf(activation: ActivationName = 'linear', grid: SurfaceScene['grid']): readonly [number, number] {
  const { range } = activations[activation];
  if (range !== undefined) return range;
  const all = grid.flatMap((row) => Array.from(row)).filter(Number.isFinite);
  return [Math.min(...all), Math.max(...all)];
}

const picture = computed(() => {
  const { topology } = lesson.value;
  const { values } = ask.value(reading.value.before);
  const [grid = [], ...units] = values;
  const [least, largest] = rangeOf(topology.layers.at(-1)?.activation, grid);
  const place = outputs.value.indexOf(output.value);
  return draw(
    surfacePicture({
      width: plotWidth.value,
      height: space.value.plotHeight,
      measure,
      ...square.value,
      ...{ grid, least, largest },
      samples: topology.samples.map(({ inputs, targets }) => ({
        x: inputs[0]?.value ?? 0,
        y: inputs[1]?.value ?? 0,
        target: targets[place]?.value ?? 0,
      })),
      units: units.map((own, k) => {
        const [from, to] = rangeOf(topology.layers[0]?.activation, own);
        return { name: hidden.value[k] ?? '', grid: own, least: from, largest: to };
      }),
      title: `${output.value} over both inputs, with the samples, and the hidden units`,
    }),
  );
});

/** The output to choose, where there are several. */
export function OutputPicker() {
  return (
    outputs.value.length > 1 && (
      <select
        class="small"
        aria-label="Output"
        value={output.value}
        onChange={({ currentTarget }) => {
          chosen.value = currentTarget.value;
        }}
      >
        {outputs.value.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    )
  );
}

/** An output over both inputs. */
export const SurfaceView = () => picture.value;
