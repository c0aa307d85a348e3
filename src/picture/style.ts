import type { ColorName, Palette } from './palette.ts';

/** How a colour is written in a style. */
export type Color = (name: ColorName) => string;

/** Fixed colours, for pictures that stand alone. */
export const fixedColors =
  (palette: Palette): Color =>
  (name) =>
    `#${palette[name]}`;

const roles = ['in', 'w', 'fw', 'er', 'bk', 'up'] as const;

/** The style of all pictures, with colours as they are written where it is used. */
export function pictureStyle(color: Color): string {
  const c = (name: ColorName): string => color(name);
  return [
    `svg text{font-variant-numeric:tabular-nums;fill:${c('text')}}`,
    '.network text{font-size:12px}',
    ...roles.flatMap((role) => [
      `.${role}-tint{fill:${c(`${role}Tint`)}}`,
      `.${role}-wash{fill:${c(`${role}Wash`)}}`,
      `.network .${role}-text,.network .${role}-name{fill:${c(role)}}`,
    ]),
    '.network .head-text{font-weight:650}',
    `.network .input{fill:${c('panel')};stroke:${c('in')};stroke-width:1.5}`,
    '.network .strong,.network .activation,.network .w-name,.network .fw-name,.network .er-name{font-weight:650}',
    '.network .activation,.network .fw-name{font-size:13px}',
    `.network .net-name,.network .er-target{fill:${c('muted')}}`,
    `.network .bk-name,.network .gradient-name{font-size:11px;fill:${c('bk')}}`,
    `.network .gradient{font-size:11px;fill:${c('bk')};font-weight:650}`,
    `.network .not-yet{fill:${c('muted')};font-weight:400}`,
    `.network .slot-box{fill:${c('wWash')};stroke:${c('wTint')}}`,
    `.network .slot.chosen .slot-box{fill:${c('lit')};stroke:${c('w')};stroke-width:1.5}`,
    '.network .slot .number{font-weight:650}',
    `.network .card-edge,.network .dense-card{fill:none;stroke:${c('fw')};stroke-width:1.75}`,
    `.network .dense-card{fill:${c('fwWash')}}`,
    `.network .divider{stroke:${c('fw')};stroke-opacity:.45}`,
    '.network .row{fill:transparent}',
    `.network .glow{fill:${c('lit')};stroke:${c('w')}}`,
    `.network .lit{fill:${c('lit')};stroke:${c('w')}}`,
    `.network .error-box{fill:${c('erWash')};stroke:${c('er')};stroke-width:1.5}`,
    `.network .total-box{fill:${c('erWash')};stroke:${c('er')};stroke-width:2.5}`,
    `.network .total-number{font-size:15px;font-weight:650;fill:${c('er')}}`,
    '.connection,.halo,.arrow,.error-line,.blank{fill:none}',
    `.connection.positive{stroke:${c('positive')}}`,
    `.connection.negative{stroke:${c('negative')};stroke-dasharray:9 3}`,
    '.connection{stroke-opacity:.5}',
    '.pointed .connection{stroke-opacity:.26}',
    '.pointed .connection.chosen{stroke-opacity:1}',
    `.halo{stroke:${c('lit')}}`,
    `.arrow{stroke:${c('muted')};stroke-width:1.25}`,
    `.arrow.chosen{stroke:${c('ink')};stroke-width:1.75}`,
    `.error-line{stroke:${c('er')};stroke-opacity:.75;stroke-width:1.25}`,
    `.positive-fill{fill:${c('positive')}}`,
    `.negative-fill{fill:${c('negative')}}`,
    `.bias-mark{fill:${c('panel')};stroke:${c('w')}}`,
    `.network .bias-one{fill:${c('w')};font-size:10px}`,
    `.blank{stroke:${c('muted')};stroke-dasharray:1.5 2}`,
    ...plotStyle(c),
  ].join('\n');
}

const dashes = ['2 4', '7 4', 'none', '9 3 2 3', '12 4', 'none'] as const;

function plotStyle(c: Color): readonly string[] {
  return [
    '.plot text{font-size:12px}',
    `.plot .tick{fill:${c('muted')}}`,
    `.plot .grid{stroke:${c('line')};fill:none}`,
    `.plot .axis{stroke:${c('edge')};fill:none}`,
    '.plot .curve{fill:none;stroke-width:1.75;stroke-linejoin:round}',
    '.plot .curve.chosen{stroke-width:3}',
    ...dashes.map((dash, k) => `.plot .rate${k}{stroke:${c(`rate${k}` as ColorName)};stroke-dasharray:${dash}}`),
    '.plot .curve.chosen,.plot .sample.chosen{stroke-dasharray:none}',
    `.plot .leader{stroke:${c('edge')};fill:none;stroke-width:1}`,
    `.plot .pill{fill:${c('soft')};stroke:${c('edge')}}`,
    '.plot .bold{font-weight:650}',
    '.plot .tiny{font-size:8px}',
    `.plot .marker-line{stroke:${c('ink')};stroke-dasharray:1.5 3;fill:none;stroke-width:1.5}`,
    `.plot .flag{fill:${c('ink')}}`,
    `.plot .flag-text{fill:${c('panel')};font-weight:650;font-size:11.5px}`,
    `.plot .marker{fill:${c('panel')};stroke-width:2.5;stroke-dasharray:none}`,
    `.plot .landscape{stroke:${c('er')};fill:none;stroke-width:2}`,
    `.plot .tangent{stroke:${c('up')};fill:none;stroke-width:2;stroke-dasharray:6 4}`,
    `.plot .now{fill:${c('ink')};stroke:${c('panel')};stroke-width:1.5}`,
    `.plot .next{fill:${c('panel')};stroke:${c('ink')};stroke-width:2}`,
    `.plot .path{stroke:${c('ink')};stroke-opacity:.35}`,
    `.plot .contour{stroke:${c('ink')};fill:none;stroke-width:1.75}`,
    `.plot .contour-halo{stroke:${c('panel')};fill:none;stroke-width:3.5;stroke-opacity:.7}`,
    `.plot .disc{fill:${c('panel')};stroke:${c('ink')};stroke-width:1.5}`,
  ];
}
