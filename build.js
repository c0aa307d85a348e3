// Builds what is stale of the compiled module and templates, of the program in dist/bin and of the library in dist: see build/steps.js.
import { buildAll } from './build/steps.js';

await buildAll();
