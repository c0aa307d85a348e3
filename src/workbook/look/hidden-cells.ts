import { mapCells } from '../../sheet/edit.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';

/** The same sheet, its hidden cells wrapped at the left: else LibreOffice lets their texts run over the columns beside them. */
export function withHiddenCells(sheet: SheetBody): SheetBody {
  const hidden = new Set(sheet.hiddenColumns ?? []);
  if (hidden.size === 0) return sheet;
  return mapCells(sheet, (cell) => {
    if (!hidden.has(cell.column)) return cell;
    const { left, bottom, box, ...rest } = cell.look;
    return { ...cell, look: look({ ...rest, align: 'left', wrap: true }) };
  });
}
