import { signal } from '@preact/signals';
import { Curves } from './Curves.tsx';
import { LandscapeView, landscapeWeight, WeightPicker } from './Landscape.tsx';
import { hasSurface, threePlots } from './plot-width.ts';
import { OutputPicker, SurfaceView } from './Surface.tsx';

/** Whether the surface is shown where there is room for one of both only. */
const surfaceChosen = signal(false);

/** The plots below the picture of the network. */
export function Plots() {
  const surface = threePlots.value || (hasSurface.value && surfaceChosen.value);
  return (
    <div class={threePlots.value ? 'plots three' : 'plots'}>
      <Curves />
      {surface && (
        <section class="panel plot-panel" aria-label="Surface">
          <div class="plot-head">
            <Title text="Surface over both inputs" />
            <OutputPicker />
          </div>
          <SurfaceView />
        </section>
      )}
      {(!surface || threePlots.value) && (
        <section class="panel plot-panel" aria-label="Landscape">
          <div class="plot-head">
            <Title text={`Landscape: E over ${landscapeWeight.value}`} />
            <WeightPicker />
          </div>
          <LandscapeView />
        </section>
      )}
    </div>
  );
}

/** The title of the second plot: where there is room for one of two only, a switch between them. */
function Title({ text }: { readonly text: string }) {
  if (threePlots.value || !hasSurface.value) return <h2>{text}</h2>;
  return (
    <div role="radiogroup" aria-label="Second plot" class="segments small">
      {[false, true].map((surface) => (
        <label key={String(surface)} class={`segment ${surface === surfaceChosen.value ? 'chosen' : ''}`}>
          <input
            type="radio"
            name="second-plot"
            checked={surface === surfaceChosen.value}
            onChange={() => {
              surfaceChosen.value = surface;
            }}
          />
          <span>{surface ? 'Surface' : 'Landscape'}</span>
        </label>
      ))}
    </div>
  );
}
