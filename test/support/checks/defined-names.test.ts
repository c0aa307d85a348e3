import { describe } from 'vitest';
import { type Spoiling, spoil } from './spoil.ts';

const WORKBOOK = 'xl/workbook.xml';
const renamed = (name: string, ...faults: readonly string[]): Spoiling => [
  'name="tiny"',
  `name="${name}"`,
  ...faults.map((fault) => `The defined name "${name}" ${fault}`),
];

describe('names that are none', () => {
  spoil(WORKBOOK, [
    renamed('LR1', 'looks like a cell address'),
    renamed('xfd1048576', 'looks like a cell address'),
    renamed('R1C1', 'begins like an R1C1 reference'),
    renamed('c2_size', 'begins like an R1C1 reference'),
    renamed('RC5x', 'begins like an R1C1 reference'),
    renamed('r', 'is reserved'),
    renamed('C', 'is reserved'),
    renamed('rc', 'is reserved'),
    renamed('True', 'is reserved'),
    renamed('a b', 'has characters a name may not have'),
    renamed('1a', 'has characters a name may not have'),
    renamed('a-b', 'has characters a name may not have'),
    renamed('', 'has characters a name may not have'),
    ['name="tiny"', `name="${'x'.repeat(256)}"`, `The defined name "${'x'.repeat(40)}…" is longer than 255 characters`],
    ['name="tiny"', 'name="ETA"', 'The defined name "eta" (workbook) is there twice'],
    ['>1E-7<', '><', 'The defined name "tiny" stands for nothing'],
  ]);
});

describe('names that are fine', () => {
  const fine = ['Rate', 'C_size', 'record', '_LR1', 'LR_1', 'w11.5', 'η1', 'AAAA1', 'C1234567', '\\x', 'a?'];
  spoil(WORKBOOK, [
    ...fine.map((name) => renamed(name)),
    ['<definedName name="tiny"', '<definedName name="eta" localSheetId="1"'],
  ]);
});
