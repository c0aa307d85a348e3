import { describe, expect, test } from 'vitest';
import { handInPlaces } from '../../src/marking/layouts.ts';

/** What a path tells, in a line: the layout, the name or login, the id, the attempt, and where feedback belongs. */
const told = (path: string, pattern?: RegExp): readonly string[] => {
  const [place] = handInPlaces([path], pattern);
  if (place === undefined) throw new Error(path);
  const { layout, name, isName, id = '', attempt, late, feedback } = place;
  return [layout, isName ? name : `(${name})`, id, `${attempt}${late ? ' late' : ''}`, feedback];
};

describe('a path tells who handed it in:', () => {
  test.each<[string, readonly string[]]>([
    [
      'Jane Doe_4711_assignsubmission_file/x.xlsx',
      ['Moodle', 'Jane Doe', '4711', '', 'Jane Doe_4711_assignsubmission_file/feedback'],
    ],
    [
      'Jane Doe_4711_assignsubmission_file_/x.xlsx',
      ['Moodle', 'Jane Doe', '4711', '', 'Jane Doe_4711_assignsubmission_file/feedback'],
    ],
    [
      'Jane Doe_4711_assignsubmission_file/sub/folder/x.xlsx',
      ['Moodle', 'Jane Doe', '4711', '', 'Jane Doe_4711_assignsubmission_file/feedback'],
    ],
    [
      'Jane Doe_4711_assignsubmission_file_my_x.xlsx',
      ['Moodle', 'Jane Doe', '4711', '', 'Jane Doe_4711_assignsubmission_file/feedback'],
    ],
    ['Zoë Ö_12_assignsubmission_file/x.ods', ['Moodle', 'Zoë Ö', '12', '', 'Zoë Ö_12_assignsubmission_file/feedback']],
    [
      'Participant_4711_assignsubmission_file/x.xlsx',
      ['Moodle', 'Participant', '4711', '', 'Participant_4711_assignsubmission_file/feedback'],
    ],
    [
      'Default group_assignsubmission_file/x.xlsx',
      ['Moodle', 'Default group', '', '', 'Default group_assignsubmission_file/feedback'],
    ],
    ['doejane_123_4567_x.xlsx', ['Canvas', 'doejane', '123', '', 'doejane_123_4567_feedback']],
    ['doejane_LATE_123_4567_my_x-1.xlsx', ['Canvas', 'doejane', '123', ' late', 'doejane_123_4567_feedback']],
    ['LATE_123_4567_x.xlsx', ['Canvas', '(123)', '123', ' late', '123_4567_feedback']],
    ['doejane_123_text.html', ['Canvas', 'doejane', '123', '', 'doejane_123_feedback']],
    ['anon_aB3_4567_x.xlsx', ['Canvas', '(anon_aB3)', 'anon_aB3', '', 'anon_aB3_4567_feedback']],
    [
      'Task 1_jdoe_attempt_2024-09-24-21-26-05_x.xlsx',
      ['Blackboard', '(jdoe)', 'jdoe', '2024-09-24-21-26-05', 'Task 1_jdoe_attempt_2024-09-24-21-26-05_feedback'],
    ],
    [
      'Taak_jdoe_poging_2024-09-24-21-26-05.txt',
      ['Blackboard', '(jdoe)', 'jdoe', '2024-09-24-21-26-05', 'Taak_jdoe_poging_2024-09-24-21-26-05_feedback'],
    ],
    [
      '397063-2557369 - Jane Doe - Sep 24, 2024 926 PM/x.xlsx',
      ['Brightspace', 'Jane Doe', '', '2024-09-24 21:26', '397063-2557369 - Jane Doe - Sep 24, 2024 926 PM/feedback'],
    ],
    [
      '1-2 - Jane Doe - Sep 4, 2024 0741 PM - x.xlsx',
      ['Brightspace', 'Jane Doe', '', '2024-09-04 19:41', '1-2 - Jane Doe - Sep 4, 2024 0741 PM/feedback'],
    ],
    [
      '1-2 - Jane Doe - Dec 4, 2024 4:17 PM/x.xlsx',
      ['Brightspace', 'Jane Doe', '', '2024-12-04 16:17', '1-2 - Jane Doe - Dec 4, 2024 4:17 PM/feedback'],
    ],
    [
      '1-2 - Jane - Doe - Jan 1, 2025 1205 AM/x.xlsx',
      ['Brightspace', 'Jane - Doe', '', '2025-01-01 00:05', '1-2 - Jane - Doe - Jan 1, 2025 1205 AM/feedback'],
    ],
    ['Doe_Jane_jdoe_123/x.xlsx', ['ILIAS', 'Doe Jane', '123', '', 'Doe_Jane_jdoe_123/feedback']],
    ['Team 7/Doe_Jane_jdoe_123/x (2).xlsx', ['ILIAS', 'Doe Jane', '123', '', 'Team 7/Doe_Jane_jdoe_123/feedback']],
    [
      'Task/Doe, Jane(jd01)/Submission attachment(s)/x.xlsx',
      ['Sakai', 'Doe, Jane', 'jd01', '', 'Task/Doe, Jane(jd01)/Feedback Attachment(s)/feedback'],
    ],
    [
      'backprop-submissions/backprop-jdoe/x.xlsx',
      ['GitHub Classroom', '(jdoe)', 'jdoe', '', 'backprop-submissions/backprop-jdoe/feedback'],
    ],
    ['submitted/jdoe/task/x.xlsx', ['nbgrader', '(jdoe)', 'jdoe', '', 'feedback/jdoe/task/feedback']],
    ['Jane Doe.xlsx', ['names', 'Jane Doe', '', '', 'Jane Doe']],
    ['Jane_Doe (2).xlsx', ['names', 'Jane Doe', '', '', 'Jane Doe']],
    ['Jane Doe - Copy.xlsx', ['names', 'Jane Doe', '', '', 'Jane Doe']],
    ['Jane Doe_v2.xlsx', ['names', 'Jane Doe', '', '', 'Jane Doe']],
    ['(2).xlsx', ['names', '(2)', '', '', '(2)']],
    ['class/Jane Doe/x.xlsx', ['names', 'Jane Doe', '', '', 'Jane Doe/feedback']],
  ])('%s', (path, facts) => {
    expect(told(path)).toEqual(facts);
  });

  test.each<[string, RegExp, readonly string[]]>([
    [
      'hw3/doe.jane/2/x.xlsx',
      /^hw3\/(?<name>[^/]+)\/(?<attempt>\d+)\//u,
      ['pattern', 'doe.jane', '', '2', 'doe.jane/feedback'],
    ],
    ['s0815-x.xlsx', /^(?<id>s\d+)-/u, ['pattern', '(s0815)', 's0815', '', 's0815/feedback']],
    ['other.xlsx', /^(?<id>s\d+)-/u, ['names', 'other', '', '', 'other']],
  ])('%s by %s', (path, pattern, facts) => {
    expect(told(path, pattern)).toEqual(facts);
  });

  test('no path takes long, whatever it repeats', () => {
    const paths = [' ', '_', '-', '(1)', 'LATE_', '1_', 'a_1_', '/', ' - '].map((part) =>
      part.repeat(600 / part.length),
    );
    const start = performance.now();
    expect(handInPlaces(paths)).toHaveLength(paths.length);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('a loose layout counts only where most paths fit it', () => {
    const layouts = handInPlaces(['a_b_1/x.xlsx', 'Jane/x.xlsx', 'Wei/x.xlsx']).map(({ layout }) => layout);
    expect(layouts).toEqual(['names', 'names', 'names']);
  });
});
