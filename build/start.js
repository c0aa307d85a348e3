// `npm start`: builds the program where it is stale, and is the program from then on.
import { buildProgram } from './steps.js';

await buildProgram();
await import('../dist/bin/backprop-workbook.js');
