import { limits } from './limits.ts';
import { scanXml } from './xml.ts';

/** A series of a chart: the formulas of the range that holds its values and of the cell that holds its name. */
export interface ChartSeries {
  readonly values: string;
  readonly name: string | undefined;
}

/** Reads the series of a chart part (ECMA-376 part 1, 21.2.2.170 ser), as many as are read of a workbook. */
export function readSeries(xml: Uint8Array): readonly ChartSeries[] {
  const series: ChartSeries[] = [];
  const path: string[] = [];
  let [values, name] = ['', ''];
  scanXml(xml, {
    open: (tag) => {
      path.push(tag);
      if (tag === 'ser') [values, name] = ['', ''];
    },
    text: (text) => {
      if (path.at(-1) !== 'f' || values.length + name.length > limits.formula) return;
      if (path.includes('val') || path.includes('yVal')) values += text;
      else if (path.includes('tx')) name += text;
    },
    close: (tag) => {
      path.pop();
      if (tag === 'ser' && values !== '' && series.length < limits.series)
        series.push({ values, name: name === '' ? undefined : name });
    },
  });
  return series;
}
