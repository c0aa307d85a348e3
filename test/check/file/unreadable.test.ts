import { expect, test } from 'vitest';
import { damaged, Unreadable, whyUnread } from '../../../src/check/file/unreadable.ts';

test.each<readonly [string, unknown, string]>([
  ['what is wrong with the file', new Unreadable('The file is empty.'), 'The file is empty.'],
  ['damage', damaged('it ends too soon'), 'The file is damaged: it ends too soon.'],
  [
    'a fault of the program',
    new RangeError('Invalid array length'),
    'An unexpected fault of this program: RangeError: Invalid array length. Please report it.',
  ],
  [
    'a fault with a stranger’s text in it',
    new Error('no "\u001b[2J\nzoe.xlsx: all right"'),
    'An unexpected fault of this program: Error: no "\\u001b[2J\\nzoe.xlsx: all right". Please report it.',
  ],
  ['what is thrown otherwise', 'x', 'An unexpected fault of this program: x. Please report it.'],
])('%s is told as that', (_, error, sentence) => {
  expect(whyUnread(error)).toBe(sentence);
});
