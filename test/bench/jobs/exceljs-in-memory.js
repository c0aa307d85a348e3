// Writes the tables of 6 × 10,000 iterations as exceljs does it in memory.
import exceljs from 'exceljs';
import { classTables, withStyles } from './class-tables.js';

const [, , path, iterations] = process.argv;
const workbook = new exceljs.Workbook();
for (const { name, styles, above, rows } of classTables(Number(iterations))) {
  const sheet = workbook.addWorksheet(name);
  sheet.getRow(above);
  for (const row of rows()) withStyles(sheet.addRow(row), styles);
}
await workbook.xlsx.writeFile(path);
