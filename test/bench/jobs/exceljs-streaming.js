// Writes the tables of 6 × 10,000 iterations with exceljs's streaming writer.
import exceljs from 'exceljs';
import { classTables, withStyles } from './class-tables.js';

const [, , path, iterations] = process.argv;
const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
for (const { name, styles, above, rows } of classTables(Number(iterations))) {
  const sheet = workbook.addWorksheet(name);
  sheet.getRow(above).commit();
  for (const row of rows()) withStyles(sheet.addRow(row), styles).commit();
  await sheet.commit();
}
await workbook.commit();
