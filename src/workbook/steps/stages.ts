import { stageNumber, stagesByName } from '../../model/layer-stages.ts';
import type { Step } from '../../model/step.ts';
import type { Topology } from '../../quantities/topology.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import { type Book, linkTo } from '../book.ts';
import { tintMark } from '../look/marks.ts';
import { colors } from '../look/palette.ts';
import { formats, styles } from '../look/style.ts';
import { allShown, SHOWN_STAGE, STAGE_POSITION } from '../network/diagram/stage.ts';
import { NETWORK_SHEET } from '../network/layout.ts';
import { live } from '../numbers/live.ts';
import { words } from '../words.ts';
import { stepsColumns } from './layout.ts';
import { stepStyles } from './look.ts';

/** Shows the steps up to the stage that is chosen on Network, and lights those that it brings. */
export function writeStages(sheet: SheetDraft, book: Book): void {
  const { steps, topology } = book;
  const { stage, words: last, symbols, result } = stepsColumns;
  const all = allShown(topology);
  const numberOf = stageOfSteps(topology);
  sheet.put(3, stage, live(onSheet(NETWORK_SHEET, SHOWN_STAGE), all), stepStyles.written);
  sheet.put(steps.headRow, stage, words.steps.stage, stepStyles.head(stage));
  for (const step of steps.sections.flatMap(({ section }) => section.steps))
    sheet.put(steps.row(step.name), stage, numberOf(step), stepStyles.written);

  const { row, column } = STAGE_POSITION;
  const chosen = onSheet(NETWORK_SHEET, absolute(row, column));
  const [before = '', after = ''] = words.steps.upTo('|').split('|');
  const muted = look({ italic: true, color: colors.muted });
  sheet.put(2, last, live(`IF(${steps.stageCell}=${all},"","${before}"&${chosen}&"${after}")`, ''), muted);
  sheet.put(4, last, linkTo(NETWORK_SHEET, relative(row, column), words.steps.chooseStage), styles.link);

  const first = steps.headRow + 1;
  const own = `$${relative(first, stage)}`;
  sheet.mark(`${relative(first, symbols)}:${relative(steps.lastRow, last)}`, {
    priority: 1,
    formula: `AND(ISNUMBER(${own}),${own}>${steps.stageCell})`,
    mark: { color: colors.white, format: formats.unseen },
  });
  // By sections, so that a lit number keeps the format of its size.
  for (const { section } of steps.sections) {
    const rows = section.steps.map((step) => steps.row(step.name));
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    sheet.mark(
      `${relative(top, result)}:${relative(bottom, result)}`,
      tintMark(colors.lit, `$${relative(top, stage)}=${steps.stageCell}`, 2),
    );
  }
}

/** The number of the stage of every step; what an optimizer makes of gradients belongs to the new weights. */
function stageOfSteps(topology: Topology): (step: Step) => number {
  const stages = stagesByName(topology);
  const update = stageNumber(topology, 'update');
  return ({ column, later }) => (later === 1 ? update : (stages.get(column) ?? update));
}
