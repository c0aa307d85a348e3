import { formulaOf } from '../../model/column.ts';
import type { Step } from '../../model/step.ts';
import { shownNumber } from '../number.ts';
import { lesson, reading, steps } from '../state.ts';
import { numbersLine } from '../step-lines.ts';
import { gradients, Pieces, SheetFoot, SheetHead } from './handout-parts.tsx';
import { Maths } from './Maths.tsx';
import { stageRole } from './RunBar.tsx';

/** Every step in symbols, with the numbers put in, and its result. */
export function StepsSheet() {
  const { before, after } = reading.value;
  const tabled = gradients();
  const formulas = new Map(lesson.value.columns.map((column) => [column.name, formulaOf(column)]));
  // With all factors of the chain a gradient is wider than a column of the page.
  const short = (step: Step): Step =>
    tabled.has(step.name) ? { ...step, formula: formulas.get(step.column) ?? step.formula, aliases: new Map() } : step;
  return (
    <article class="sheet steps-sheet">
      <SheetHead title="One iteration: every step" named={false} />
      <div class="flow">
        {steps.value.map((each, k) => (
          <section key={each.stage} class={stageRole[each.stage]}>
            <h2>
              {k + 1} {each.title}
            </h2>
            {each.steps.map(short).map((step) => {
              const numbers = numbersLine(step, before);
              const result = shownNumber((step.later === 0 ? before : after)(step.column));
              return (
                <div class="printed-step" key={step.name}>
                  <Pieces of={step} />
                  <div>
                    {numbers !== undefined && <Maths of={numbers} />} = <strong>{result}</strong>
                  </div>
                </div>
              );
            })}
          </section>
        ))}
      </div>
      <SheetFoot part="steps" />
    </article>
  );
}
