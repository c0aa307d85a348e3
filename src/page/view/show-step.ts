import { stageIndex } from '../../model/stages.ts';
import { stage, steps } from '../state.ts';
import { opened } from './folds.ts';

/** The identity of a step's element. */
export const stepId = (name: string): string => `step-${name}`;

/** Opens the stage that a step stands in, and takes the eye to it. */
export function showStep(name: string): void {
  const found = steps.value.find((each) => each.steps.some((step) => step.name === name));
  if (found === undefined) return;
  if (stageIndex(found.stage) > stageIndex(stage.value)) stage.value = found.stage;
  opened.value = found.stage;
  requestAnimationFrame(() => {
    const element = document.getElementById(stepId(name));
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  });
}
