/** How wide a text is in pixels. Widths of columns rest on it, so that no font makes texts overlap. */
export type TextMeasure = (text: string, size: number, bold?: boolean) => number;

/** Widths of marks in a wide sans-serif font such as DejaVu Sans, in parts of the size. */
const narrow = /[.,:;|'iIjl· ]/;
const wide = /[mwMWE∂∑÷×−+=#@%]/;

/** A careful guess for where nothing can be measured, as in Node: no usual font is wider. */
export const carefulMeasure: TextMeasure = (text, size, bold = false) => {
  const parts = [...text].reduce((sum, mark) => sum + (narrow.test(mark) ? 0.36 : wide.test(mark) ? 0.84 : 0.64), 0);
  return Math.ceil(parts * size * (bold ? 1.08 : 1));
};
