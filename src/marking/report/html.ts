import { type FindingText, findings } from '../../check/report/text.ts';
import { sentenceText } from '../../check/report/words.ts';
import { partTitles } from '../mark.ts';
import type { MarkedClass, MarkedLearner } from '../marked-class.ts';
import type { Sorting } from '../sortings.ts';
import { htmlPage, htmlText } from './html-page.ts';
import { classLine, markWords, partsIn, partWords, sectionsOf, sorted, verdictWords } from './text.ts';

/** Sorts the table by the column whose heading is clicked. */
const SCRIPT = `
for (const head of document.querySelectorAll('th[data-sort]')) {
  const button = document.createElement('button');
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    const up = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const at = head.cellIndex;
    const body = head.closest('table').tBodies[0];
    const key = (row) => row.cells[at].dataset.value ?? row.cells[at].textContent;
    const order = new Intl.Collator('en', { numeric: true }).compare;
    const rows = [...body.rows].sort((a, b) => (up ? 1 : -1) * order(key(a), key(b)));
    body.append(...rows);
  });
}
`;

/** A class as a page of one file, which is read and printed without its script, and sorted by it. */
export function classHtml(marked: MarkedClass, by: Sorting = 'name'): string {
  const parts = partsIn(marked);
  const learners = sorted(marked.learners, by);
  const head = ['Learner', 'Mark', ...parts.map((part) => partTitles[part]), 'Verdict'];
  const rows = learners.map((learner) => {
    const { mark } = learner;
    const share = mark === undefined ? -1 : Math.round((1000 * mark.points) / Math.max(mark.outOf, 1e-9));
    const cells = parts.map((part) => `<td class="number">${partWords(mark, part)}</td>`);
    return `<tr><td>${htmlText(sentenceText(learner.name))}</td><td class="number" data-value="${share}">${htmlText(markWords(mark))}</td>${cells.join('')}<td>${htmlText(verdictWords(learner))}</td></tr>`;
  });
  const sections = sectionsOf(marked).map(
    ({ title, lines }) =>
      `<h2>${htmlText(title)}</h2>\n<ul>${lines.map((line) => `<li>${htmlText(line)}</li>`).join('\n')}</ul>`,
  );
  const body = [
    '<h1>A class marked</h1>',
    `<p class="lead">${htmlText(classLine(marked))}</p>`,
    '<div class="wide"><table>',
    `<thead><tr>${head.map((title) => `<th data-sort scope="col">${htmlText(title)}</th>`).join('')}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody></table></div>`,
    ...sections,
    '<h2>Each hand-in</h2>',
    ...learners.map(learnerHtml),
  ];
  return htmlPage('A class marked', body.join('\n'), SCRIPT);
}

function learnerHtml(learner: MarkedLearner): string {
  const { name, file } = learner;
  if (file === undefined) return '';
  const found = findings(file.examined.report).map(findingHtml);
  const head = `${htmlText(sentenceText(name))}: ${htmlText(markWords(learner.mark))}`;
  const about = `${htmlText(verdictWords(learner))} <span class="muted">${htmlText(sentenceText(file.path))}</span>`;
  return `<section><h3>${head}</h3>\n<p>${about}</p>\n${found.join('\n')}</section>`;
}

const findingHtml = ({ mark, place, message, corrections, sentences }: FindingText): string =>
  `<p><span class="${mark === '✗' ? 'bad' : 'muted'}">${mark} ${htmlText(place)}</span>: ${htmlText(message)}${corrections
    .map(([label, formula]) => `<br>${htmlText(label)}: <code>${htmlText(formula)}</code>`)
    .join('')}${sentences.map((sentence) => `<br>${htmlText(sentence)}`).join('')}</p>`;
