import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DrawingTemplates, parseTemplate } from '../xlsx/drawing/template.ts';
import type { Element } from '../xlsx/xml.ts';

/** The folder of templates, beside `src` as well as beside `dist`. */
const folder = new URL('../../templates/', import.meta.url);

const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

/** Reads the skeletons of the drawing parts. */
export function drawingTemplates(): DrawingTemplates {
  const skeleton = (name: string): Element => parseTemplate(read(`drawing/${name}.xml`));
  return {
    drawing: skeleton('drawing'),
    chartAnchor: skeleton('chart-anchor'),
    shape: skeleton('shape'),
    connector: skeleton('connector'),
    lineChart: skeleton('line-chart'),
    legend: skeleton('legend'),
    series: skeleton('series'),
    marker: skeleton('marker'),
  };
}

/** In what order the ready-made networks are best met. */
const teachingOrder: readonly string[] = [
  'class',
  'era',
  'eva6',
  'mazur',
  'mazur-trained',
  'deep',
  'overshoot',
  'xor',
  'xor-in-turn',
  'three-classes',
];

/** The names of the ready-made networks: the class network first, those without a place in the order last. */
export function networkNames(): readonly string[] {
  const names = readdirSync(fileURLToPath(new URL('networks/', folder)))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));
  const others = names.filter((name) => !teachingOrder.includes(name)).sort();
  return [...teachingOrder.filter((name) => names.includes(name)), ...others];
}

/** The text of a ready-made network. */
export function networkTemplate(name: string): string {
  return read(`networks/${name}.json`);
}

/** The JSON Schema of network files. */
export const schemaUrl = new URL('network.schema.json', folder);

/** The version of this program. */
export function version(): string {
  const { version: number } = JSON.parse(read('../package.json')) as { readonly version: string };
  return number;
}
