import type { Line, Look, Mark } from '../sheet/look.ts';

/** Looks in the words of exceljs; what it declares needs not be imported for that. */

/** Calibri is on every Excel; LibreOffice replaces it with Carlito, which has the same widths. */
export const FONT = 'Calibri';

/** Size and colour of a text that has none of its own. */
const SIZE = 10;
const COLOR = '27364B';

/** The style of a cell. */
export function styleOf(look: Look) {
  return {
    font: fontOf(look),
    alignment: alignmentOf(look),
    ...(look.format === undefined ? {} : { numFmt: look.format }),
    ...(look.fill === undefined ? {} : { fill: { ...SOLID, fgColor: argb(look.fill) } }),
    ...(look.left || look.right || look.over || look.bottom || look.box ? { border: borderOf(look) } : {}),
  };
}

const SOLID = { type: 'pattern', pattern: 'solid' } as const;

/** A colour as the file has it: opaque (ECMA-376 Part 1, 18.18.86 ST_UnsignedIntHex). */
export const rgb = (color: string): string => `FF${color}`;

const argb = (color: string): { argb: string } => ({ argb: rgb(color) });

export function fontOf({ size = SIZE, color = COLOR, bold, italic, underline }: Look) {
  return {
    name: FONT,
    size,
    color: argb(color),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
  };
}

function alignmentOf({ top, align, wrap, shrink, indent }: Look) {
  return {
    vertical: top ? ('top' as const) : ('middle' as const),
    ...(align ? { horizontal: align } : {}),
    ...(wrap ? { wrapText: true } : {}),
    ...(shrink ? { shrinkToFit: true } : {}),
    ...(indent ? { indent } : {}),
  };
}

function borderOf({ left, right, over, bottom, box }: Look) {
  const side = ([style, color]: Line) => ({ style, color: argb(color) });
  if (box !== undefined) {
    const thin = side(['thin', box]);
    return { left: thin, right: thin, top: thin, bottom: thin };
  }
  return {
    ...(left ? { left: side(left) } : {}),
    ...(right ? { right: side(right) } : {}),
    ...(over ? { top: side(over) } : {}),
    ...(bottom ? { bottom: side(bottom) } : {}),
  };
}

/** What a rule changes (18.8.14 dxf); there the colour of a fill is that of its background. */
export const markStyle = ({ bold, color, fill, format, lines }: Mark) => ({
  ...(bold || color !== undefined
    ? { font: { ...(bold ? { bold } : {}), ...(color === undefined ? {} : { color: argb(color) }) } }
    : {}),
  ...(fill === undefined ? {} : { fill: { ...SOLID, bgColor: argb(fill) } }),
  ...(format === undefined ? {} : { numFmt: format }),
  ...(lines === undefined ? {} : { border: linesOf(lines) }),
});

function linesOf({ color, sides }: NonNullable<Mark['lines']>) {
  const thin = { style: 'thin', color: argb(color) } as const;
  return Object.fromEntries(sides.map((side) => [side, thin]));
}
