import { gradientOf } from '../../picture/network/sizes.ts';
import { fixedText } from '../../picture/number-text.ts';
import { TOTAL_ERROR } from '../../quantities/topology.ts';
import { plainNames, viewOf } from '../../quantities/view.ts';
import { keep, trainables } from '../pointing.ts';
import { lesson, pass, pointed, readShown } from '../state.ts';

const shown = (name: string, decimals: number): string => {
  const value = readShown.value(name);
  return value === undefined ? '· · · ·' : fixedText(value, decimals);
};

/** On a phone: the errors in a strip, and the weights with their gradients in a list, which the picture has no room for. */
export function DenseNumbers() {
  const { topology } = lesson.value;
  const names = plainNames(topology, pass.value);
  const errors = viewOf(topology, pass.value).errors.map(({ name }) => name);
  return (
    <>
      <p class="error-strip">
        {errors.map((name) => (
          <span key={name}>
            {names.get(name) ?? name} {shown(name, 6)}
          </span>
        ))}
        <span>
          {topology.passes.length > 1 ? `E, mean of ${topology.passes.length}` : TOTAL_ERROR} {shown(TOTAL_ERROR, 6)}
        </span>
      </p>
      <div class="weight-list">
        {[...trainables.value].map(([name, part]) => (
          <button
            type="button"
            key={name}
            class={pointed.value?.name === name ? 'chosen' : ''}
            aria-pressed={pointed.value?.name === name}
            onClick={() => keep(name)}
          >
            <span class="name">{name}</span>
            <span>{shown(name, 4)}</span>
            <span class="name" />
            <span class="gradient">
              {part.kind === 'bias' && !part.bias.trained ? 'not trained' : `∂E ${shown(gradientOf(name), 6)}`}
            </span>
          </button>
        ))}
      </div>
    </>
  );
}
