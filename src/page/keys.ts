import { goTo, iteration, lesson, playing, pointed, showUpTo } from './state.ts';

/** Where keys have a meaning of their own. */
const OWN = 'input:not([type="radio"]), select, textarea, button, summary, [role="button"], [contenteditable]';

/** Keys for all that the page shows: arrows step, the space bar plays, digits choose the stage, Escape lets go. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') pointed.value = undefined;
    if (event.target instanceof Element && event.target.closest(OWN) !== null) return;
    const radio = event.target instanceof HTMLInputElement;
    const action = radio && event.key.startsWith('Arrow') ? undefined : actions[event.key];
    if (action === undefined) {
      if (/^[1-5]$/.test(event.key)) showUpTo(Number(event.key));
      return;
    }
    action();
    event.preventDefault();
  });
}

const actions: Readonly<Record<string, () => void>> = {
  ArrowRight: () => goTo(iteration.value + 1),
  ArrowLeft: () => goTo(iteration.value - 1),
  Home: () => goTo(1),
  End: () => goTo(lesson.value.iterations),
  ' ': () => {
    playing.value = !playing.value;
  },
};
