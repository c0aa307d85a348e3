// Writes the tables of 6 × 10,000 iterations with exceljs's streaming writer.
import exceljs from 'exceljs';
import { classTables } from './class-tables.js';

const [, , path, iterations] = process.argv;
const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path });
for (const { name, rows } of classTables(Number(iterations))) {
  const sheet = workbook.addWorksheet(name);
  for (const row of rows()) sheet.addRow(row).commit();
  await sheet.commit();
}
await workbook.commit();
