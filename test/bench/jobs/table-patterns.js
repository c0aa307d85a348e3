// Writes the formulas of the tables of 6 × 10,000 iterations as libxlsxwriter.c reads them: the sheets; the rows above; the cells of a row;
// then for each cell how many texts its formula has, the texts, and the rows that stand between them, each on a line.
import { writeFileSync } from 'node:fs';
import { classTables } from './class-tables.js';

const [, , path, iterations] = process.argv;
const sheets = classTables(Number(iterations));
const [{ patterns, above }] = sheets;
const cells = patterns.flatMap(({ texts, rows }) => [texts.length, ...texts, ...rows]);
writeFileSync(path, `${[sheets.length, above, iterations, patterns.length, ...cells].join('\n')}\n`);
