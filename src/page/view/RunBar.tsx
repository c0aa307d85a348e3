import { type Stage, stageIndex } from '../../model/stages.ts';
import { chosenSample, goTo, iteration, lesson, pass, playing, stage, stages } from '../state.ts';
import { pageWords } from '../words.ts';

/** Icons by the paths that draw them in a square of 24. */
const icons = {
  first: 'M6 5v14M19 5 9 12l10 7z',
  back: 'M17 5 7 12l10 7z',
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  step: 'M7 5v14l10-7z',
} as const;

function Icon({ of }: { readonly of: keyof typeof icons }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={icons[of]} />
    </svg>
  );
}

/** Classes of the stages' colours. */
export const stageRole: Readonly<Record<Stage, string>> = {
  forward: 'fw',
  error: 'er',
  'backward-output': 'bk',
  'backward-hidden': 'bk',
  update: 'up',
};

/** The iteration, and how much of it is shown. */
export function RunBar() {
  const { iterations, topology } = lesson.value;
  const now = iteration.value;
  return (
    <section class="run-bar" aria-label="Run">
      <div class="buttons">
        <button type="button" class="icon-button" aria-label="First iteration" onClick={() => goTo(1)}>
          <Icon of="first" />
        </button>
        <button type="button" class="icon-button" aria-label="Step back" onClick={() => goTo(now - 1)}>
          <Icon of="back" />
        </button>
        <button
          type="button"
          class="play"
          aria-label="Play"
          aria-pressed={playing.value}
          onClick={() => {
            if (!playing.value && now === iterations) goTo(1);
            playing.value = !playing.value;
          }}
        >
          <Icon of={playing.value ? 'pause' : 'play'} />
        </button>
        <button type="button" class="icon-button" aria-label="Step" onClick={() => goTo(now + 1)}>
          <Icon of="step" />
        </button>
      </div>
      <label class="field slider">
        <span>{pageWords.iteration}</span>
        <input
          type="range"
          min={1}
          max={iterations}
          step={1}
          value={now}
          style={{ '--share': `${iterations === 1 ? 0 : ((now - 1) / (iterations - 1)) * 100}%` }}
          onInput={({ currentTarget }) => goTo(Number(currentTarget.value))}
        />
      </label>
      <p class="count">
        <strong style={{ minWidth: `${String(iterations).length}ch` }}>{now}</strong> of {iterations}
      </p>
      {topology.passes.length > 1 && (
        <label class="field">
          <span>{pageWords.sample}</span>
          <select
            value={String(pass.value.sample)}
            onChange={({ currentTarget }) => {
              chosenSample.value = Number(currentTarget.value);
            }}
          >
            {topology.passes.map(({ sample }) => (
              <option key={sample} value={String(sample)}>
                {`${sample} of ${topology.passes.length}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {topology.epoch > 1 && (
        <p class="count">
          {pageWords.samples(((now - 1) % topology.epoch) * topology.passes.length, topology.passes.length)} of{' '}
          {topology.samples.length}
        </p>
      )}
      <StagePicker />
    </section>
  );
}

function StagePicker() {
  return (
    <div class="stage-picker">
      <span id="stage-label" class="picker-label">
        {pageWords.showUpTo}
      </span>
      <div role="radiogroup" aria-labelledby="stage-label" class="segments">
        {stages.value.map((each) => (
          <label key={each} class={`segment ${stageRole[each]} ${each === stage.value ? 'chosen' : ''}`}>
            <input
              type="radio"
              name="stage"
              value={each}
              checked={each === stage.value}
              onChange={() => {
                stage.value = each;
              }}
            />
            <span class="circled" aria-hidden="true">
              {stages.value.indexOf(each) + 1}
            </span>
            <span class={stageIndex(each) > stageIndex(stage.value) ? 'later' : ''}>{pageWords.stages[each]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
