import { excelFormula } from '../../expression/excel.ts';
import type { Expression } from '../../expression/tree.ts';
import { LEARNING_RATE } from '../../spec/topology.ts';
import { columnLetters } from '../file/address.ts';
import type { Numbers } from '../judge/numbers.ts';
import { whereIs } from '../judge/symbols.ts';
import type { Reading } from './learner.ts';

/** The right formula of a cell in the addresses of the learner's own sheet, with its `=`. */
export function correctionOf(reading: Reading, numbers: Numbers, right: Expression, row: number): string {
  const { table, rate, labelled } = reading;
  const labels = new Map([...labelled].map(([key, name]) => [name, key]));
  return `=${excelFormula(right, (name) => {
    const where = whereIs(name);
    if (where.kind === 'cell') return where.address;
    if (where.of === LEARNING_RATE && rate?.cell !== undefined) {
      const { sheet, place } = rate.cell;
      const address = `$${columnLetters(place.column)}$${place.row}`;
      return sheet.toLowerCase() === table.sheet.toLowerCase()
        ? address
        : `'${sheet.replaceAll("'", "''")}'!${address}`;
    }
    const column = table.columns.get(where.of);
    if (column !== undefined)
      return where.kind === 'row'
        ? `${columnLetters(column)}$${where.row}`
        : `${columnLetters(column)}${row + where.distance}`;
    const [, at] = /!(\d+:\d+)$/.exec(labels.get(where.of) ?? '') ?? [];
    const [labelRow, labelColumn] = (at ?? '').split(':').map(Number);
    if (labelRow !== undefined && labelColumn !== undefined) return `$${columnLetters(labelColumn)}$${labelRow}`;
    const value = numbers.at(name, row);
    return value < 0 ? `(${value})` : String(value);
  })}`;
}
