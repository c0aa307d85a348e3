// Writes the tables of 6 × 10,000 iterations as exceljs does it in memory.
import exceljs from 'exceljs';
import { classTables } from './class-tables.js';

const [, , path, iterations] = process.argv;
const workbook = new exceljs.Workbook();
for (const { name, rows } of classTables(Number(iterations))) {
  const sheet = workbook.addWorksheet(name);
  for (const row of rows()) sheet.addRow(row);
}
await workbook.xlsx.writeFile(path);
