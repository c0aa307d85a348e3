import { effect } from '@preact/signals';
import { goTo, iteration, lesson, playing } from './state.ts';

/** Steps in a second. */
const PACE = 4;

/** Of very long runs, so many steps come to the end. */
const MOST_STEPS = 400;

/** Goes on by itself while the page plays. */
export function followPlay(): void {
  effect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      const { iterations } = lesson.value;
      goTo(iteration.value + Math.max(1, Math.round(iterations / MOST_STEPS)));
      if (iteration.value >= iterations) playing.value = false;
    }, 1000 / PACE);
    return () => clearInterval(timer);
  });
}
