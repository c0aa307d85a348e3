/** Turns a number into a place along an axis. */
export type Scale = (value: number) => number;

/** A scale from a range of numbers to a range of pixels. */
export const linearScale = (from: number, to: number, start: number, end: number): Scale => {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
};

/** The same by powers of ten; both ends above 0. */
export const logScale = (from: number, to: number, start: number, end: number): Scale => {
  const inner = linearScale(Math.log10(from), Math.log10(to), start, end);
  return (value) => inner(Math.log10(value));
};

/** The size of a step that people count in: 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= atLeast * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round numbers within a range, about so many. */
export function ticks(from: number, to: number, about: number): readonly number[] {
  if (!(to > from) || !Number.isFinite(to - from)) return [from];
  const step = niceStep((to - from) / about);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/** A power of ten as it is written: 10 ** -5 is a little less than 0.00001. */
export const powerOfTen = (exponent: number): number => Number(`1e${exponent}`);

/** Powers of ten within a range, at most so many. */
export function powerTicks(from: number, to: number, most: number): readonly number[] {
  const [first, last] = [Math.ceil(Math.log10(from) - 1e-9), Math.floor(Math.log10(to) + 1e-9)];
  const stride = Math.max(1, Math.ceil((last - first + 1) / most));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / stride) + 1) }, (_, k) =>
    powerOfTen(first + k * stride),
  );
}

/** The quarters of the iterations, the first and the last among them. */
export function quarterTicks(last: number): readonly number[] {
  const all = [1, ...[1, 2, 3].map((quarter) => Math.round((last * quarter) / 4)), last];
  return [...new Set(all)].filter((each) => each >= 1);
}

/** A tick as a short text. */
export function tickText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size >= 1e5 || size < 1e-3 ? value.toExponential().replace('e+', 'e') : String(value);
  return text.replaceAll('-', '−');
}
