/** What an exercise says. */
export const exerciseWords = {
  status: { notYet: '… not yet', right: '✓', wrong: '✗ row ', noNumber: '– no number: row ' },
  hint: (meaning: string, rule: string): string => `${meaning}\n\nThe rule: ${rule}`,
  answers: {
    title: (sheet: string): string => `Answers of ${sheet}`,
    notes: [
      'Every answer is the right rule, computed from the cells of the learner: one mistake gets one ✗. #N/A: a cell that it needs is still empty.',
      'From the answers: the same with the chain factors of this sheet, for learners who write a gradient in one go.',
      'Verdict: 0 not yet, 1 right (to a ten-thousandth of itself, a weight to six digits), 2 wrong, 3 an error where the answer is one too.',
    ],
    learner: (name: string): string => `learner: ${name}`,
    given: (values: string): string => `given: ${values}`,
    part: 'part',
    counts: 'counts',
    state: 'state',
    name: (column: string): string => `answer: ${column}`,
    source: { own: "from the learner's", answers: 'from the answers', verdict: 'verdict' },
  },
  learner: (name: string): string => `Exercise of ${name}`,
  purpose: (columns: number, rates: number, answers: boolean): string =>
    answers
      ? `This is the teacher's copy of an exercise: the ${columns} columns that learners fill in are filled in here, and the sheets at the end hold the answers. ` +
        'Learners get the same workbook with these columns empty.'
      : `An exercise: ${columns === 1 ? 'one column is' : `${columns} columns are`} empty on ${rates === 1 ? 'the sheet' : 'each sheet'} of a learning rate. Fill in the cream cells with formulas and fill them down. ` +
        'The cell above a column says how it stands. Every cell is judged from your own cells, so that one mistake gets one ✗; type over an initial value or a learning rate, and the judgement follows.',
  use: [
    'Begin at the left: a column needs those that it is made of. Empty cells count as 0.',
    'Need a hint? The note on a column’s name gives its rule in symbols.',
    '… not yet   ✓ every row is right   ✗ row 14: the first row that is wrong',
  ],
  contents: 'Fill in the cream columns; the row above them judges.',
  score: {
    title: 'Score',
    head: ['η', 'right', 'of', 'wrong', '', 'state'],
    total: 'all',
    text: { done: '✓ all right', wrong: '✗ look for ✗', notYet: '… not yet' },
    headline: ['Score: ', ' of '],
    factors:
      'Chain factors do not count: they help on the way, and you may leave them empty. A ✗ on one of them still shows here.',
  },
} as const;
