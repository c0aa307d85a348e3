import type { Role } from '../../../model/column.ts';
import { look } from '../../../sheet/look.ts';
import { colors, shades } from '../../look/palette.ts';
import { formats } from '../../look/style.ts';
import { diagramSizes } from './sizes.ts';

/** How the cells of the diagram look: teal and amber on the way forward, plum on the way back. */

const { name, value, total, backName, backValue, label, small, formula } = diagramSizes;
const centred = { align: 'center' } as const;

/** The background of units; the numbers of all other nodes stand on white. */
const washOf = (role: Role): { readonly fill?: string } =>
  role === 'forward' || role === 'factor' || role === 'weight' ? { fill: shades[role].wash } : {};
const number = { ...centred, bold: true, color: colors.black, shrink: true } as const;

export const diagramStyles = {
  name: (role: 'input' | 'forward' | 'error' | 'target') =>
    look({ ...centred, size: name, bold: true, color: shades[role].strong, ...washOf(role) }),
  value: (format: string, role: 'input' | 'forward' | 'error' = 'input') =>
    look({ ...number, size: value, format, ...washOf(role) }),
  forward: look(washOf('forward')),
  back: look(washOf('factor')),
  backName: look({ ...centred, size: backName, bold: true, color: shades.factor.strong, ...washOf('factor') }),
  backValue: look({ ...number, size: backValue, format: formats.six, ...washOf('factor') }),
  slope: (format: string) =>
    look({
      align: 'left',
      indent: 1,
      size: formula,
      italic: true,
      color: shades.factor.strong,
      format,
      shrink: true,
      ...washOf('factor'),
    }),
  shares: look({
    align: 'right',
    indent: 1,
    size: formula,
    italic: true,
    color: shades.factor.strong,
    ...washOf('factor'),
  }),
  formula: look({ ...centred, size: formula, italic: true, color: colors.muted }),
  totalName: look({ ...centred, size: value, bold: true, color: shades.total.strong }),
  totalValue: look({
    ...centred,
    size: total,
    bold: true,
    color: shades.total.strong,
    format: formats.six,
    shrink: true,
  }),
  label: {
    name: look({ align: 'right', size: label, bold: true, color: shades.weight.strong, ...washOf('weight') }),
    number: look({
      ...centred,
      size: label,
      bold: true,
      color: colors.black,
      format: formats.four,
      shrink: true,
      ...washOf('weight'),
    }),
    next: look({
      ...centred,
      size: small,
      color: shades.weight.strong,
      format: formats.next,
      shrink: true,
      ...washOf('weight'),
    }),
    gradientName: look({
      align: 'right',
      size: formula,
      italic: true,
      color: shades.factor.strong,
      ...washOf('factor'),
    }),
    gradient: look({
      ...centred,
      size: small,
      color: colors.black,
      format: formats.six,
      shrink: true,
      ...washOf('factor'),
    }),
    step: look({
      ...centred,
      size: small,
      color: shades.factor.strong,
      format: formats.six,
      shrink: true,
      ...washOf('factor'),
    }),
  },
} as const;

/** The symbol of a function. */
export const functionStyle = look({
  ...centred,
  size: name,
  bold: true,
  color: shades.forward.strong,
  ...washOf('forward'),
});
