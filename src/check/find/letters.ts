/** Letters of other alphabets, and signs, that look like those that a header of this exercise has. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  (
    [
      ['w', 'ѡԝωɯ'],
      ['a', 'аɑ'],
      ['e', 'еєℯ'],
      ['o', 'оοօ०'],
      ['h', 'һհ'],
      ['i', 'іɩı'],
      ['t', 'τт'],
      ['b', 'ƅь'],
      ['x', 'хχ'],
      ['p', 'р'],
      ['c', 'с'],
      ['y', 'у'],
      ['η', 'ηɳƞŋո'],
      ['∂', '∂ծдðძ\u{1d6db}\u{1d715}\u{1d74f}\u{1d789}\u{1d7c3}'],
      ['-', '–—−‐‑'],
    ] as const
  ).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);

/** A capital Δ, which means a change and not a derivative; small letters would make it δ. */
export const CHANGE = '△';

/**
 * The letters and digits of a header that matter: no blanks, no case, subscripts as digits, letters that look alike as one; of the
 * underscores those between digits.
 */
export function plain(header: string): string {
  const small = header.normalize('NFKC').replace(/\s+/g, '').replace(/[Δ∆]/g, CHANGE).toLowerCase();
  return [...small]
    .map((letter) => LOOKALIKES.get(letter) ?? letter)
    .join('')
    .replace(/[{}[\]|\\"'`´:=$^*]+/g, '')
    .replace(/(\d)_(?=\d)/g, '$1\u0001')
    .replace(/_/g, '')
    .replaceAll('\u0001', '_');
}
