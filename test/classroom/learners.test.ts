import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../src/classroom/file-names.ts';
import { type ListOptions, readLearners } from '../../src/classroom/learners.ts';

const read = (text: string, options: ListOptions = {}): readonly string[] => {
  const { learners, faults } = readLearners(text, options);
  return [...learners.map(({ name }) => name), ...faults.map(({ path, message }) => `${path}: ${message}`)];
};

describe('a list of learners is read:', () => {
  test.each<[string, string, readonly string[], ListOptions?]>([
    ['a name a line', 'Jane Doe\nWei\r\n\n  Zoë  ', ['Jane Doe', 'Wei', 'Zoë']],
    ['with the mark of UTF-8', '\ufeffJane Doe', ['Jane Doe']],
    ['commas in names', 'Doe, Jane\nRoe, Richard', ['Doe, Jane', 'Roe, Richard']],
    ['a heading and one column', 'Name\nDoe, Jane', ['Doe, Jane']],
    ['names in quotes', '"Doe, Jane"', ['Doe, Jane']],
    ['a table with commas', 'Name,Group\n"Doe, Jane",1\nWei,2', ['Doe, Jane', 'Wei']],
    ['a table with semicolons', 'Group;Student\n1;Jane\n2;Wei', ['Jane', 'Wei']],
    ['first and last names', 'Surname\tFirst name\nDoe\tJane', ['Jane Doe']],
    ['a column that is named', 'Kurs;Wer\n1;Jane', ['Jane'], { column: 'wer' }],
    ['letters in two parts', 'Zoe\u0308', ['Zoë']],
    ['nothing', ' \n', []],
    [
      'a name twice',
      'Jane\nWei\nJANE',
      ['Jane', 'Wei', 'line 3: "JANE" stands in line 1 already; tell the two apart.'],
    ],
    ['twice in a table', 'Name,G\nA,1\n,\na,2', ['A', 'row 4: "a" stands in row 2 already; tell the two apart.']],
    [
      'names of one file',
      'AC/DC\nAC:DC',
      ['AC/DC', 'line 2: "AC:DC" would have the same file as the name in line 1; tell the two apart.'],
    ],
    [
      'no file takes it',
      'Jane\n../..',
      ['Jane', 'line 2: "../.." is a name that no file system takes; write letters or digits.'],
    ],
    ['a control character', 'Ja\u0007ne', ['line 1: "Ja\\u0007ne" holds a character that no name can hold.']],
    ['too long', 'J'.repeat(101), [`line 1: "${'J'.repeat(40)}…" has more than 100 characters.`]],
  ])('%s', (_, text, names, options = {}) => {
    expect(read(text, options)).toEqual(names);
  });

  test.each<[string, ListOptions, string]>([
    ['a,b\n1,2', { table: true }, 'is a table without a column of names; call it "Name", or say which it is.'],
    ['a,b\n1,2', { column: 'c' }, 'has no column "c"; it has: "a", "b".'],
  ])('%j with %j is refused', (text, options, message) => {
    expect(() => readLearners(text, options)).toThrow(message);
  });
});

describe('a name as a file name:', () => {
  test.each([
    ['Jane Doe', 'Jane Doe'],
    ['AC/DC', 'AC-DC'],
    ['a\\b:c*d?e"f<g>h|i', 'a-b-c-d-e-f-g-h-i'],
    ['con', 'con_'],
    ['COM1.x', 'COM1.x_'],
    ['.hidden.', 'hidden'],
    ['..', ''],
    ['???', ''],
    ['李小龍', '李小龍'],
    ['a\u202eb', 'a-b'],
    ['=1+1', '=1+1'],
    ['é'.repeat(120), 'é'.repeat(100)],
    ['😀'.repeat(60), '😀'.repeat(50)],
  ])('%s → %s', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });
});
