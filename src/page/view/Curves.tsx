import { computed, signal } from '@preact/signals';
import { group } from '../../picture/element.ts';
import { curvesPicture, plotElement } from '../../picture/plot/curves.ts';
import { comparedError, MEAN_ERROR } from '../../quantities/topology.ts';
import { draw, measure } from '../draw.ts';
import { space } from '../space.ts';
import { goTo, iteration, lesson, logarithmic, network, runIndex, runLabels } from '../state.ts';
import { plotWidth } from './plot-width.ts';

/** What the panel shows: the error on one of two axes, or the accuracy, where there is one. */
const views = ['linear', 'log', 'accuracy'] as const;
const ofAccuracy = signal(false);
const accuracies = computed(() =>
  lesson.value.runs.flatMap((run) => {
    const errors = ofAccuracy.value ? run.accuracies() : undefined;
    return errors === undefined ? [] : [{ ...run, errors }];
  }),
);
const view = computed((): (typeof views)[number] =>
  accuracies.value.length > 0 ? 'accuracy' : logarithmic.value ? 'log' : 'linear',
);
const quantity = computed(() => (view.value === 'accuracy' ? 'accuracy' : 'error'));

const scene = computed(() => ({
  width: plotWidth.value,
  height: space.value.plotHeight,
  measure,
  ...(view.value === 'accuracy' ? { curves: accuracies.value, share: 'accuracy' } : { curves: lesson.value.runs }),
  chosen: runIndex.value,
  logarithmic: view.value === 'log',
  title: `The ${quantity.value} over the iterations, for the ${network.value.runs === undefined ? 'learning rates' : 'runs'} ${runLabels(network.value).join(', ')}`,
}));

const curves = computed(() => curvesPicture(scene.value));
const still = computed(() => draw(group({}, ...curves.value.still)));

/** The errors of all runs over the iterations, or how many classes they have right. */
export function Curves() {
  const { attributes } = plotElement(scene.value, scene.value.title);
  return (
    <section class="panel plot-panel" aria-labelledby="curves-title">
      <div class="plot-head">
        <h2 id="curves-title">
          {view.value === 'accuracy'
            ? 'Accuracy'
            : `Error ${comparedError(lesson.value.runs) === MEAN_ERROR ? MEAN_ERROR : 'E'}`}{' '}
          over the iterations
        </h2>
        <div role="radiogroup" aria-label="What the curves show" class="segments small">
          {views.slice(0, lesson.value.topology.classes === undefined ? 2 : 3).map((each) => (
            <label key={each} class={`segment ${each === view.value ? 'chosen' : ''}`}>
              <input
                type="radio"
                name="scale"
                checked={each === view.value}
                onChange={() => {
                  ofAccuracy.value = each === 'accuracy';
                  if (each !== 'accuracy') logarithmic.value = each === 'log';
                }}
              />
              <span>{each}</span>
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
