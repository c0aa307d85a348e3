import type { StageSteps } from '../../model/stages.ts';
import { newName } from '../../model/step.ts';
import { type Frame, pictureLayout } from '../../picture/network/layout.ts';
import { networkPicture } from '../../picture/network/picture.ts';
import { gradientOf } from '../../picture/network/sizes.ts';
import { fixedText } from '../../picture/number-text.ts';
import { trainedOf } from '../../quantities/topology.ts';
import { draw, measure } from '../draw.ts';
import { lesson, pass, reading, steps } from '../state.ts';
import { StepsSheet } from './HandoutSteps.tsx';
import { gradients, Pieces, SheetFoot, SheetHead } from './handout-parts.tsx';
import { stageRole } from './RunBar.tsx';

/** The picture is drawn for a page of this width, and made as wide as the paper. */
const FRAME: Frame = { measure, width: 850, height: 332 };

/** The pages to print: one to fill in, one with the steps, one with the solution. */
export function Handout() {
  return (
    <>
      <Sheet title="One iteration: fill in the blanks" part="blanks" filled={false} />
      <StepsSheet />
      <Sheet title="One iteration: the solution" part="solution" filled />
    </>
  );
}

function Sheet({ title, part, filled }: { readonly title: string; readonly part: string; readonly filled: boolean }) {
  const { topology } = lesson.value;
  const given = new Set([
    ...topology.samples.flatMap(({ inputs, targets }) => [...inputs, ...targets].map(({ name }) => name)),
    ...[...topology.inputs, ...topology.targets, ...trainedOf(topology)].map(({ name }) => name),
    ...topology.layers.flatMap(({ biases }) => biases.map(({ name }) => name)),
  ]);
  const { before } = reading.value;
  const picture = networkPicture({
    topology,
    layout: pictureLayout(topology, pass.value, FRAME),
    read: (name) => (filled || given.has(name) ? before(name) : undefined),
    blanks: true,
    title: part,
  });
  const { width: _, height: __, ...attributes } = picture.attributes;
  const tabled = gradients();
  const columns = [
    ['forward', 'error'],
    ['backward-output', 'backward-hidden'],
  ] as const;
  return (
    <article class="sheet">
      <SheetHead title={title} named={!filled} />
      {!filled && <p>Work from 1 to 5 with six decimals. Write each result into its box and into the diagram.</p>}
      {draw({ ...picture, attributes })}
      <div class="two">
        {columns.map((stages) => (
          <div key={stages[0]}>
            {steps.value
              .filter(({ stage }) => stages.some((each) => each === stage))
              .map((each) => (
                <Boxes key={each.stage} of={each} without={tabled} filled={filled} />
              ))}
          </div>
        ))}
      </div>
      <Weights filled={filled} />
      <SheetFoot part={part} />
    </article>
  );
}

/** The steps of a stage with a box for each result. */
function Boxes({
  of,
  without,
  filled,
}: {
  readonly of: StageSteps;
  readonly without: ReadonlySet<string>;
  readonly filled: boolean;
}) {
  const { before } = reading.value;
  return (
    <section class={stageRole[of.stage]}>
      <h2>
        {steps.value.indexOf(of) + 1} {of.title}
      </h2>
      {of.steps
        .filter(({ name }) => !without.has(name))
        .map((step) => (
          <div class="box-row" key={step.name}>
            <span>
              <Pieces of={step} />
            </span>
            <span class="box">{filled ? fixedText(before(step.column), 6) : ''}</span>
          </div>
        ))}
    </section>
  );
}

/** Gradients and new weights in a table, so many in a row. */
const IN_ROW = 8;

function Weights({ filled }: { readonly filled: boolean }) {
  const names = trainedOf(lesson.value.topology).map(({ name }) => name);
  const rows = Array.from({ length: Math.ceil(names.length / IN_ROW) }, (_, k) =>
    names.slice(k * IN_ROW, (k + 1) * IN_ROW),
  );
  const { before, after } = reading.value;
  return (
    <section class="up">
      <h2>5 Weights</h2>
      {rows.map((row) => (
        <table key={row[0]} style={rows.length > 1 ? { width: `${(100 * (row.length + 1)) / (IN_ROW + 1)}%` } : {}}>
          <thead>
            <tr>
              <th />
              {row.map((name) => (
                <th key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th>gradient</th>
              {row.map((name) => (
                <td key={name}>{filled ? fixedText(before(gradientOf(name)), 6) : ''}</td>
              ))}
            </tr>
            <tr>
              <th>{newName('')}</th>
              {row.map((name) => (
                <td key={name}>{filled ? fixedText(after(name), 6) : ''}</td>
              ))}
            </tr>
          </tbody>
        </table>
      ))}
    </section>
  );
}
