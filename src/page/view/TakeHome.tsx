import { signal } from '@preact/signals';
import { type Blank, blankChoices } from '../../model/asked.ts';
import { explain } from '../../pipeline/explain.ts';
import { fileName } from '../files.ts';
import { iteration, network, run } from '../state.ts';
import { pageWords } from '../words.ts';
import { CopyButton } from './CopyButton.tsx';
import { Maker, MakerFault, make } from './Maker.tsx';

/** All there is to take along. */
export function TakeHome() {
  return (
    <section id="take" class="part">
      <div class="part-head">
        <h2 tabIndex={-1}>Take home</h2>
        <p>{pageWords.sent}</p>
      </div>
      <div class="cards">
        <Workbook />
        <Exercise />
        <Explanation />
        <HandoutCard />
      </div>
    </section>
  );
}

function Workbook() {
  const what = 'workbook';
  return (
    <div class="panel card">
      <h3>Workbook</h3>
      <p>Every number a formula: a sheet for each learning rate, the steps, charts and a gradient check.</p>
      <div class="actions">
        <Maker
          what={what}
          primary
          label="Download workbook"
          onClick={() =>
            void make(what, { kind: 'workbook', network: network.value }, fileName(network.value.title, 'xlsx'))
          }
        />
      </div>
      <MakerFault of={what} />
    </div>
  );
}

/** What each choice of an exercise leaves to the learner. */
const blankWords: Readonly<Record<Blank, string>> = {
  forward: 'forward pass and errors',
  'output-gradients': 'output gradients',
  'hidden-gradients': 'hidden gradients',
  updates: 'updates',
  all: 'everything',
};

const blank = signal<Blank>('hidden-gradients');
const answers = signal(false);

function Exercise() {
  const what = 'exercise';
  return (
    <div class="panel card">
      <h3>Exercise</h3>
      <p>The same workbook with blanks. It judges what is filled in and gives hints.</p>
      <div class="actions">
        <select
          aria-label="Left to the learner"
          value={blank.value}
          onChange={({ currentTarget }) => {
            blank.value = blankChoices.find((each) => each === currentTarget.value) ?? 'all';
          }}
        >
          {blankChoices.map((each) => (
            <option key={each} value={each}>
              {blankWords[each]}
            </option>
          ))}
        </select>
        <Maker
          what={what}
          label="Download exercise"
          onClick={() =>
            void make(
              what,
              { kind: 'exercise', network: network.value, blank: blank.value, answers: answers.value },
              fileName(`${network.value.title} ${answers.value ? 'answers' : 'exercise'}`, 'xlsx'),
            )
          }
        />
      </div>
      <label class="check-field">
        <input
          type="checkbox"
          checked={answers.value}
          onChange={({ currentTarget }) => {
            answers.value = currentTarget.checked;
          }}
        />
        <span>the teacher’s copy, with the answers</span>
      </label>
      <MakerFault of={what} />
    </div>
  );
}

function Explanation() {
  const now = iteration.value;
  return (
    <div class="panel card">
      <h3>Explanation</h3>
      <p>Iteration {now} with all its steps as Markdown with formulas, for notes or a forum.</p>
      <div class="actions">
        <CopyButton
          label="Copy explanation"
          text={() =>
            explain(network.value, { run: run.value.name, learningRate: run.value.learningRate, iteration: now })
          }
        />
      </div>
    </div>
  );
}

function HandoutCard() {
  return (
    <div class="panel card">
      <h3>Handout</h3>
      <p>Three pages in large type: one with blanks, one with the steps, one with the solution.</p>
      <div class="actions">
        <button type="button" class="framed" onClick={() => window.print()}>
          Print handout
        </button>
      </div>
    </div>
  );
}
