// Writes a workbook as a learner builds it: one table of the class network, 100 rows.
import exceljs from 'exceljs';
import { classTables } from './class-tables.js';

const [, , path] = process.argv;
const [{ rate, headers, first, above, rows }] = classTables(100);
const workbook = new exceljs.Workbook();
const sheet = workbook.addWorksheet('Sheet1');
sheet.getCell('A1').value = rate;
for (const [row, contents] of [headers, first].entries()) sheet.getRow(above - 1 + row).values = [...contents];
for (const row of rows()) sheet.addRow(row.slice(0, headers.length));
await workbook.xlsx.writeFile(path);
