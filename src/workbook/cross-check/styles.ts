import type { Role } from '../../model/column.ts';
import { look } from '../../sheet/look.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formats } from '../look/style.ts';

const bottom = ['hair', colors.hair] as const;
const bar = { size: 11, bold: true, color: colors.white, fill: ink.strong } as const;
const value = { size: 9, format: formats.seven, align: 'center', shrink: true, bottom } as const;
/** How the cells of the comparison look. */
export const blockStyles = {
  iteration: look({ ...bar, align: 'left', indent: 1 }),
  rateName: look({ ...bar, align: 'right', left: ['thin', colors.white] }),
  runName: look({ ...bar, align: 'left', left: ['thin', colors.white] }),
  rate: look({ ...bar, align: 'left', format: formats.plain, shrink: true }),
  mark: look({ ...bar, align: 'center' }),
  name: (role: Role) => look({ bold: true, color: shades[role].strong, align: 'center', bottom }),
  leftOut: look({ size: 9, italic: true, color: colors.muted, align: 'left' }),
  engine: look({ ...value, color: colors.text, left: ['thin', colors.line] }),
  live: look({ ...value, color: colors.otherSheet }),
  difference: look({ ...value, color: colors.black, format: formats.difference }),
} as const;
