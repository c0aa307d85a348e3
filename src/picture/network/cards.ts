import { coordinate, drawn, group, label, type PictureNode } from '../element.ts';
import { plainText } from '../number-text.ts';
import { glow, numberElement, roundedBox } from './parts.ts';
import type { Box, UnitPlace } from './places.ts';
import type { Drawing } from './scene.ts';
import { decimals, reactionOf } from './sizes.ts';

const PADDING = 11;

/** The inputs. */
export const inputs = (drawing: Drawing): readonly PictureNode[] =>
  drawing.layout.view.inputs.flatMap(({ name }, k) => {
    const box = drawing.layout.inputs[k];
    if (box === undefined) return [];
    const value = drawing.read(name);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return [
      group(
        { 'data-name': name },
        roundedBox(drawing.isLit(name) ? 'input lit' : 'input', box, box.height / 2),
        label('in-name', x, y - 5, drawing.plain(name), { 'text-anchor': 'middle' }),
        label('number strong', x, y + 13, value === undefined ? '' : plainText(value, 5), { 'text-anchor': 'middle' }),
      ),
    ];
  });

/** The units. */
export const cards = (drawing: Drawing): readonly PictureNode[] =>
  drawing.layout.layers.flatMap((units) =>
    units.map((place) => (drawing.layout.dense ? denseCard(drawing, place) : card(drawing, place))),
  );

const rowTops = [4, 23, 47, 66];

/** A unit: net input and activation over how the error reacts to them. */
function card(drawing: Drawing, { unit: { netInput, activation }, card: box }: UnitPlace): PictureNode {
  const { pass, plain } = drawing;
  const half = box.height / 2;
  const { x, y, width } = box;
  const reactions = [activation, netInput] as const;
  const rowAt = (k: number): Box => ({ x: x + 5, y: y + (rowTops[k] ?? 0), width: width - 10, height: 18 });
  const row = (k: number, name: string, kind: string, text: string, number: string, places: number): PictureNode => {
    const place = rowAt(k);
    const baseline = place.y + 13.5;
    return group(
      { 'data-name': name },
      roundedBox('row', place, 5),
      ...glow(drawing, name, place),
      label(kind, x + PADDING, baseline, text),
      numberElement(drawing, number, x + width - PADDING, baseline, drawing.read(name), places),
    );
  };
  return group(
    { class: 'card' },
    drawn('path', { class: 'fw-wash', d: topHalf(box, half) }),
    drawn('path', { class: 'bk-wash', d: bottomHalf(box, half) }),
    drawn('path', { class: 'divider', d: `M${coordinate(x)} ${coordinate(y + half)}h${coordinate(width)}` }),
    roundedBox('card-edge', box, 12),
    row(0, netInput, 'net-name', plain(netInput), 'number', decimals.value),
    row(1, activation, 'fw-name', plain(activation), 'number activation', decimals.value),
    ...reactions.map((name, k) =>
      row(k + 2, reactionOf(pass, name), 'bk-name', `∂E/∂${plain(name)}`, 'gradient', decimals.gradient),
    ),
  );
}

/** A unit where there is little room: its activation alone. */
function denseCard(drawing: Drawing, { unit: { activation }, card: box }: UnitPlace): PictureNode {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return group(
    { class: 'card', 'data-name': activation },
    roundedBox(drawing.isLit(activation) ? 'dense-card lit' : 'dense-card', box, 12),
    label('fw-name', x, y - 5, drawing.plain(activation), { 'text-anchor': 'middle' }),
    numberElement(drawing, 'number', box.x + box.width - PADDING, y + 13, drawing.read(activation), decimals.value),
  );
}

const R = 12;

const topHalf = ({ x, y, width }: Box, half: number): string =>
  `M${coordinate(x)} ${coordinate(y + half)}v${coordinate(R - half)}a${R} ${R} 0 0 1 ${R} ${-R}h${coordinate(width - 2 * R)}a${R} ${R} 0 0 1 ${R} ${R}v${coordinate(half - R)}z`;

const bottomHalf = ({ x, y, width }: Box, half: number): string =>
  `M${coordinate(x)} ${coordinate(y + half)}v${coordinate(half - R)}a${R} ${R} 0 0 0 ${R} ${R}h${coordinate(width - 2 * R)}a${R} ${R} 0 0 0 ${R} ${-R}v${coordinate(R - half)}z`;
