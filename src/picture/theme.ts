import { darkPalette, lightPalette, type Palette } from './palette.ts';

/** The ground that a picture stands on, and how colours are shown there. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly palette: Palette;
  /** A colour of a workbook, RRGGBB, as it is written in the picture. */
  readonly shown: (color: string) => string;
}

/** The themes of pictures with fixed colours: a page shows the one that suits it. */
export const themes: readonly Theme[] = [
  { name: 'light', palette: lightPalette, shown: (color) => `#${color}` },
  { name: 'dark', palette: darkPalette, shown: (color) => `#${onDark(color)}` },
];

/** Lightness, and two axes of colour (Ottosson, "A perceptual color space for image processing", 2020). */
type Oklab = readonly [lightness: number, a: number, b: number];

/** What white and black become. */
const DARKEST = 0.245;
const LIGHTEST = 0.96;

/** How much bluer dark grounds are than grey. */
const TINT = 0.034;

/** Colours of so little chroma are grounds and greys; those of more are signals, which have to stand out from a dark ground too. */
const GREY = 0.065;
const SIGNAL = 0.1;

/** The lightness of a signal that was white, and of one that was black. */
const DARKEST_SIGNAL = 0.6;
const LIGHTEST_SIGNAL = 0.95;

/** The colour of the same hue that stands to a dark ground as this one stands to white. */
function onDark(color: string): string {
  const [lightness, a, b] = oklabOf(color);
  // More than in proportion, so that greys in the middle stay readable.
  const grey = LIGHTEST - (LIGHTEST - DARKEST) * lightness ** 1.5;
  const signal = LIGHTEST_SIGNAL - (LIGHTEST_SIGNAL - DARKEST_SIGNAL) * lightness;
  const share = Math.min(1, Math.max(0, (Math.hypot(a, b) - GREY) / (SIGNAL - GREY)));
  const turned = grey + (Math.max(grey, signal) - grey) * share;
  return textOf([turned, a, b - TINT * (1 - turned)]);
}

function oklabOf(color: string): Oklab {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16)));
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function textOf([lightness, a, b]: Oklab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
    .map((channel) => encoded(channel).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** sRGB's curve, and back (IEC 61966-2-1). */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function encoded(channel: number): number {
  const share = Math.min(1, Math.max(0, channel));
  return Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055));
}
