import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../src/check/file/limits.ts';
import { fromOpenFormula, reference } from '../../../src/check/file/open-formula.ts';
import { timed } from '../../helpers/seconds.ts';

test.each([
  ['of:=[.A1]*[.B2]+1.5e-3', 'A1*B2+1.5e-3'],
  ['of:=[.$A$1]-[.B$2]*[.$C3]', '$A$1-B$2*$C3'],
  ['of:=SUM([.A1:.B2];[.C3];2)', 'SUM(A1:B2,C3,2)'],
  ["of:=['Sheet 2'.C3]+[$'LR 0.1'.$C$3]", "'Sheet 2'!C3+'LR 0.1'!$C$3"],
  ['of:=[Sheet2.A1]+[$Sheet2.$A$1:.$B$2]', 'Sheet2!A1+Sheet2!$A$1:$B$2'],
  ['of:=[2024.A1]', "'2024'!A1"],
  ["of:=['It''s [x].y'.A1]", "'It''s [x].y'!A1"],
  ['of:=SUM([.A:.A])+SUM([.1:.2])', 'SUM(A:A)+SUM(1:2)'],
  ['of:=SUM([Sheet1.A1:Sheet1.B2])', 'SUM(Sheet1!A1:B2)'],
  ['of:=SUM([Sheet1.A1:Sheet3.B2])', 'SUM(Sheet1:Sheet3!A1:B2)'],
  ['of:=[.#REF!]+[#REF!.A1]+#REF!', '#REF!+#REF!+#REF!'],
  ['of:=IF([.A1]>0;"a;b""[.C1]";"x")', 'IF(A1>0,"a;b""[.C1]","x")'],
  ['of:=SUM({1;2|3;4})', 'SUM({1,2;3,4})'],
  ['of:=COM.MICROSOFT.CONCAT([.A1];"b")', 'CONCAT(A1,"b")'],
  ['of:=LEGACY.NORMSDIST(1)', 'NORMSDIST(1)'],
  ['of:=-[.A1]^2%', '-A1^2%'],
  ['of:=eta*2', 'eta*2'],
  ['of:==[.A1]', 'A1'],
  ['oooc:=[.A1];1', 'A1,1'],
  ['msoxl:=SUM(A1,B2)', 'SUM(A1,B2)'],
  ["of:=['file:///other.ods'#$Sheet1.A1]", "['file:///other.ods'#$Sheet1.A1]"],
])('%s is %s', (open, excel) => {
  expect(fromOpenFormula(open)).toBe(excel);
});

test.each([
  ['$Sheet1.$A$1', 'Sheet1!$A$1'],
  ["$'LR 0.1'.$A$1:.$B$2", "'LR 0.1'!$A$1:$B$2"],
  ["$'LR 0.1'.$A$1:$'LR 0.1'.$B$2", "'LR 0.1'!$A$1:$B$2"],
])('the range %s is %s', (open, excel) => {
  expect(reference(open)).toBe(excel);
});

test('a formula that is too long ends with a mark that no formula ends with', () => {
  const text = fromOpenFormula(`of:=${'[.A1]+'.repeat(20_000)}1`);
  expect([text.length, text.at(-1)]).toEqual([limits.formula + 1, '…']);
});

test('any text is read, in time that grows with its length', () => {
  const pieces = fc.constantFrom('[', ']', "'", "''", '"', '.A1', ';', '{', '|', '}', 'x', '#REF!', '$', ':', '!', '~');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), fc.nat(400), (parts, times) => {
      const { result, seconds } = timed(() => fromOpenFormula(`of:=${parts.join('').repeat(times)}`));
      expect(typeof result).toBe('string');
      expect(seconds).toBeLessThan(1);
    }),
  );
});
