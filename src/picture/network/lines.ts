import { coordinate, type Drawn, drawn, group } from '../element.ts';
import type { SlotPlace, UnitPlace } from './places.ts';
import type { Drawing } from './scene.ts';

/** Width of the thinnest and of the thickest line. */
const [THINNEST, THICKER] = [1, 5];

/** The arms of an arrow's head. */
const HEAD = 5;

/** The connections: width by size, colour and dashes by sign. */
export function lines(drawing: Drawing): readonly Drawn[] {
  const { layout, read, pointed } = drawing;
  const all = layout.layers.flatMap((units) => units.flatMap((unit) => unit.slots.map((slot) => ({ unit, slot }))));
  const sizes = all.flatMap(({ slot }) => {
    const value = slot.from === undefined ? undefined : read(slot.name);
    return value !== undefined && Number.isFinite(value) ? [Math.abs(value)] : [];
  });
  const most = Math.max(...sizes, 1e-12);
  // What is pointed at is drawn last, over the others.
  const ordered = [...all].sort((a, b) => Number(a.slot.name === pointed) - Number(b.slot.name === pointed));
  return [
    group({ class: 'connections' }, ...ordered.flatMap(({ slot }) => connection(drawing, slot, most))),
    ...(layout.dense ? [] : [group({ class: 'arrows' }, ...all.map(({ unit, slot }) => arrow(drawing, unit, slot)))]),
  ];
}

function connection({ read, pointed }: Drawing, slot: SlotPlace, most: number): readonly Drawn[] {
  const { from, x, y, height, name } = slot;
  if (from === undefined) return [];
  const to = y + height / 2;
  const half = (from.x + x) / 2;
  const d = `M${coordinate(from.x)} ${coordinate(from.y)}C${coordinate(half)} ${coordinate(from.y)} ${coordinate(half)} ${coordinate(to)} ${coordinate(x)} ${coordinate(to)}`;
  const value = read(name);
  const size = value === undefined || !Number.isFinite(value) ? 0 : Math.abs(value) / most;
  const width = coordinate(THINNEST + THICKER * size);
  const sign = (value ?? 0) < 0 ? 'negative' : 'positive';
  const chosen = name === pointed;
  return [
    ...(chosen ? [drawn('path', { class: 'halo', d, 'stroke-width': width + 7 })] : []),
    drawn('path', {
      class: `connection ${sign}${chosen ? ' chosen' : ''}`,
      d,
      'stroke-width': width,
      'data-name': name,
    }),
  ];
}

/** From a slot into the card of its unit. */
function arrow({ pointed }: Drawing, { card }: UnitPlace, slot: SlotPlace): Drawn {
  const y = slot.y + slot.height / 2;
  const into = Math.min(card.y + card.height - 14, Math.max(card.y + 14, y));
  const [start, end] = [slot.x + slot.width, card.x - 1.5];
  return drawn('path', {
    class: slot.name === pointed ? 'arrow chosen' : 'arrow',
    d: `M${coordinate(start)} ${coordinate(y)}L${coordinate(end)} ${coordinate(into)}m${-HEAD} ${-HEAD + 1}l${HEAD} ${HEAD - 1}l${-HEAD} ${HEAD - 1}`,
  });
}
