import { pageScript } from './script.ts';
import { openWorkshop } from './work/work.ts';

/** Where long work is done: beside the page, by the page's own script. */
export const workshop = openWorkshop(pageScript);
