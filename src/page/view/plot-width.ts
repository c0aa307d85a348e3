import { computed } from '@preact/signals';
import { space } from '../space.ts';
import { lesson } from '../state.ts';

/** Whether the outputs can be drawn over both inputs. */
export const hasSurface = computed(() => lesson.value.topology.inputs.length === 2);

/** Whether there is room for three plots side by side. */
export const threePlots = computed(() => hasSurface.value && space.value.scale > 1);

/** The width of a plot; others stand beside it where there is room. */
export const plotWidth = computed(() => {
  const { phone, column } = space.value;
  const count = threePlots.value ? 3 : 2;
  return Math.floor(phone ? column - 24 : (column + 2 - 12 * (count - 1)) / count - 26);
});
