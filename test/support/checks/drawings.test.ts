import { describe } from 'vitest';
import { spoil } from './spoil.ts';

const DRAWING = 'xl/drawings/drawing1.xml';

const shape = (kind: string, properties: string, inside = ''): string =>
  `<xdr:${kind}><xdr:nv><xdr:cNvPr ${properties}/></xdr:nv>${inside}</xdr:${kind}>`;
const anchored = (content: string): string => `<xdr:absoluteAnchor>${content}</xdr:absoluteAnchor></xdr:wsDr>`;

describe('things in a drawing', () => {
  spoil(DRAWING, [
    ['</xdr:wsDr>', anchored(shape('sp', 'id="2" name="a" descr="a shape"')), `${DRAWING}: two things have the id 2`],
    ['</xdr:wsDr>', anchored(shape('sp', 'id="3" name="a" descr="a shape"'))],
    [' descr="A line that falls"', '', `${DRAWING}: "Chart" has no alternative text`],
    [' descr="A line that falls"', ' descr=" "', `${DRAWING}: "Chart" has no alternative text`],
    ['</xdr:wsDr>', anchored(shape('cxnSp', 'id="3" name="line"')), `${DRAWING}: "line" has no alternative text`],
    ['</xdr:wsDr>', anchored(shape('pic', 'id="3" name="photo"')), `${DRAWING}: "photo" has no alternative text`],
    [
      '</xdr:wsDr>',
      anchored(shape('grpSp', 'id="3" name="group"', shape('sp', 'id="4" name="part" descr="a part"'))),
      `${DRAWING}: "group" has no alternative text`,
    ],
    [
      '</xdr:wsDr>',
      anchored(shape('grpSp', 'id="3" name="group" descr="all parts"', shape('sp', 'id="4" name="part"'))),
    ],
    [
      'name="Chart" descr="A line that falls"/>',
      'name="Chart"><a:extLst><a:ext uri="x"><d:decorative xmlns:d="x" val="1"/></a:ext></a:extLst></xdr:cNvPr>',
    ],
  ]);
});
