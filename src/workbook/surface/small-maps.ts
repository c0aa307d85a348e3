import { activations } from '../../model/activation/index.ts';
import { absolute, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { ColorScale } from '../../sheet/sheet.ts';
import { shades } from '../look/palette.ts';
import { live } from '../numbers/live.ts';
import { LARGE, SMALL } from './layout.ts';
import { mapCell, writeFrame } from './map.ts';
import type { DrawnUnit } from './plan.ts';
import type { SurfaceParts } from './surface.ts';
import { classOf, scaleOf } from './tints.ts';
import { surfaceWords } from './words.ts';

const caption = look({ bold: true, color: shades.forward.strong, bottom: ['thin', '475569'] });

/** What each hidden unit has learned, and of a softmax the share of each class, in two rows of small maps. */
export function writeSmallMaps(sheet: SheetDraft, surface: SurfaceParts): void {
  const { plan, layout, numbers, book } = surface;
  const perRow = Math.max(3, Math.ceil(plan.drawn.length / 2));
  const every = (plan.rows - 1) / (SMALL.points - 1);
  for (const [k, drawn] of plan.drawn.entries()) {
    const top = LARGE.row + Math.floor(k / perRow) * (SMALL.points + 2);
    const left = SMALL.column + (k % perRow) * SMALL.pitch;
    const last = LARGE.row + plan.rows - 1;
    writeFrame(sheet, { top, left, rows: SMALL.points, columns: SMALL.points }, (row) => k % perRow > 0 || row <= last);
    sheet.put(top - 1, left, `${drawn.name}, ${titleOf(surface, drawn)}`, caption);
    const first = layout.block(drawn.name);
    for (let r = 0; r < SMALL.points; r++)
      for (let c = 0; c < SMALL.points; c++)
        sheet.put(
          top + r,
          left + c,
          live(relative(layout.firstRow + r * every, first + c * every), numbers.at(drawn.name, r * every, c * every)),
          mapCell,
        );
    const end = SMALL.points - 1;
    sheet.colour(`${relative(top, left)}:${relative(top + end, left + end)}`, scaleFor(surface, drawn));
  }
  if (book.topology.layers.length === 1 && plan.drawn.length === 0)
    sheet.put(LARGE.row, SMALL.column, surfaceWords.legend.noHidden, look({ italic: true }));
}

const titleOf = ({ book }: SurfaceParts, { layer, number }: DrawnUnit): string => {
  const hidden = book.topology.layers.length - 1;
  return layer === hidden ? surfaceWords.share(number) : surfaceWords.hidden(hidden, layer + 1, number);
};

/** A unit's colours: between the ends of its function, or between those of its own numbers. */
function scaleFor({ book, layout }: SurfaceParts, { name, layer, number }: DrawnUnit): ColorScale {
  const activation = book.topology.layers[layer]?.activation ?? 'linear';
  const { joint, range } = activations[activation];
  if (joint) {
    const [, , full] = classOf(number).tints;
    return {
      priority: 1,
      points: [
        { at: 0, color: 'FFFFFF' },
        { at: 1, color: full },
      ],
    };
  }
  const table = layout.tables[layer];
  if (range !== undefined && table?.largestRow === undefined)
    return scaleOf(1, range[0], (range[0] + range[1]) / 2, range[1]);
  const unit = book.topology.layers[layer]?.units.findIndex((each) => each.activation === name) ?? 0;
  const cell = absolute(table?.largestRow ?? 0, (table?.firstUnit ?? 0) + unit);
  return scaleOf(1, `-${cell}`, 0, cell);
}
