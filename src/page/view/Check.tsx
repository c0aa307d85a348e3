import { signal } from '@preact/signals';
import type { Report } from '../../check/finding.ts';
import { unjudged } from '../../check/finding.ts';
import { findings } from '../../check/report/text.ts';
import { network } from '../state.ts';
import { checkWords } from '../words.ts';
import type { Task } from '../work/messages.ts';
import { Stopped } from '../work/work.ts';
import { workshop } from '../workshop.ts';
import { jumpTo } from './jump.ts';
import { type DroppedWorkbook, ReportCard, verdictOf } from './ReportCard.tsx';

const judged = signal<readonly DroppedWorkbook[]>([]);
/** Whether workbooks are judged by the network of the page, and not as their headers tell. */
const byOwn = signal(false);
/** The learning rate of all tables, as it is typed. */
const rateText = signal('');
const over = signal(false);
let last = 0;

/** Judges workbooks one after the other, each shown as soon as it is done. */
async function judge(files: Iterable<File>): Promise<void> {
  const given = [...files].map((file) => ({ id: ++last, file }));
  judged.value = [...judged.value, ...given.map(({ id, file }) => ({ id, name: file.name, report: undefined }))];
  const how = { network: byOwn.value ? network.value : undefined, learningRate: givenRate() };
  for (const { id, file } of given) {
    const report = await reportOn(file, how);
    judged.value = judged.value.map((each) => (each.id === id ? { ...each, report } : each));
  }
}

/** The learning rate that was typed, where it is one. */
function givenRate(): number | undefined {
  const rate = Number(rateText.value.trim() === '' ? Number.NaN : rateText.value);
  return rate > 0 && Number.isFinite(rate) ? rate : undefined;
}

async function reportOn(file: File, how: Pick<Task & { kind: 'check' }, 'network' | 'learningRate'>): Promise<Report> {
  try {
    const outcome = await workshop.do({ kind: 'check', file, ...how });
    return outcome.kind === 'report' ? outcome.report : unjudged('No report came back.');
  } catch (error) {
    return unjudged(
      error instanceof Stopped ? 'It was stopped.' : `The file cannot be read: ${(error as Error).message}`,
    );
  }
}

/** Learners' workbooks, judged on this machine. */
export function Check() {
  return (
    <section id="check" class="part">
      <div class="part-head">
        <h2 tabIndex={-1}>Check workbooks</h2>
        <p>
          A workbook made by hand is recalculated cell by cell; each mistake is named, with the formula that is right.
        </p>
      </div>
      <div class="check-top">
        <Drop />
        {judged.value.length > 0 && <Overview />}
      </div>
      <section aria-label="Report" class="reports" aria-live="polite">
        {judged.value.map(
          (each) => each.report !== undefined && <ReportCard key={each.id} of={each} report={each.report} />,
        )}
      </section>
    </section>
  );
}

function Drop() {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file input in it does the same
    <div
      class={`drop ${over.value ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        void judge(event.dataTransfer?.files ?? []);
      }}
    >
      <p>
        <strong>Drop workbooks here</strong>
      </p>
      <p class="hint">.xlsx, .xlsm or .ods, as many as you like. They stay on this machine.</p>
      <label class="file-button framed">
        <input
          type="file"
          multiple
          accept=".xlsx,.xlsm,.ods"
          aria-label="Check workbooks"
          onChange={({ currentTarget }) => {
            void judge(currentTarget.files ?? []);
            currentTarget.value = '';
          }}
        />
        <span aria-hidden="true">Choose files</span>
      </label>
      <label class="check-field">
        <input
          type="checkbox"
          checked={byOwn.value}
          onChange={({ currentTarget }) => {
            byOwn.value = currentTarget.checked;
          }}
        />
        <span>{checkWords.byOwn}</span>
      </label>
      <label class="check-field">
        <span>{checkWords.rate}</span>
        <input
          type="text"
          inputMode="decimal"
          size={6}
          placeholder="as told"
          aria-invalid={rateText.value.trim() !== '' && givenRate() === undefined}
          value={rateText.value}
          onInput={({ currentTarget }) => {
            rateText.value = currentTarget.value;
          }}
        />
      </label>
    </div>
  );
}

/** A line for each workbook. */
function Overview() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page, the keyboard has to move it
    <section class="table-frame" tabIndex={0} aria-label="Verdicts">
      <table>
        <thead>
          <tr>
            {['Workbook', 'Verdict', 'Network', 'η', 'Rows', 'Cells judged', 'First finding'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {judged.value.map((each) => (
            <Line key={each.id} of={each} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ of: { id, name, report } }: { readonly of: DroppedWorkbook }) {
  if (report === undefined)
    return (
      <tr>
        <td>{name}</td>
        <td colSpan={6}>judging …</td>
      </tr>
    );
  const [text, kind] = verdictOf(report);
  const rates = new Set(
    report.tables.flatMap(({ learningRate }) => (learningRate === null ? [] : [learningRate.value])),
  );
  const layers = [...new Set(report.tables.map((table) => table.layers.join('-')))];
  return (
    <tr>
      <td>
        <button type="button" class="link" onClick={() => jumpTo(`report-${id}`)}>
          {name}
        </button>
      </td>
      <td>
        <span class={`verdict ${kind}`}>{text}</span>
      </td>
      <td>{layers.join(', ')}</td>
      <td class="number">{rates.size > 1 ? `${rates.size} rates` : [...rates].join('')}</td>
      <td class="number">{Math.max(0, ...report.tables.map(({ iterations }) => iterations)) || ''}</td>
      <td class="number">
        {report.tables.reduce((sum, { judgedCells }) => sum + judgedCells, 0).toLocaleString('en')}
      </td>
      <td class="message">{findings(report)[0]?.message ?? report.reason ?? '–'}</td>
    </tr>
  );
}
