import { onSheet } from '../sheet/address.ts';
import { bookOfRun } from './book.ts';
import { calledIn } from './called.ts';
import { CROSS_CHECK_SHEET } from './cross-check/layout.ts';
import { printCrossCheck } from './cross-check/print.ts';
import { crossCheckSheet } from './cross-check/sheet.ts';
import { ratesOverlay } from './exercise/learning-rates.ts';
import { networkOverlay } from './exercise/network.ts';
import { startOverlay } from './exercise/start.ts';
import { tableOverlay } from './exercise/table.ts';
import { exerciseWords } from './exercise/words.ts';
import { GRADIENT_CHECK_SHEET } from './gradient-check/layout.ts';
import { printGradientCheck } from './gradient-check/print.ts';
import { gradientCheckSheet } from './gradient-check/sheet.ts';
import { printTable } from './iterations/print.ts';
import { tableSheet } from './iterations/sheet.ts';
import { LANDSCAPE_SHEET, landscapePosition } from './landscape/layout.ts';
import { largestSteps } from './landscape/numbers.ts';
import { printLandscape } from './landscape/print.ts';
import { landscapeSheet } from './landscape/sheet.ts';
import { printRates } from './learning-rates/print.ts';
import { ratesSheet } from './learning-rates/sheet.ts';
import { ink, tabColors } from './look/palette.ts';
import { NETWORK_SHEET } from './network/layout.ts';
import { printNetwork } from './network/print.ts';
import { networkSheet } from './network/sheet.ts';
import { learnedMost } from './own-choice.ts';
import { START_SHEET } from './start/layout.ts';
import { printStart } from './start/print.ts';
import { startSheet } from './start/sheet.ts';
import { startWords } from './start/words.ts';
import { STEPS_SHEET } from './steps/layout.ts';
import { printSteps } from './steps/print.ts';
import { stepsSheet } from './steps/sheet.ts';
import { SURFACE_SHEET, surfacePosition } from './surface/layout.ts';
import { surfacePlan } from './surface/plan.ts';
import { printSurface } from './surface/print.ts';
import { surfaceSheet } from './surface/sheet.ts';
import type { Choosing, Tab } from './tab.ts';
import { words } from './words.ts';

const { contents } = startWords;
const { links } = words;

/** A kind with a single sheet. */
const single = (name: string, color: string): Pick<Tab, 'sheets'> => ({ sheets: () => [{ name, color }] });

/** The choice on Steps, as another sheet sees it, and as Steps does itself. */
const choiceOnSteps: Choosing = {
  position: ({ steps }) => onSheet(STEPS_SHEET, steps.positionCell),
  opens: ({ choice }) => choice,
};
const ownChoiceOfSteps: Choosing = { ...choiceOnSteps, position: ({ steps }) => steps.positionCell };

/** Every kind of sheet, in the order of the tabs. A new one is a folder and an entry here. */
export const registry: readonly Tab[] = [
  {
    ...single(START_SHEET, tabColors.start),
    link: links.start,
    inExercise: { overlay: startOverlay },
    print: printStart,
    build: (book, _, tabs) => startSheet(book, tabs),
  },
  {
    ...single(NETWORK_SHEET, tabColors.network),
    line: contents.network,
    link: links.network,
    inExercise: { overlay: networkOverlay },
    print: printNetwork,
    choosing: choiceOnSteps,
    build: networkSheet,
  },
  {
    ...single(STEPS_SHEET, tabColors.steps),
    line: contents.steps,
    link: links.steps,
    print: printSteps,
    choosing: ownChoiceOfSteps,
    build: stepsSheet,
  },
  {
    sheets: ({ runs, looks }) =>
      runs.map(({ table }, k) => ({
        name: table.sheet,
        color: looks[k]?.line.color ?? ink.strong,
      })),
    line: contents.tables,
    inExercise: { overlay: tableOverlay, line: exerciseWords.contents },
    print: (sheet, book, position) => printTable(sheet, bookOfRun(book, position), position),
    build: (book, position, tabs) => tableSheet(bookOfRun(book, position), position, tabs),
  },
  {
    sheets: (book) => [{ name: calledIn(book).sheet, color: tabColors.rates }],
    line: contents.rates,
    link: links.rates,
    inExercise: { overlay: ratesOverlay },
    print: printRates,
    build: ratesSheet,
  },
  {
    ...single(SURFACE_SHEET, tabColors.network),
    line: contents.surface,
    print: printSurface,
    choosing: {
      position: ({ topology }) => surfacePosition(surfacePlan(topology) ?? { drawn: [] }),
      opens: learnedMost,
    },
    build: surfaceSheet,
  },
  {
    ...single(LANDSCAPE_SHEET, tabColors.rates),
    line: contents.landscape,
    print: printLandscape,
    choosing: { position: () => landscapePosition(), opens: largestSteps },
    build: landscapeSheet,
  },
  {
    ...single(GRADIENT_CHECK_SHEET, tabColors.check),
    line: contents.gradientCheck,
    link: links.check,
    print: printGradientCheck,
    choosing: choiceOnSteps,
    build: gradientCheckSheet,
  },
  {
    ...single(CROSS_CHECK_SHEET, tabColors.check),
    line: contents.crossCheck,
    print: printCrossCheck,
    build: crossCheckSheet,
  },
];
