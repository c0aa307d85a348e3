/** Digits after the point that tell neighbouring numbers of an axis apart, and one more. */
const decimalsOf = (step: number): number => Math.min(9, Math.max(0, Math.ceil(-Math.log10(step)) + 1));

/** Halves go up in every program, as they would not where one of them is off by a last digit. */
const aside = (step: number): string => (0.1 ** (decimalsOf(step) + 3)).toFixed(decimalsOf(step) + 3);

/** A number at an axis, as a text: in a narrow column a number would show as ###. @param cell holds the number */
export function axisTextFormula(cell: string, step: number): string {
  const short = `ROUND(${cell}+${aside(step)},${decimalsOf(step)})`;
  return `IFERROR(IF(${short}<0,"−","")&ABS(${short}),"–")`;
}

/** The same text, made here. */
export function axisText(value: number, step: number): string {
  if (!Number.isFinite(value)) return '–';
  const short = value + Number(aside(step));
  const size = Number(Math.abs(short).toFixed(decimalsOf(step)));
  return `${short < 0 && size > 0 ? '−' : ''}${size}`;
}
