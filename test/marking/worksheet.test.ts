import { describe, expect, test } from 'vitest';
import { filledWorksheet } from '../../src/marking/worksheet.ts';
import { classOf } from './examined.ts';

const three = classOf(['Jane Doe', '4711', 8], ['doejohn', '12', 10], ['Zoë Ö', '13', 5]);

/** A worksheet that was filled in, and what was said of it. */
function filled(lines: readonly string[], column?: string): readonly string[] {
  const { text, problems } = filledWorksheet(lines.join('\r\n'), three, column);
  return [...text.trimEnd().split('\r\n'), ...problems];
}

const lost = (name: string): string => `No row is of "${name}".`;

describe('a worksheet is filled in, and stays what it was besides:', () => {
  test.each<[string, readonly string[], readonly string[], string?]>([
    [
      'Moodle’s grading worksheet, of 100 points',
      [
        'Identifier,"Full name",Status,Grade,"Maximum grade","Last modified (grade)","Feedback comments"',
        '"Participant 4711","Jane Doe",Submitted,,100.00,-,',
        '"Participant 99","Some Body",,,100.00,-,"kept"',
        '"Participant 12","John Doe",,,10,-,"kept"',
      ],
      [
        'Identifier,Full name,Status,Grade,Maximum grade,Last modified (grade),Feedback comments',
        'Participant 4711,Jane Doe,Submitted,80,100.00,-,8 of 10 quantities are right.',
        'Participant 99,Some Body,,,100.00,-,kept',
        'Participant 12,John Doe,,10,10,-,kept',
        lost('Zoë Ö'),
      ],
    ],
    [
      'Canvas’s gradebook, with its points possible',
      [
        'Student,ID,SIS User ID,Section,Homework (7),Back-propagation (42)',
        '    Points Possible,,,,5,20',
        '"Doe, Jane",4711,s1,A,3,',
        '"Doe, John",12,s2,A,4,11',
        'Student Test,1,,A,,',
      ],
      [
        'Student,ID,SIS User ID,Section,Homework (7),Back-propagation (42)',
        '"    Points Possible",,,,5,20',
        '"Doe, Jane",4711,s1,A,3,16',
        '"Doe, John",12,s2,A,4,20',
        'Student Test,1,,A,,',
        lost('Zoë Ö'),
      ],
      'Back-propagation (42)',
    ],
    [
      'Blackboard’s, with a tab between cells',
      ['Last Name\tFirst Name\tUsername\tBackprop [Total Pts: 10 Score] |12345', 'Doe\tJane\t4711\t', 'Ö\tZoë\t13\t'],
      [
        'Last Name\tFirst Name\tUsername\tBackprop [Total Pts: 10 Score] |12345',
        'Doe\tJane\t4711\t8',
        'Ö\tZoë\t13\t5',
        lost('doejohn'),
      ],
    ],
    [
      'a table of one’s own by names, in any order of their parts, with decimal commas',
      ['\ufeffName;Group;Mark', '"Ö, Zoe\u0308";1,5;', 'Doe Jane;2,0;', 'John Doe;1,0;'],
      ['\ufeffName;Group;Mark', 'Ö, Zoe\u0308;1,5;5', 'Doe Jane;2,0;8', 'John Doe;1,0;10'],
    ],
    ['a short row', ['Name,X,Mark', 'Jane Doe'], ['Name,X,Mark', 'Jane Doe,,8', lost('doejohn'), lost('Zoë Ö')]],
    [
      'a learner of two rows',
      ['Name,Mark', 'Jane Doe,', '"Doe, Jane",', 'John Doe,', 'Zoë Ö,'],
      ['Name,Mark', 'Jane Doe,8', '"Doe, Jane",8', 'John Doe,10', 'Zoë Ö,5', 'Rows 2 and 3 are both of "Jane Doe".'],
    ],
  ])('%s', (_, lines, expected, column) => {
    expect(filled(lines, column)).toEqual(expected);
  });

  test('a row that may be of two learners is told, and left as it is', () => {
    const twins = classOf(['Jane Doe', '1', 8], ['Doe, Jane', '2', 3]);
    const { text, problems } = filledWorksheet('Name,Mark\r\nJane Doe,\r\n', twins);
    expect([text, ...problems]).toEqual([
      'Name,Mark\r\nJane Doe,\r\n',
      'Row 2 may be of several learners: "Jane Doe".',
      lost('Jane Doe'),
      lost('Doe, Jane'),
    ]);
  });

  test.each<[readonly string[], string | undefined, string]>([
    [
      ['Name,Mark,Score', 'a,,'],
      undefined,
      'does not tell which column is to take the marks; name one of: "Mark", "Score".',
    ],
    [['Name,Other', 'a,'], undefined, 'does not tell which column is to take the marks; name one of: "Name", "Other".'],
    [['Name,Other', 'a,'], 'Mark', 'has no column "Mark"; it has: "Name", "Other".'],
    [['Other,Mark', 'a,'], undefined, 'has no column that tells who is who, such as "Name".'],
  ])('%j is refused', (lines, column, message) => {
    expect(() => filled(lines, column)).toThrow(message);
  });
});
