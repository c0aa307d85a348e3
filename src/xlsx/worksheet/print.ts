import type { PrintSetup } from '../../sheet/print.ts';
import { type Element, element } from '../xml.ts';

/** ISO A4 (ECMA-376 Part 1, 18.3.1.63 pageSetup). */
const A4 = 9;

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 } as const;

/** Paper, margins and foot; the pages and what is repeated on each are names of the workbook. */
export const printElements = ({ orientation, pages, note = '' }: PrintSetup): readonly Element[] => [
  element('pageMargins', MARGINS),
  element('pageSetup', {
    paperSize: A4,
    orientation,
    fitToWidth: 1,
    // A single page is fitted as a whole; of several, each to the width, because a height would be that of all together.
    fitToHeight: pages.length === 1 ? 1 : 0,
  }),
  element('headerFooter', {}, [element('oddFooter', {}, [footer(note)])]),
];

/** The foot of each page (ECMA-376 Part 1, 18.3.1.55 oddFooter): the sheet, what is left out, the page. */
const footer = (note: string): string => `&L&A&C${note.replaceAll('&', '&&')}&RPage &P of &N`;
