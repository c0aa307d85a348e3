import { relative } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, linkTo, sharingRuns } from '../book.ts';
import { outOfSight } from '../look/out-of-sight.ts';
import { colors } from '../look/palette.ts';
import { pixelGrid } from '../look/pixel-grid.ts';
import { styles } from '../look/style.ts';
import { ownChoice } from '../own-choice.ts';
import { START_SHEET } from '../start/layout.ts';
import { words } from '../words.ts';
import { landscapeChart } from './chart.ts';
import { writePasses } from './grid.ts';
import { writeSentences, writeWeightChoice } from './heading.ts';
import type { LandscapeParts } from './landscape.ts';
import { CHART, LANDSCAPE_SHEET, type LandscapeLayout, landscapeLayout, MAP, tableRows } from './layout.ts';
import { writeErrorMap } from './map.ts';
import { landscapeNumbers, largestSteps } from './numbers.ts';
import { CURVE_POINTS, type LandscapePlan, landscapeLimits, landscapePlan, SIDES } from './plan.ts';
import { writeTables } from './tables.ts';
import { landscapeWords } from './words.ts';

/** The sheet that draws E_total over a weight, and over two, with the point of an iteration and the step from it. */
export function landscapeSheet(book: Book): SheetBody {
  const [plan, sharing] = [landscapePlan(book), sharingRuns(book).flatMap((run) => landscapePlan(run) ?? [])];
  return plan === undefined || sharing.length < sharingRuns(book).length ? tooLarge() : drawnSheet(book, plan, sharing);
}

function tooLarge(): SheetBody {
  const sheet = new SheetDraft({ selected: 'B2' });
  sheet.setWidths([16]);
  sheet.setHeights([36, 22]);
  sheet.put(1, 2, landscapeWords.title, styles.sheetTitle);
  sheet.put(2, 2, landscapeWords.tooLarge(landscapeLimits.weights), styles.subtitle);
  sheet.put(3, 2, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  return sheet.finish({});
}

function drawnSheet(book: Book, plan: LandscapePlan, sharing: readonly LandscapePlan[]): SheetBody {
  const layout = landscapeLayout(plan, sharing);
  const own = ownChoice(book, largestSteps(book), layout.cells);
  const landscape: LandscapeParts = { book, plan, layout, own, numbers: landscapeNumbers(book, plan, own) };
  const sheet = new SheetDraft({ selected: layout.cells.typedIteration.replaceAll('$', '') });
  const widths = widthsOf(layout, plan);
  const heights = heightsOf(layout);
  sheet.setWidths(widths);
  sheet.setHeights(heights);
  sheet.put(1, 2, landscapeWords.title, styles.sheetTitle);
  sheet.put(2, 2, landscapeWords.use(CURVE_POINTS), styles.subtitle);
  sheet.put(1, MAP.column, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  const working = linkTo(LANDSCAPE_SHEET, relative(3, layout.working), landscapeWords.working);
  sheet.put(1, MAP.column + 5, working, styles.link);
  writeWeightChoice(sheet, landscape);
  writeSentences(sheet, landscape);
  writeNotes(sheet, plan);
  sheet.put(4, layout.working, landscapeWords.workingTitle, look({ size: 12, bold: true }));
  sheet.put(tableRows.path - 1, layout.path, landscapeWords.head.run, look({ size: 12, bold: true }));
  writeTables(sheet, landscape);
  if (plan.side > 0) writeErrorMap(sheet, landscape);
  return sheet.finish({
    charts: [landscapeChart(landscape, pixelGrid(widths, heights))],
    fillDown: writePasses(sheet, landscape),
  });
}

/** Whose choice this is, and what is left out. */
function writeNotes(sheet: SheetDraft, plan: LandscapePlan): void {
  const note = look({ size: 9, color: colors.muted });
  sheet.put(CHART.row + CHART.rows, CHART.column, landscapeWords.ownChoice, note);
  const numbers = plan.held.length + plan.trained.length + plan.computed.length;
  if (plan.side === 0 && plan.trained.length > 1) sheet.put(MAP.row, MAP.column, landscapeWords.noMap(numbers), note);
  else if (plan.side > 0 && plan.side < SIDES[0])
    sheet.put(MAP.row + plan.side + 3, MAP.column, landscapeWords.coarse(plan.side, numbers), note);
}

/** Pixels of a point of the map, and of a column of the working. */
const POINT = 20;
const WORKING_WIDTH = 78;

function widthsOf(layout: LandscapeLayout, { held, trained, computed }: LandscapePlan): readonly number[] {
  const visible = Array.from({ length: layout.working - 1 }, (_, k) => {
    if (k === 0) return 10;
    if (k <= CHART.columns) return 72;
    if (k === MAP.column - 2) return 44;
    return k < MAP.column - 1 ? 20 : POINT;
  });
  const columns = 8 + held.length + trained.length + computed.length;
  const names = 150;
  return [...outOfSight(visible), names, ...Array.from({ length: Math.max(columns, 18) }, () => WORKING_WIDTH)];
}

/** Up to the row that is filled down: the rows that follow it are as high. */
const heightsOf = (layout: LandscapeLayout): readonly number[] => [
  36,
  22,
  24,
  20,
  20,
  18,
  18,
  ...Array.from({ length: layout.curveRow - 7 }, () => POINT),
];
