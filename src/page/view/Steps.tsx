import { useEffect, useMemo } from 'preact/hooks';
import { type StageSteps, stageIndex } from '../../model/stages.ts';
import type { Step } from '../../model/step.ts';
import { fixedText } from '../../picture/number-text.ts';
import { ACCURACY, TEST_ACCURACY, TEST_ERROR } from '../../quantities/classes.ts';
import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { viewOf } from '../../quantities/view.ts';
import { shownNumber } from '../number.ts';
import { keep, lit, nameAt, pointAt } from '../pointing.ts';
import { lesson, pass, reading, stage, steps } from '../state.ts';
import { numbersLine, symbolLines } from '../step-lines.ts';
import { pageWords } from '../words.ts';
import { opened } from './folds.ts';
import { Maths } from './Maths.tsx';
import { stageRole } from './RunBar.tsx';
import { stepId } from './show-step.ts';

/** Every step of the iteration, stage by stage. */
export function Steps() {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: in the picture, the keyboard does the same
    <section
      class="steps"
      aria-label="Steps"
      onPointerOver={(event) => event.pointerType !== 'touch' && pointAt(nameAt(event))}
      onPointerLeave={() => pointAt(undefined)}
      onClick={(event) => {
        const name = nameAt(event);
        if (name !== undefined) keep(name);
      }}
    >
      {steps.value.map((each, k) => (
        <Fold key={each.stage} of={each} number={k + 1} />
      ))}
      <LitNames />
    </section>
  );
}

/** Lights up names wherever they stand in a formula, without touching the formulas. */
function LitNames() {
  const names = [...lit.value];
  const shown = [stage.value, opened.value, steps.value];
  useEffect(() => {
    for (const element of document.querySelectorAll('.steps .lit')) element.classList.remove('lit');
    for (const name of names)
      for (const element of document.querySelectorAll(`.steps [data-name="${CSS.escape(name)}"]`))
        element.classList.add('lit');
  }, [names.join(' '), ...shown]);
  return null;
}

/** The error, and how well the network does, as far as it says so: shares in per cent. */
function scores(number: (name: string) => number): string {
  const { columns } = lesson.value;
  return [TOTAL_ERROR, ACCURACY, TEST_ERROR, TEST_ACCURACY]
    .filter((name) => columns.some((column) => column.name === name))
    .map((name) => {
      const value = number(name);
      const isShare = name === ACCURACY || name === TEST_ACCURACY;
      return `${name} ${isShare && Number.isFinite(value) ? `${Math.round(100 * value)} %` : fixedText(value, 4)}`;
    })
    .join(' · ');
}

/** The result of a stage that is closed. */
function summary(of: StageSteps): string {
  const { before } = reading.value;
  if (of.stage === 'error') return scores(before);
  if (of.stage !== 'forward') return pageWords.steps(of.steps.length);
  const outputs = viewOf(lesson.value.topology, pass.value).layers.at(-1)?.units ?? [];
  return outputs
    .slice(0, 3)
    .map(({ activation }) => `${activation.replace(/@\d+$/, '')} ${fixedText(before(activation), 4)}`)
    .join(' · ');
}

function Fold({ of, number }: { readonly of: StageSteps; readonly number: number }) {
  const later = stageIndex(of.stage) > stageIndex(stage.value);
  const open = !later && (opened.value ?? stage.value) === of.stage;
  const id = `fold-${of.stage}`;
  return (
    <section class={`fold ${stageRole[of.stage]} ${later ? 'later' : open ? 'open' : 'past'}`}>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          aria-disabled={later}
          onClick={() => {
            if (!later) opened.value = open ? 'none' : of.stage;
          }}
        >
          <span class="circled" aria-hidden="true">
            {number}
          </span>
          <span class="fold-title">{of.title}</span>
          <span class="fold-result">
            {later ? pageWords.notShown(of.steps.length) : open ? pageWords.steps(of.steps.length) : summary(of)}
          </span>
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {open && (
          <>
            <p class="fold-why">{of.why}</p>
            <ol>
              {of.steps.map((step) => (
                <StepItem key={`${step.name}`} step={step} />
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}

/** A step: why, in symbols, with the numbers put in, and its result. */
function StepItem({ step }: { readonly step: Step }) {
  const { head, lines, many } = useMemo(() => symbolLines(step), [step]);
  const { before, after } = reading.value;
  const numbers = numbersLine(step, before);
  const result = step.later === 0 ? before(step.column) : after(step.column);
  return (
    <li class={many ? 'step many' : 'step'} id={stepId(step.name)} tabIndex={-1}>
      <p class="why">{step.words}</p>
      <div class="formula">
        <Maths of={head} />
        {lines.map((line) => (
          <Maths key={line} of={line} />
        ))}
        {numbers !== undefined && <Maths of={numbers} />}
      </div>
      <output class="result">{shownNumber(result)}</output>
    </li>
  );
}
