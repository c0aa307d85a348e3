import { type Chart, isLineChart } from '../../sheet/sheet.ts';
import type { Element } from '../xml.ts';
import { chartPart } from './chart.ts';
import { scatterPart } from './scatter.ts';
import type { DrawingTemplates } from './template.ts';

/** The part of a chart of any kind. */
export const partOfChart = (chart: Chart, templates: DrawingTemplates): Element =>
  isLineChart(chart) ? chartPart(chart, templates) : scatterPart(chart, templates);
