// `npm run page`: builds the page and puts it where it is kept.
import { copyFileSync, mkdirSync } from 'node:fs';
import { buildPage, PAGE } from './steps.js';

await buildPage();
mkdirSync('output', { recursive: true });
copyFileSync(PAGE, 'output/backprop-workbook.html');
