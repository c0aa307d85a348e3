/** What an exercise says. */
export const exerciseWords = {
  status: { notYet: '… not yet', right: '✓', inOneGo: '✓ in one go', wrong: '✗ row ', noNumber: '– no number: row ' },
  note: (row: number): string => `To fill in. For a hint, type 1, 2 or 3 in row ${row} of this column.`,
  hint: {
    label: 'hint 1–3',
    state: 'state',
    prompt: { title: 'A hint?', text: '1: a question   2: the way in words   3: the rule in symbols' },
    refusal: { title: 'No such hint', text: 'Type 1, 2 or 3, or empty the cell.' },
  },
  guide: {
    title: (sheet: string): string => `Hints and slips of ${sheet}`,
    notes: [
      'A row for each column that is asked for: its hints, how many of them were asked for, its first wrong number, and which slip comes nearest to it.',
      'Below: how far the first wrong number is from what the likeliest slips give there, computed from the cells of the learner.',
    ],
    head: [
      'column',
      'hint 1',
      'hint 2',
      'hint 3',
      'asked for',
      'hint',
      'wrong from iteration',
      'number there',
      'nearest slip',
      'which slip',
      'what is said',
      'line of the hint',
      'line of the slip',
      'hints so far',
      'slips so far',
      'earned',
      'earned here or before',
    ],
    slipHead: ['column', 'slip', 'is off by'],
    numberHead: 'what the slips are made of, in that row',
    number: (name: string): string => `number of ${name}`,
    forColumn: (name: string): string => `for ${name}`,
    ofColumn: (name: string): string => `slip in ${name}`,
    hint: ['Hint ', ' of 3 for '],
    row: ', row ',
    unknown: 'none of the usual slips; a hint may help',
    empty: 'a column that it is made of is still empty',
    noNumber: 'no number',
    error: 'error',
    begin:
      'Fill in the cream cells: a formula in the first row, filled down. For a hint, type 1, 2 or 3 above a column.',
    more: ['… and ', ' more'],
  },
  /** Above what stands once more below the table. */
  givens: 'Once more, to look at and to click: what these columns are made of',
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
  notDrawn: (title: string): string => `${title}: drawn once the cream cells are filled in`,
  learner: (name: string): string => `Exercise of ${name}`,
  purpose: (columns: number, rates: number, answers: boolean): string =>
    answers
      ? `This is the teacher's copy of an exercise: the ${columns} columns that learners fill in are filled in here, and the sheets at the end hold the answers. ` +
        'Learners get the same workbook with these columns empty.'
      : `An exercise: ${columns === 1 ? 'one column is' : `${columns} columns are`} empty on ${rates === 1 ? 'the sheet' : 'each sheet'} of a learning rate. Fill in the cream cells with formulas and fill them down; an empty cell counts as 0. ` +
        'The cell above a column says how it stands. Every cell is judged from your own cells, so that one mistake gets one ✗; type over an initial value or a learning rate, and the judgement follows.',
  use: [
    'Begin at the left: a column needs those that it is made of.',
    'A hint? Type 1, 2 or 3 above a column; 3 gives the rule.',
    'It shows ✓, or ✗ and the first wrong row; lines above say why.',
  ],
  contents: 'Fill in the cream columns; the row above them judges.',
  score: {
    title: 'Score',
    head: ['η', 'right', 'of', 'wrong', '', 'state'],
    total: 'all',
    text: { done: '✓ all right', wrong: '✗ look for ✗', notYet: '… not yet' },
    headline: ['Score: ', ' of '],
    factors: 'Chain factors count too: a gradient that is written in one go earns those that it is made of.',
    once: 'What is filled in on several sheets counts once.',
  },
} as const;
