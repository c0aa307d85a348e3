import { plainNames } from '../../quantities/view.ts';
import { coordinate, type Drawn, drawn } from '../element.ts';
import { cards, inputs } from './cards.ts';
import { errors } from './errors.ts';
import { heads } from './heads.ts';
import { lines } from './lines.ts';
import type { Drawing, NetworkScene } from './scene.ts';
import { slots } from './slots.ts';

/** The picture of one pass of a network: forward numbers, and backward ones below them. */
export function networkPicture(scene: NetworkScene): Drawn {
  const { topology, layout, lit } = scene;
  const names = plainNames(topology, layout.pass);
  const drawing: Drawing = {
    ...scene,
    pass: layout.pass,
    plain: (name) => names.get(name) ?? name,
    isLit: (name) => lit?.has(name) === true,
  };
  const [width, height] = [coordinate(layout.width), coordinate(layout.height)];
  return drawn(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: scene.pointed === undefined ? 'network' : 'network pointed',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-label': scene.title,
    },
    ...heads(drawing),
    ...lines(drawing),
    ...inputs(drawing),
    ...cards(drawing),
    ...slots(drawing),
    ...errors(drawing),
  );
}
