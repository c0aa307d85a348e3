import type { Finding } from '../../check/finding.ts';
import type { MarkPart } from '../../check/mark-parts.ts';
import { code, fenced, inlineText } from '../../check/report/markdown-text.ts';
import { listed, nameText, oneLineFormula, sentenceText, withNoun } from '../../check/report/words.ts';
import { type LearnerMark, markText } from '../mark.ts';
import type { MarkedLearner } from '../marked-class.ts';
import { htmlPage, htmlText } from './html-page.ts';
import { questionOf, withoutSolution } from './questions.ts';

/** A slip as a learner is told of it. */
interface Lesson {
  readonly place: string;
  readonly what: string;
  readonly question: string;
  /** The right formula, where it is to be told. */
  readonly solution: string | undefined;
}

/** What a learner is told. */
interface Feedback {
  readonly title: string;
  readonly lead: string;
  readonly right: readonly string[];
  readonly lessons: readonly Lesson[];
  readonly notes: readonly string[];
}

/** The most slips of a page. */
const MOST = 40;

function feedbackOf(learner: MarkedLearner, solutions: boolean): Feedback {
  const { name, mark, file, unmarked, deviations } = learner;
  const findings = file?.examined.report.findings ?? [];
  const mistakes = findings.filter(({ mistake }) => mistake);
  const notes = findings.filter(({ mistake }) => !mistake).map(({ message }) => message);
  return {
    title: `Feedback for ${name}`,
    lead: unmarked ?? (mark === undefined ? '' : markText(mark)),
    right: rightParts(mark),
    lessons: mistakes.slice(0, MOST).map((finding) => lessonOf(finding, solutions)),
    notes: [...deviations, ...notes, ...(mistakes.length > MOST ? [`There are ${mistakes.length - MOST} more.`] : [])],
  };
}

/** What parts are called at the beginning of a line. */
const headings: Readonly<Record<MarkPart, string>> = {
  forward: 'Forward pass',
  errors: 'Errors',
  'output-gradients': 'Gradients of the output layer',
  'hidden-gradients': 'Gradients of the hidden layers',
  updates: 'Updates',
};

const rightParts = (mark: LearnerMark | undefined): readonly string[] =>
  (mark?.parts ?? []).flatMap(({ part, right, of }) => (right === of ? [`${headings[part]}: all ${of} right.`] : []));

function lessonOf(finding: Finding, solutions: boolean): Lesson {
  const { sheet, cell, count = 1, also = [], correction, formula } = finding;
  const quantities = [...new Set(also.flatMap(({ quantity }) => quantity ?? []))].filter(
    (each) => each !== finding.quantity,
  );
  const more = count > 1 ? ` and ${withNoun(count - 1, 'more cell')}` : '';
  const others = quantities.length === 0 ? '' : ` The same slip stands in ${listed(quantities, 8)}.`;
  return {
    place: `${nameText(sheet)}${cell === undefined ? '' : `!${cell}`}${more}`,
    what: `${sentenceText(solutions ? finding.message : withoutSolution(finding))}${others}`,
    question: questionOf(finding),
    solution: solutions ? (correction === undefined ? formula?.right : oneLineFormula(correction)) : undefined,
  };
}

/**
 * A page for a learner in Markdown: what is right, what is not, and a question to think about.
 *
 * @param solutions whether the right formulas are told
 */
export function markdownFeedback(learner: MarkedLearner, solutions: boolean): string {
  const { title, lead, right, lessons, notes } = feedbackOf(learner, solutions);
  return [
    `# ${inlineText(sentenceText(title))}`,
    '',
    `**${inlineText(sentenceText(lead))}**`,
    ...(right.length === 0 ? [] : ['', ...right.map((line) => `- ${line}`)]),
    ...lessons.flatMap(({ place, what, question, solution }) => [
      '',
      `## ${code(place)}`,
      '',
      inlineText(what),
      '',
      `*${inlineText(question)}*`,
      ...(solution === undefined ? [] : ['', 'Right:', '', ...fenced(solution)]),
    ]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${inlineText(sentenceText(note))}`)]),
    '',
  ].join('\n');
}

/** The same page in HTML. */
export function htmlFeedback(learner: MarkedLearner, solutions: boolean): string {
  const { title, lead, right, lessons, notes } = feedbackOf(learner, solutions);
  const items = (lines: readonly string[]): string =>
    lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${htmlText(sentenceText(line))}</li>`).join('')}</ul>`;
  const each = lessons.map(
    ({ place, what, question, solution }) =>
      `<section><h2>${htmlText(place)}</h2><p>${htmlText(what)}</p><p class="question">${htmlText(question)}</p>${
        solution === undefined ? '' : `<p>Right: <code>${htmlText(solution)}</code></p>`
      }</section>`,
  );
  return htmlPage(
    title,
    [
      `<h1>${htmlText(sentenceText(title))}</h1>`,
      `<p class="lead">${htmlText(sentenceText(lead))}</p>`,
      items(right),
      ...each,
      items(notes),
    ].join('\n'),
  );
}
