import type { Anchor } from '../drawing/anchor.ts';
import type { LineChart, NumberRange, Series } from '../drawing/line-chart.ts';
import { TOTAL_ERROR } from '../spec/topology.ts';
import { absolute, columnRange, onSheet } from './address.ts';
import type { Book } from './book.ts';
import { RATES_SHEET, ratesLayout } from './layout.ts';
import { staggered } from './lines.ts';
import { words } from './words.ts';

/** How a chart of all learning rates differs from sheet to sheet. */
export interface Comparison {
  readonly title: string;
  readonly scale: LineChart['scale'];
  readonly anchor: Anchor;
  readonly plotArea: LineChart['plotArea'];
}

/** E_total of all learning rates in one chart; the lines darken as the learning rate grows. */
export function comparisonChart(
  { traces, table, looks }: Book,
  { title, scale, anchor, plotArea }: Comparison,
): LineChart {
  const { headerRow, firstRow, iterationColumn, column, row } = ratesLayout;
  const range = (at: number, values: Float64Array): NumberRange => ({
    reference: columnRange(RATES_SHEET, at, firstRow, row(table.iterations)),
    values,
  });
  const series = traces.map((trace, k): Series => {
    const look = looks[k];
    if (look === undefined) throw new RangeError(`There is no line for learning rate ${k + 1}.`);
    return {
      name: {
        reference: onSheet(RATES_SHEET, absolute(headerRow, column(k))),
        text: String(trace.learningRate),
      },
      values: range(column(k), trace.series(TOTAL_ERROR)),
      line: look.line,
      marker: staggered(k, traces.length, table.iterations, look),
    };
  });
  return {
    title,
    description: words.charts.description(
      title,
      series.map((line) => `η = ${line.name.text}`),
      table.iterations,
    ),
    horizontal: range(
      iterationColumn,
      Float64Array.from({ length: table.iterations }, (_, k) => k + 1),
    ),
    horizontalTitle: words.charts.horizontal,
    verticalTitle: words.charts.rates.vertical,
    verticalFormat: scale === 'logarithmic' ? '0.0##########' : '0.00',
    scale,
    series,
    legend: true,
    anchor,
    plotArea,
  };
}
