import { label, type PictureNode } from '../element.ts';
import { roundedBox } from './parts.ts';
import type { Head } from './places.ts';
import type { Drawing } from './scene.ts';
import { layerHead, slotsHead } from './sizes.ts';

const kinds: Readonly<Record<Head['kind'], string>> = { inputs: 'in', slots: 'w', units: 'fw', error: 'er' };

/** The headings of the columns. */
export const heads = ({ topology, layout }: Drawing): readonly PictureNode[] =>
  layout.heads.flatMap((head) => {
    const { kind, layer, x, y, width, height } = head;
    const texts = {
      inputs: 'Inputs',
      slots: slotsHead(topology, layer),
      units: layerHead(topology, layer, layout.dense),
      error: 'Error',
    };
    return [
      roundedBox(`head ${kinds[kind]}-tint`, head, 4),
      label(`head-text ${kinds[kind]}-text`, x + width / 2, y + height / 2 + 4, texts[kind], {
        'text-anchor': 'middle',
      }),
    ];
  });
