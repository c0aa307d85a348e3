import type { Anchor, Corner, Rectangle } from '../../sheet/anchor.ts';

/** EMU per pixel at 96 dpi. */
export const EMU_PER_PIXEL = 9525;

/** EMU per point, the unit of line widths. */
export const EMU_PER_POINT = 12_700;

/** An anchor as the templates of a drawing ask for it. */
export function anchorTexts({ from, to }: Anchor): Readonly<Record<string, number>> {
  return { ...cornerTexts('from', from), ...cornerTexts('to', to) };
}

/** A rectangle as the templates of a drawing ask for it, for programs that do not look at the cells. */
export function extentTexts({ left, top, width, height }: Rectangle): Readonly<Record<string, number>> {
  return { x: emu(left), y: emu(top), width: emu(width), height: emu(height) };
}

const emu = (pixels: number): number => Math.round(pixels * EMU_PER_PIXEL);

function cornerTexts(prefix: string, corner: Corner): Readonly<Record<string, number>> {
  return {
    [`${prefix}Column`]: corner.column,
    [`${prefix}ColumnOffset`]: emu(corner.columnOffset),
    [`${prefix}Row`]: corner.row,
    [`${prefix}RowOffset`]: emu(corner.rowOffset),
  };
}
