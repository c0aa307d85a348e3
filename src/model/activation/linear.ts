import { ONE } from '../../expression/tree.ts';
import { elementwise } from './activation.ts';

/** The net input itself. */
export const linear = elementwise('linear', { value: (x) => x, derivative: () => ONE });
