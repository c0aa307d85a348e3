// `npm start`: builds the program where it is stale, and is the program from then on.
import { buildPage, buildProgram } from './steps.js';

await buildProgram();
// What it writes out is built by itself.
if (process.argv[2] === 'page') await buildPage();
await import('../dist/bin/backprop-workbook.js');
