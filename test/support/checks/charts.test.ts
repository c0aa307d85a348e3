import { describe, expect, test } from 'vitest';
import { packageFaults } from '../package-checks.ts';
import { smallWorkbook } from '../small-workbook.ts';
import { type Spoiling, spoil } from './spoil.ts';

const CHART = 'xl/charts/chart1.xml';
const chart = (from: string, to: string, ...faults: readonly string[]): Spoiling => [
  from,
  to,
  ...faults.map((fault) => `${CHART}: ${fault}`),
];

describe('axes', () => {
  spoil(CHART, [
    chart(
      '<c:axId val="12"/>\n      </c:lineChart>',
      '<c:axId val="13"/>\n      </c:lineChart>',
      'a chart type uses the axis 13, which is not declared',
      'no chart type uses the axis 12',
    ),
    chart('<c:crossAx val="12"/>', '<c:crossAx val="99"/>', 'the axis 11 crosses 99, which is no other axis'),
    chart('<c:crossAx val="12"/>', '<c:crossAx val="11"/>', 'the axis 11 crosses 11, which is no other axis'),
    chart('<c:crossAx val="12"/>', '', 'the axis 11 crosses , which is no other axis'),
    chart(
      '<c:valAx>\n        <c:axId val="12"/>',
      '<c:valAx>\n        <c:axId val="11"/>',
      'two axes have the id 11',
      'a chart type uses the axis 12, which is not declared',
      'the axis 11 crosses 12, which is no other axis',
      'the axis 11 crosses 11, which is no other axis',
    ),
  ]);
});

describe('caches', () => {
  const values = "the cache of 'Run 1'!$B$2:$B$6";
  spoil(CHART, [
    chart("<c:f>'Run 1'!$B$2:$B$6", "<c:f>'Run 1'!$B$2:$B$7", "the cache of 'Run 1'!$B$2:$B$7 has 5 points, not 6"),
    chart("<c:f>'Run 1'!$B$2:$B$6", "<c:f>'Run 1'!eta", "the cache of 'Run 1'!eta has 5 points, not 1"),
    chart('<c:v>0.375</c:v>', '<c:v>NaN</c:v>', `${values}: point 1 "NaN" is no number`),
    chart('<c:v>0.375</c:v>', '<c:v>-0</c:v>', `${values}: point 1 "-0" is minus zero`),
    chart('<c:v>0.375</c:v>', '<c:v></c:v>', `${values}: point 1 is empty`),
    chart('<c:v>0.375</c:v>', '<c:v>#N/A</c:v>'),
    chart('<c:v>x</c:v>', '<c:v/>', "the cache of 'Run 1'!$B$1: point 0 is empty"),
    chart('<c:pt idx="1"><c:v>0.375', '<c:pt idx="0"><c:v>0.375', `${values} has point 0 twice`),
    chart('<c:pt idx="1"><c:v>0.375', '<c:pt idx="5"><c:v>0.375', `${values} has a point 5 but ptCount 5`),
    chart('<c:pt idx="1"><c:v>0.375</c:v></c:pt>', ''),
  ]);
});

describe('series', () => {
  const more = (count: number, index: (one: number) => number): string =>
    Array.from(
      { length: count },
      (_, one) => `<c:ser><c:idx val="${index(one)}"/><c:order val="${one + 1}"/></c:ser>`,
    ).join('');
  const withMore = (series: string): readonly string[] =>
    packageFaults(smallWorkbook({ part: CHART, from: '</c:ser>', to: `</c:ser>${series}` }));

  test('255 are the most', () => {
    expect(withMore(more(254, (one) => one + 1))).toEqual([]);
    expect(withMore(more(255, (one) => one + 1))).toEqual([`${CHART}: the chart has 256 series, and 255 is the most`]);
  });

  test('two do not have the same place', () => {
    expect(withMore(more(1, () => 0))).toEqual([`${CHART}: two series have the idx 0`]);
  });
});

test('a chart needs something to plot', () => {
  const empty = { part: CHART, from: '<c:chart>', to: '<c:chart><c:nothing/></c:chart><c:chart>' };
  expect(packageFaults(smallWorkbook(empty))).toEqual([`${CHART}: the chart has no plot area`]);
});
