/** What a header may say: the name that class has for it, by the many spellings that learners have. */

const D = '[∂δdд]';

/**
 * The letters and digits of a header that matter: no blanks, no case, subscripts as digits; of the underscores those between digits.
 */
export function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/[ηɳƞ]/g, 'η')
    .replace(/[\u2202\u{1d6db}\u{1d715}\u{1d789}\u{1d7c3}ծ]/gu, '∂')
    .replace(/[–—−‐]/g, '-')
    .replace(/[{}[\]|\\"'`´:=$^*]+/g, '')
    .replace(/(\d)_(?=\d)/g, '$1\u0001')
    .replace(/_/g, '')
    .replaceAll('\u0001', '_');
}

const NUMBER = String.raw`\(?(\d+(?:_\d+)?)\)?`;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

const spellings: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [
    whole(
      '(?:e|err|error|loss|cost|j|σe)(?:t|tot|total|sum|all|rror)?|(?:total|tot|overall|sum|gesamt)(?:e|err|error|loss|cost)',
    ),
    () => 'E_total',
  ],
  [whole(`(?:e|err|error|loss)(?:of)?o?${NUMBER}`), ([, k]) => `E${k}`],
  [whole(`(?:t|target|tgt|desired|truth|ytrue)(?:o|out)?${NUMBER}`), ([, k]) => `t${k}`],
  [whole(`(?:i|x|in|inp|input)${NUMBER}`), ([, k]) => `i${k}`],
  [whole(`(?:w|wt|weight|ω)${NUMBER}`), ([, k]) => `w${k}`],
  [whole(`(?:b|bias)${NUMBER}`), ([, k]) => `b${k}`],
  [
    whole(`(?:a|out|act|activation|activated|output|σ|sigma|sig|sigmoid|f|y)-?\\(?(?:of)?([ho])${NUMBER}\\)?`),
    ([, unit, k]) => `a_${unit}${k}`,
  ],
  [
    whole(`([ho])${NUMBER}-?\\(?(?:out|output|act|activation|activated|a|sig|sigmoid)\\)?`),
    ([, unit, k]) => `a_${unit}${k}`,
  ],
  [whole(`(?:out|output|y|yhat|ŷ|pred|prediction)${NUMBER}`), ([, k]) => `a_o${k}`],
  [whole(`(?:net|z|in|input|sum|n|netin|netinput|s)?-?\\(?([ho])${NUMBER}\\)?`), ([, unit, k]) => `${unit}${k}`],
  [whole(`([ho])${NUMBER}-?\\(?(?:net|in|input|z|sum|netinput)\\)?`), ([, unit, k]) => `${unit}${k}`],
  [whole(`hidden${NUMBER}`), ([, k]) => `h${k}`],
];

/** The name of a value such as w5, a_h1 or E_total. */
function valueName(text: string): string | undefined {
  for (const [pattern, name] of spellings) {
    const found = pattern.exec(text);
    if (found !== null) return name(found);
  }
  return undefined;
}

/** ∂y/∂x in all its spellings: with and without the slash, with and without the first ∂, or as a gradient in words. */
function derivativeName(text: string): string | undefined {
  const inWords = whole(
    `(?:gradient|grad|∇|g)(?:of|for)?-?\\(?(.+?)\\)?|${D}?(w\\d+)-?(?:gradient|grad)|${D}([wb]\\d+)`,
  ).exec(text);
  const named = valueName(inWords?.[1] ?? inWords?.[2] ?? inWords?.[3] ?? '');
  if (named !== undefined && /^[wb]\d/.test(named)) return `∂E/∂${named}`;
  const divide = new RegExp(`/?${D}|/`, 'gu');
  for (const found of text.matchAll(divide)) {
    if (found.index === 0) continue;
    const above = text.slice(0, found.index).replace(/^\((.*)$/u, '$1');
    const below = valueName(text.slice(found.index + found[0].length).replace(/^\((.*)\)$/u, '$1'));
    const of = valueName(above) ?? valueName(above.replace(new RegExp(`^${D}`, 'u'), '').replace(/^\((.*)\)$/u, '$1'));
    if (of !== undefined && below !== undefined) return of === 'E_total' ? `∂E/∂${below}` : `∂${of}/∂${below}`;
  }
  return undefined;
}

/** The new value of a weight, where a table has columns of its own for it. */
function newName(text: string): string | undefined {
  const found = /^(?:(?:new|next|updated?)-?([wb]\d+)|([wb]\d+)-?\(?(?:new|next|updated?|\+)\)?)$/u.exec(text);
  const name = valueName(found?.[1] ?? found?.[2] ?? '');
  return name === undefined ? undefined : `new ${name}`;
}

/** The name in class of what a header says: `w5`, `a_h1`, `∂E/∂w1`, `E_total`; undefined where it says something else. */
export function nameOf(header: string): string | undefined {
  if (header.length > 60) return undefined;
  const text = plain(header);
  const shorter = text.replace(/\([^()]*\)$/, '');
  return (
    newName(text) ??
    valueName(text) ??
    derivativeName(text) ??
    (shorter === text ? undefined : (valueName(shorter) ?? derivativeName(shorter)))
  );
}

/** Whether a text is a label of the learning rate. */
export const isRateLabel = (text: string): boolean =>
  /^(?:η|lr|α|alpha|eta|rate|learningrate|learnrate|lernrate|stepsize)(?:[(,-]?(?:η|lr|α|eta|alpha)\)?)?-?$/u.test(
    plain(text),
  );

/** Whether a header names the column of iterations. */
export const isIterationHeader = (text: string): boolean =>
  /^(?:#|k|n|no\.?|nr\.?|step|steps|iter|iteration|iterations|iterationk|epoch|epochs|round|time)$/u.test(plain(text));
