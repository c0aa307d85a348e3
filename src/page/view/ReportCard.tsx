import type { Report } from '../../check/finding.ts';
import { findings, notes, summary, tables } from '../../check/report/text.ts';
import { CopyButton } from './CopyButton.tsx';

/** A workbook that was dropped; without a report while it is being judged. */
export interface DroppedWorkbook {
  readonly id: number;
  readonly name: string;
  readonly report: Report | undefined;
}

/** The verdict in a mark and a few words, and the role whose colours it has. */
export function verdictOf({ verdict, findings: found }: Report): readonly [text: string, kind: string] {
  const mistakes = found.filter(({ mistake }) => mistake).length;
  switch (verdict) {
    case 'right':
      return ['✓ all right', 'good'];
    case 'wrong':
      return [`✗ ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'}`, 'bad'];
    case 'partly':
      return ['? partly judged', 'unsure'];
    case 'unjudged':
      return ['? not judged', 'unsure'];
    case 'own':
      return ['· unchanged', 'unsure'];
  }
}

/** The whole report on a workbook, in the words of the command line. */
export function ReportCard({ of: { id, name }, report }: { readonly of: DroppedWorkbook; readonly report: Report }) {
  const [text, kind] = verdictOf(report);
  let mistakes = 0;
  return (
    <article id={`report-${id}`} class={`panel report ${kind}`}>
      <h3 tabIndex={-1}>
        {name} <span class={`verdict ${kind}`}>{text}</span>
      </h3>
      <p class="summary">{summary(report)}</p>
      {tables(report).map((line) => (
        <p class="table-line" key={line}>
          {line}
        </p>
      ))}
      {findings(report).map((finding) => (
        <section class="finding" key={`${finding.place} ${finding.message}`}>
          <span class={`number-mark ${finding.mark === '✗' ? 'bad' : ''}`} aria-hidden="true">
            {finding.mark === '✗' ? ++mistakes : '·'}
          </span>
          <div>
            <p>
              <strong>{finding.message}</strong> <span class="place">{finding.place}</span>
            </p>
            {finding.corrections.map(([label, formula]) => (
              <div class="correction" key={label}>
                <span>{label}</span>
                <code>{formula}</code>
                <CopyButton text={() => formula} label="Copy" what={`${label}: ${formula}`} />
              </div>
            ))}
            {finding.sentences.map((sentence) => (
              <p class="sentence" key={sentence}>
                {sentence}
              </p>
            ))}
          </div>
        </section>
      ))}
      {notes(report).map((line) => (
        <p class="table-line" key={line}>
          {line}
        </p>
      ))}
    </article>
  );
}
