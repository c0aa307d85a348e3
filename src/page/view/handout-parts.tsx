import type { Step } from '../../model/step.ts';
import { gradientOf, reactionOf } from '../../picture/network/sizes.ts';
import { trainedOf } from '../../quantities/topology.ts';
import { iteration, lesson, network, pass, run } from '../state.ts';
import { symbolLines } from '../step-lines.ts';
import { Maths } from './Maths.tsx';
import { rateText } from './rate-text.ts';

/** The head of a printed page. */
export function SheetHead({ title, named }: { readonly title: string; readonly named: boolean }) {
  const { topology } = lesson.value;
  const sizes = [topology.inputs.length, ...topology.layers.map(({ units }) => units.length)].join('-');
  const sample = pass.value.sample;
  return (
    <header>
      <h1>{title}</h1>
      <p>
        {network.value.title} · {run.value.name === undefined ? '' : `${run.value.name} · `}
        {sizes} · iteration {iteration.value} · {topology.givenRate} = {rateText(run.value.learningRate)}
        {sample === undefined ? '' : ` · sample ${sample}`}
        {named && <span class="name-line">Name</span>}
      </p>
    </header>
  );
}

/** Its foot. */
export const SheetFoot = ({ part }: { readonly part: string }) => (
  <footer>
    <span>backprop-workbook</span>
    <span>{part}</span>
  </footer>
);

/** Names of the gradients of what is trained, which stand in a table of their own. */
export function gradients(): ReadonlySet<string> {
  const names = trainedOf(lesson.value.topology).map(({ name }) => name);
  return new Set(names.flatMap((name) => [gradientOf(name), reactionOf(pass.value, name)]));
}

/** A step in symbols, in pieces between which a line may end. */
export function Pieces({ of }: { readonly of: Step }) {
  const { head, lines } = symbolLines(of);
  return (
    <>
      {[head, ...lines].map((piece) => (
        <>
          <Maths of={piece} />{' '}
        </>
      ))}
    </>
  );
}
