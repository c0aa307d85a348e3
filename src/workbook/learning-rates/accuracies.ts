import { ACCURACY } from '../../quantities/classes.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import type { LineChart } from '../../sheet/line-chart.ts';
import { type Look, look } from '../../sheet/look.ts';
import { type Book, bookOfRun } from '../book.ts';
import { calledIn } from '../called.ts';
import { drawnRun } from '../iterations/bounds.ts';
import { drawnValues, lineCells } from '../iterations/charts.ts';
import { ratesLayout } from '../layout.ts';
import { colors, ink } from '../look/palette.ts';
import { formats } from '../look/style.ts';
import { lastScore } from '../start/scores.ts';
import { startWords } from '../start/words.ts';
import { words } from '../words.ts';
import { type Comparison, comparisonChart } from './charts.ts';
import { accuraciesOf } from './places.ts';

/** Writes below the name of each run the share of samples whose class is right in its last iteration. */
export function writeAccuracies(sheet: SheetDraft, book: Book): void {
  const { headerRow, iterationColumn, column } = ratesLayout;
  const style: Look = { size: 9, fill: ink.wash, align: 'center', bottom: ['hair', colors.hair] };
  for (const [k, name] of accuraciesOf(book).entries()) {
    const row = headerRow + 1 + k;
    const text = startWords.summary.scores[name];
    sheet.put(row, iterationColumn, text, look({ ...style, bold: true, color: ink.strong, wrap: true }));
    for (const position of book.traces.keys())
      sheet.put(
        row,
        column(position),
        lastScore(book, position, name),
        look({ ...style, size: 11, color: colors.otherSheet, format: formats.ratio }),
      );
  }
}

/** The accuracy of all runs in one chart, where all of them tell classes. */
export function accuracyChart(
  book: Book,
  place: Pick<Comparison, 'rectangle' | 'columnWidth' | 'rowHeight'>,
): readonly LineChart[] {
  if (!book.runs.every(({ table }) => table.has(ACCURACY))) return [];
  return [
    comparisonChart(book, {
      title: words.charts.rates.accuracy(calledIn(book)),
      titled: true,
      scale: 'share',
      ...place,
      cells: (k) => lineCells(bookOfRun(book, k), k, { name: ACCURACY }),
      values: (_, k) => {
        const own = bookOfRun(book, k);
        return drawnValues(own, k, drawnRun(own, k), 'accuracies', { name: ACCURACY });
      },
    }),
  ];
}
