import { computed, signal } from '@preact/signals';
import { type Frame, pictureLayout } from '../../picture/network/layout.ts';
import { networkPicture } from '../../picture/network/picture.ts';
import type { PictureLayout } from '../../picture/network/places.ts';
import { draw, measure } from '../draw.ts';
import { keep, lit, nameAt, pointAt, pointedPart, trainables } from '../pointing.ts';
import { space } from '../space.ts';
import { lesson, network, pass, pointed, readShown } from '../state.ts';
import { DenseNumbers } from './DenseNumbers.tsx';
import { Readout } from './Readout.tsx';

/** Where everything stands; the numbers do not move it. */
export const layout = computed((): PictureLayout => {
  const { phone, column, whole, scale, pictureHeight: height } = space.value;
  const { topology } = lesson.value;
  const framed = (width: number): Frame => ({ measure, width: width / scale, height: height / scale, dense: phone });
  const own = pictureLayout(topology, pass.value, framed(column));
  // A network that is wider than its column is given all there is.
  return own.width * scale > column + 1 ? pictureLayout(topology, pass.value, framed(whole)) : own;
});

/** Whether the picture needs more than its column. */
export const isWide = computed(
  () => space.value.beside && layout.value.width * space.value.scale > space.value.column + 1,
);

/** The weight that the keyboard reaches first. */
const reached = signal<string | undefined>(undefined);

const picture = computed(() => {
  const names = trainables.value;
  const first = [...names.keys()][0];
  const scene = networkPicture({
    topology: lesson.value.topology,
    layout: layout.value,
    read: readShown.value,
    pointed: pointedPart.value === undefined ? undefined : pointed.value?.name,
    lit: lit.value,
    tabStop: reached.value !== undefined && names.has(reached.value) ? reached.value : first,
    title: `The network ${network.value.title} with its numbers`,
  });
  const { scale } = space.value;
  const { width, height } = layout.value;
  return draw({ ...scene, attributes: { ...scene.attributes, width: width * scale, height: height * scale } });
});

/** Moves among the weights by the arrow keys; Enter and the space bar keep one. */
function move(event: KeyboardEvent): void {
  const name = nameAt(event);
  const names = [...trainables.value.keys()];
  const at = name === undefined ? -1 : names.indexOf(name);
  if (name === undefined || at < 0) return;
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const by = steps[event.key];
  if (by !== undefined) {
    const next = names[(at + by + names.length) % names.length];
    reached.value = next;
    if (next !== undefined)
      requestAnimationFrame(() => document.querySelector<SVGElement>(`.network [data-name="${next}"][role]`)?.focus());
  } else if (event.key === 'Enter' || event.key === ' ') keep(name);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The picture of the network, and what is pointed at in words. */
export function Diagram() {
  return (
    <section class="panel diagram" aria-label="Diagram">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is in it has names and roles of its own */}
      <div
        class="scroller"
        // Where it has nothing that the keyboard stops at, the keyboard has to be able to move it.
        {...(space.value.phone ? { role: 'group', 'aria-label': 'Network', tabIndex: 0 } : {})}
        onPointerOver={(event) => event.pointerType !== 'touch' && pointAt(nameAt(event))}
        onPointerLeave={() => pointAt(undefined)}
        onFocusCapture={(event) => {
          const name = nameAt(event);
          if (name === undefined) return;
          reached.value = name;
          pointAt(name);
        }}
        onBlurCapture={() => pointAt(undefined)}
        onClick={(event) => {
          const name = nameAt(event);
          if (name !== undefined) keep(name);
        }}
        onKeyDown={move}
      >
        {picture.value}
      </div>
      <Readout />
      {space.value.phone && <DenseNumbers />}
    </section>
  );
}
