import type { LineChart, Series } from '../../../src/sheet/line-chart.ts';

const corner = { column: 0, columnOffset: 0, row: 0, rowOffset: 0 };

/** A series of three points of which not all need a number. */
export const sampleSeries = (text: string, values: readonly number[], more: Partial<Series> = {}): Series => ({
  name: { reference: "'LR 1'!$B$1", text },
  values: { reference: "'LR 1'!$B$2:$B$4", values: Float64Array.from(values) },
  line: { color: '0072B2', width: 1.75, dash: 'sysDash' },
  ...more,
});

/** A chart with one line and texts that need escaping. */
export const sampleChart: LineChart = {
  title: 'Error <&> {title}',
  description: 'A "chart" <&>',
  horizontal: { reference: "'LR 1'!$A$2:$A$4", values: Float64Array.of(1, 2, 3) },
  horizontalTitle: 'Iteration',
  titled: true,
  verticalFormat: '0.00',
  scale: 'linear',
  series: [sampleSeries('E1', [0.5, Number.NaN, 1e-7])],
  legend: [0.8, 0.1, 0.2, 0.8],
  anchor: { from: corner, to: corner },
  plotArea: [0.1, 0.2, 0.6, 0.5],
};
