import { visible } from '../../network/path-text.ts';

/** A value as JSON, in which marks that a terminal would obey stand as `\u009b` and the like. */
export const jsonText = (value: unknown): string => visible(JSON.stringify(value, null, 2));
