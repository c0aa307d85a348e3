import { MOST_HIGH, printSetup, type SheetPrint } from '../print/setup.ts';
import { stepsColumns } from './layout.ts';

/**
 * The steps, upright, so that those of a small network are on one page, without what their formulas are made of. A section begins a page
 * rather than end it with its title.
 */
export const printSteps: SheetPrint = (sheet, { steps: { sections, headRow, row } }) =>
  printSetup(sheet, () => {
    const bars = new Set(sections.map(({ barRow }) => barRow));
    const headings = new Set(sections.flatMap(({ barRow, whyRow }) => [barRow + 1, whyRow + 1]));
    const lastStep = sections.at(-1)?.section.steps.at(-1);
    return {
      orientation: 'portrait',
      titles: { rows: { first: headRow, last: headRow } },
      parts: [
        {
          rows: { first: 1, last: lastStep === undefined ? headRow : row(lastStep.name) },
          columns: { first: 1, last: stepsColumns.words },
          beginsRow: (at) => bars.has(at),
          keepsRow: (at) => headings.has(at),
          mostHigh: MOST_HIGH,
        },
      ],
    };
  });
