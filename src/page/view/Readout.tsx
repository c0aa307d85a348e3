import { newName } from '../../model/step.ts';
import { gradientOf } from '../../picture/network/sizes.ts';
import { plainNames } from '../../quantities/view.ts';
import { shownNumber } from '../number.ts';
import { pointedPart } from '../pointing.ts';
import { lesson, pass, playing, pointed, reading, readShown, stage } from '../state.ts';
import { pageWords } from '../words.ts';
import { showStep } from './show-step.ts';

/** What is pointed at, in words and numbers; always of the same height. */
export function Readout() {
  const name = pointed.value?.name;
  const part = pointedPart.value;
  return (
    <div class="readout" aria-live={playing.value ? 'off' : 'polite'}>
      {name === undefined ? (
        <p class="hint">{pageWords.readoutHint}</p>
      ) : part === undefined ? (
        <Single name={name} />
      ) : (
        <Trained name={name} />
      )}
    </div>
  );
}

const shown = (value: number | undefined): string => (value === undefined ? '· · · ·' : shownNumber(value));

function Single({ name }: { readonly name: string }) {
  const column = lesson.value.columns.find((each) => each.name === name);
  return (
    <>
      <p class="hint">{column?.meaning ?? ''}</p>
      <Cell label={plain(name)} kind={column?.role ?? 'forward'} text={shown(readShown.value(name))} />
    </>
  );
}

const plain = (name: string): string => {
  const names = plainNames(lesson.value.topology, pass.value);
  return names.get(name) ?? name;
};

/** A weight or bias: what it does, its number, its gradient and its next number. */
function Trained({ name }: { readonly name: string }) {
  const part = pointedPart.value;
  const samples = lesson.value.topology.passes.length;
  const trained = part?.kind !== 'bias' || part.bias.trained;
  return (
    <>
      <p class="hint">
        <strong>{name}</strong>
        {part?.kind === 'weight'
          ? pageWords.carries(plain(part.weight.from), plain(part.netInput))
          : pageWords.shifts((part?.bias.units ?? []).map(plain))}
        {trained && (
          <button type="button" class="link" onClick={() => showStep(gradientOf(name))}>
            {pageWords.itsSteps}
          </button>
        )}
      </p>
      <Cell label={name} kind="weight" text={shown(readShown.value(name))} />
      {trained && (
        <>
          <Cell
            label={`∂E/∂${name}${samples > 1 ? pageWords.meanOf(samples) : ''}`}
            kind="factor"
            text={shown(readShown.value(gradientOf(name)))}
          />
          <Cell
            label={newName(name)}
            kind="gradient"
            text={stage.value === 'update' ? shownNumber(reading.value.after(name)) : '· · · ·'}
          />
        </>
      )}
    </>
  );
}

function Cell({ label, kind, text }: { readonly label: string; readonly kind: string; readonly text: string }) {
  return (
    <p class="cell">
      <span class={`name ${kind}`}>{label}</span>
      <span class="value">{text}</span>
    </p>
  );
}
