import { signal } from '@preact/signals';
import type { Stage } from '../../model/stages.ts';

/** The stage whose steps are open, where it is another one than the last that is shown. */
export const opened = signal<Stage | 'none' | undefined>(undefined);
