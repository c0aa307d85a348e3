import { cellFaults } from './checks/cells.ts';
import { chartFaults } from './checks/charts.ts';
import { definedNameFaults } from './checks/defined-names.ts';
import { drawingFaults } from './checks/drawings.ts';
import { functionFaults } from './checks/excel-functions.ts';
import { excelLimitFaults } from './checks/excel-limits.ts';
import { noteFaults } from './checks/notes.ts';
import { type Check, viewPackage } from './checks/package-view.ts';
import { referenceFaults } from './checks/references.ts';
import { relationshipFaults } from './checks/relationships.ts';
import { sharedFormulaFaults } from './checks/shared-formulas.ts';
import { sheetFaults } from './checks/sheets.ts';
import { viewFaults } from './checks/views.ts';

const CHECKS: readonly Check[] = [
  relationshipFaults,
  sheetFaults,
  definedNameFaults,
  cellFaults,
  sharedFormulaFaults,
  referenceFaults,
  chartFaults,
  drawingFaults,
  noteFaults,
  excelLimitFaults,
  functionFaults,
  viewFaults,
];

/**
 * What is wrong with an .xlsx file that a schema does not tell: what makes Excel offer a repair, show an error or leave
 * something out.
 * @returns one line for each fault; empty where there is none
 * @throws Error where the bytes are no zip file, or a reference in the package cannot be read at all.
 */
export function packageFaults(bytes: Uint8Array): readonly string[] {
  const { view, faults } = viewPackage(bytes);
  // What cannot be parsed would only come up again in every check.
  if (faults.length > 0) return faults;
  if (view.sheets.length === 0) return ['The package has no workbook with sheets'];
  return CHECKS.flatMap((check) => [...check(view)]);
}
