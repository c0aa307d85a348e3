import { describe } from 'vitest';
import { spoil } from './spoil.ts';

describe('groups of shared formulas', () => {
  spoil('xl/worksheets/sheet2.xml', [
    ['ref="A3:A6"', 'ref="A3:A67"', 'Run 1!A3 shares its formula over more than 64 rows'],
    ['ref="A3:A6"', 'ref="A3:A66"'],
    ['ref="A3:A6"', 'ref="A3:A5"', 'Run 1!A6 is in the shared formula 0 but outside its range'],
    ['ref="A3:A6"', 'ref="A2:A6"', 'Run 1!A3 holds the shared formula 0 but is not the first cell of A2:A6'],
    [
      '<f t="shared" si="0"/><v>3</v>',
      '<f t="shared" si="5"/><v>3</v>',
      'Run 1!A4 is in the shared formula 5 before the cell that holds it',
    ],
    ['<f>eta</f>', '<f t="shared" si="1"/>', 'Run 1!B2 is in the shared formula 1 before the cell that holds it'],
    [
      '<f t="shared" si="0"/><v>5</v>',
      '<f t="shared" ref="A6" si="0">A5+1</f><v>5</v>',
      'Run 1!A6 holds the shared formula 0, which is there already',
    ],
    ['>A2+1<', '>A2+Input!B$1<', 'Run 1!A3 shares a formula with a "!" in it: A2+Input!B$1'],
    ['>A2+1<', '>A2+1+0*COUNTA("!")<'],
    ['si="0">A2+1<', 'si="0"><', 'Run 1!A3 should hold the shared formula 0 but has no text'],
    [
      '<f t="shared" si="0"/>',
      '<f t="shared"/>',
      'Run 1!A4 shares a formula but says no group',
      'Run 1!A4 is in the shared formula  before the cell that holds it',
    ],
  ]);
});
