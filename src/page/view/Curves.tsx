import { computed } from '@preact/signals';
import { group } from '../../picture/element.ts';
import { curvesPicture, plotElement } from '../../picture/plot/curves.ts';
import { comparedError, MEAN_ERROR } from '../../quantities/topology.ts';
import { draw, measure } from '../draw.ts';
import { space } from '../space.ts';
import { goTo, iteration, lesson, logarithmic, network, runIndex, runLabels } from '../state.ts';
import { plotWidth } from './plot-width.ts';

const scene = computed(() => ({
  width: plotWidth.value,
  height: space.value.plotHeight,
  measure,
  curves: lesson.value.runs,
  chosen: runIndex.value,
  logarithmic: logarithmic.value,
  title: `The error over the iterations, for the ${network.value.runs === undefined ? 'learning rates' : 'runs'} ${runLabels(network.value).join(', ')}`,
}));

const curves = computed(() => curvesPicture(scene.value));
const still = computed(() => draw(group({}, ...curves.value.still)));

/** The errors of all runs over the iterations. */
export function Curves() {
  const { attributes } = plotElement(scene.value, scene.value.title);
  return (
    <section class="panel plot-panel" aria-labelledby="curves-title">
      <div class="plot-head">
        <h2 id="curves-title">
          Error {comparedError(lesson.value.runs) === MEAN_ERROR ? MEAN_ERROR : 'E'} over the iterations
        </h2>
        <div role="radiogroup" aria-label="Scale" class="segments small">
          {[false, true].map((log) => (
            <label key={String(log)} class={`segment ${log === logarithmic.value ? 'chosen' : ''}`}>
              <input
                type="radio"
                name="scale"
                checked={log === logarithmic.value}
                onChange={() => {
                  logarithmic.value = log;
                }}
              />
              <span>{log ? 'log' : 'linear'}</span>
            </label>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider does the same by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the slider does the same by keyboard */}
      <div
        onClick={(event) => {
          const { left } = event.currentTarget.getBoundingClientRect();
          goTo(curves.value.iterationAt(event.clientX - left));
        }}
      >
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: it has a label */}
        <svg {...attributes}>
          {still.value}
          {draw(group({}, ...curves.value.marker(Math.min(iteration.value, lesson.value.iterations))))}
        </svg>
      </div>
    </section>
  );
}
