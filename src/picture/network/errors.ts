import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { coordinate, drawn, group, label, type PictureNode } from '../element.ts';
import { plainText } from '../number-text.ts';
import { glow, numberElement, roundedBox } from './parts.ts';
import type { Box } from './places.ts';
import type { Drawing } from './scene.ts';
import { decimals } from './sizes.ts';

const PADDING = 11;
const HEAD = 5;

/** The errors of the outputs, and their total. */
export function errors(drawing: Drawing): readonly PictureNode[] {
  const { layout, read } = drawing;
  if (layout.dense) return [];
  const { view, errors: boxes, total } = layout;
  const samples = drawing.topology.passes.length;
  const middle = total.x + total.width / 2;
  return [
    group({ class: 'error-lines' }, ...arrows(drawing)),
    ...view.errors.flatMap(({ name, target }, k) => {
      const box = boxes[k];
      if (box === undefined) return [];
      const right = box.x + box.width - PADDING;
      const given = read(target);
      return [
        group(
          { 'data-name': name },
          roundedBox('error-box', box, 9),
          ...glow(drawing, name, { x: box.x + 4, y: box.y + 25, width: box.width - 8, height: 19 }),
          label('er-target', box.x + PADDING, box.y + 18, drawing.plain(target)),
          label('er-target', right, box.y + 18, given === undefined ? '' : plainText(given, 5), {
            'text-anchor': 'end',
          }),
          label('er-name', box.x + PADDING, box.y + 38, drawing.plain(name)),
          numberElement(drawing, 'number strong', right, box.y + 38, read(name), decimals.error),
        ),
      ];
    }),
    group(
      { 'data-name': TOTAL_ERROR },
      roundedBox('total-box', total, 10),
      label('er-name', middle, total.y + 20, samples > 1 ? `E, mean of ${samples}` : TOTAL_ERROR, {
        'text-anchor': 'middle',
      }),
      numberElement(drawing, 'total-number', middle, total.y + 42, read(TOTAL_ERROR), decimals.error, 'middle'),
    ),
  ];
}

/** From each output to its error, and from there to the total. */
function arrows({ layout }: Drawing): readonly PictureNode[] {
  const { errors: boxes, total, totalBetween, layers } = layout;
  const path = (d: string): PictureNode => drawn('path', { class: 'error-line', d });
  const fromUnits = (layers.at(-1) ?? []).flatMap(({ card }, k) => {
    const box = boxes[k];
    return box === undefined ? [] : [path(rightArrow(card.x + card.width, box.x - 1.5, box.y + box.height / 2))];
  });
  const middle = total.x + total.width / 2;
  if (totalBetween)
    return [
      ...fromUnits,
      ...boxes.map((box) =>
        path(
          box.y < total.y
            ? downArrow(middle, box.y + box.height, total.y - 1.5)
            : upArrow(middle, box.y, total.y + total.height + 1.5),
        ),
      ),
    ];
  const last = boxes.at(-1);
  const bus = boxes.length < 3 ? [] : boxes.slice(0, -1).map((box) => path(busArrow(box, total)));
  const second = boxes.length === 2 && boxes[0] !== undefined ? [path(busArrow(boxes[0], total))] : [];
  return [
    ...fromUnits,
    ...bus,
    ...second,
    ...(last === undefined ? [] : [path(downArrow(middle, last.y + last.height, total.y - 1.5))]),
  ];
}

const rightArrow = (from: number, to: number, y: number): string =>
  `M${coordinate(from)} ${coordinate(y)}H${coordinate(to)}m${-HEAD} ${-HEAD + 1}l${HEAD} ${HEAD - 1}l${-HEAD} ${HEAD - 1}`;
const downArrow = (x: number, from: number, to: number): string =>
  `M${coordinate(x)} ${coordinate(from)}V${coordinate(to)}m${-HEAD + 1} ${-HEAD}l${HEAD - 1} ${HEAD}l${HEAD - 1} ${-HEAD}`;
const upArrow = (x: number, from: number, to: number): string =>
  `M${coordinate(x)} ${coordinate(from)}V${coordinate(to)}m${-HEAD + 1} ${HEAD}l${HEAD - 1} ${-HEAD}l${HEAD - 1} ${HEAD}`;

/** Along the right side of the errors into the total. */
function busArrow(box: Box, total: Box): string {
  const right = box.x + box.width;
  const y = total.y + total.height / 2;
  return `M${coordinate(right)} ${coordinate(box.y + box.height / 2)}h9V${coordinate(y)}H${coordinate(right + 1.5)}m${HEAD} ${-HEAD + 1}l${-HEAD} ${HEAD - 1}l${HEAD} ${HEAD - 1}`;
}
