import { relative } from '../../sheet/address.ts';
import { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { SheetBody } from '../../sheet/sheet.ts';
import { type Book, linkTo, sharingRuns } from '../book.ts';
import { outOfSight } from '../look/out-of-sight.ts';
import { pixelGrid } from '../look/pixel-grid.ts';
import { styles } from '../look/style.ts';
import { learnedMost, ownChoice } from '../own-choice.ts';
import { START_SHEET } from '../start/layout.ts';
import { words } from '../words.ts';
import { curveChart } from './curve.ts';
import { WRITTEN, writeGrid } from './grid.ts';
import { writeChoice, writeMapLegend } from './heading.ts';
import { LARGE, SMALL, SURFACE_SHEET, type SurfaceLayout, surfaceLayout } from './layout.ts';
import { writeMap } from './map.ts';
import { surfaceNumbers } from './numbers.ts';
import { type SurfacePlan, surfaceLimits, surfacePlan } from './plan.ts';
import { writeAxes, writeOutput, writeSamples } from './samples.ts';
import { writeSmallMaps } from './small-maps.ts';
import type { SurfaceParts } from './surface.ts';
import { writeWeights } from './weights.ts';
import { surfaceWords } from './words.ts';

/** The sheet that draws what the network has learned: its output, and that of its hidden units, over its inputs. */
export function surfaceSheet(book: Book): SheetBody {
  const plan = surfacePlan(book.topology);
  return plan === undefined ? tooLarge() : drawnSheet(book, plan);
}

function tooLarge(): SheetBody {
  const sheet = new SheetDraft({ selected: 'B2' });
  sheet.setWidths([16]);
  sheet.setHeights([36, 22]);
  sheet.put(1, 2, surfaceWords.title, styles.sheetTitle);
  sheet.put(2, 2, surfaceWords.tooLarge(surfaceLimits.weights, surfaceLimits.blocks), styles.subtitle);
  sheet.put(3, 2, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  return sheet.finish({});
}

function drawnSheet(book: Book, plan: SurfacePlan): SheetBody {
  const layout = surfaceLayout(
    book.topology,
    plan,
    sharingRuns(book).map(({ topology }) => topology),
  );
  const own = ownChoice(book, learnedMost(book), layout.cells);
  const surface: SurfaceParts = { book, plan, layout, own, numbers: surfaceNumbers(book, plan, own) };
  const sheet = new SheetDraft({ selected: layout.cells.rate.replaceAll('$', '') });
  const widths = widthsOf(layout, plan);
  const heights = heightsOf(layout, plan);
  sheet.setWidths(widths);
  sheet.setHeights(heights);
  const grid = pixelGrid(widths, heights);
  sheet.put(1, 2, surfaceWords.title, styles.sheetTitle);
  const points = plan.rows * plan.across;
  const { use, useClasses, useCurve } = surfaceWords;
  const says = plan.shape === 'curve' ? useCurve : plan.classes ? useClasses : use;
  sheet.put(2, 2, says(points), styles.subtitle);
  sheet.put(1, SMALL.column, linkTo(START_SHEET, 'A1', words.links.start), styles.link);
  sheet.put(1, SMALL.column + 5, linkTo(SURFACE_SHEET, relative(5, layout.working), surfaceWords.working), styles.link);
  writeChoice(sheet, surface);
  writeMapLegend(sheet, surface);

  sheet.put(5, layout.working, surfaceWords.workingTitle, look({ size: 12, bold: true }));
  writeAxes(sheet, surface);
  writeOutput(sheet, surface);
  writeWeights(sheet, surface);
  writeSamples(sheet, surface);
  if (plan.shape === 'map') {
    writeMap(sheet, surface);
    writeSmallMaps(sheet, surface);
  }
  const charts = plan.shape === 'curve' ? [curveChart(sheet, surface, grid)] : [];
  const fillDown = writeGrid(sheet, surface);
  return sheet.finish({
    charts,
    fillDown,
  });
}

/** Pixels of a point of a map, and of a column of the working. */
const POINT = 16;
const WORKING_WIDTH = 74;

function widthsOf(layout: SurfaceLayout, plan: SurfacePlan): readonly number[] {
  const visible = Array.from({ length: layout.working - 1 }, (_, k) => {
    if (k === 0) return 10;
    if (k < LARGE.column - 1) return 34;
    return k === SMALL.column - 2 ? 26 : POINT;
  });
  const working = plan.blocks.length * plan.across + 1;
  return [...outOfSight(visible), ...Array.from({ length: Math.max(working, 12) }, () => WORKING_WIDTH)];
}

/** Up to the row that is filled down: the rows that follow it are as high. */
function heightsOf(layout: SurfaceLayout, plan: SurfacePlan): readonly number[] {
  return [36, 22, 24, plan.held ? 24 : 18, 18, ...Array.from({ length: layout.firstRow + WRITTEN - 6 }, () => POINT)];
}
