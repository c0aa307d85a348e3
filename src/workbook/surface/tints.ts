import type { Mark } from '../../sheet/look.ts';
import type { ColorScale, MarkRule } from '../../sheet/sheet.ts';
import { SURE } from './numbers.ts';

/** Blue is much, orange is little, white lies between: in grey print still dark, light, dark, with a line in the middle. */
export const tints = { low: 'EC9148', middle: 'FFFFFF', high: '6AA7D8' } as const;

/** The tints of the classes of a softmax, from unsure to sure, and the marks of their samples; further classes share the last ones. */
export const classTints = [
  { tints: ['E4EFF8', 'AFCFEA', '6AA7D8'], mark: '●' },
  { tints: ['FDEBD9', 'F8C793', 'EC9148'], mark: '▲' },
  { tints: ['E2F3EA', 'A8DABE', '5DB98A'], mark: '■' },
  { tints: ['F0E8F8', 'D3BDEB', 'A883D6'], mark: '◆' },
  { tints: ['FBE6EE', 'F2B5CC', 'DE7BA3'], mark: '★' },
  { tints: ['EEEEEE', 'CBD2DA', '94A3B8'], mark: '▼' },
] as const;

/** The tint of a class, counted from 1. */
export const classOf = (number: number): (typeof classTints)[number] =>
  classTints[Math.min(number, classTints.length) - 1] ?? classTints[0];

/** Colours between a low, a middle and a high number, or the cells that hold them. */
export const scaleOf = (
  priority: number,
  low: number | string,
  middle: number | string,
  high: number | string,
): ColorScale => ({
  priority,
  points: [
    { at: low, color: tints.low },
    { at: middle, color: tints.middle },
    { at: high, color: tints.high },
  ],
});

/** How sure a class is from which on it has which tint. */
const SURENESS = [0, 0.4, 0.8] as const;

/** The rules that colour a map of classes. @param cell the first cell of the map @param first the first priority */
export function classRules(cell: string, classes: number, first: number): readonly MarkRule[] {
  const rules: MarkRule[] = [];
  for (let k = 1; k <= classes; k++)
    for (const [t, sure] of [...SURENESS.entries()].reverse())
      rules.push({
        priority: first + rules.length,
        formula: `AND(${cell}>=${k + SURE * sure},${cell}<${k + 1})`,
        mark: { fill: classOf(k).tints[t] ?? tints.middle },
      });
  return rules;
}

/** A sign in place of the number, whatever it is. */
export const signMark = (sign: string, of: Mark = {}): Mark => ({
  color: '000000',
  bold: true,
  format: `"${sign}";"${sign}";"${sign}"`,
  lines: { color: '000000', sides: ['left', 'right', 'top', 'bottom'] },
  ...of,
});
