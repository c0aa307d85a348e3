import { FIRST_RATE, LEARNING_RATE } from '../../quantities/topology.ts';
import { CHANGE, plain } from './letters.ts';

/** What a header may say: the name that class has for it, by the many spellings that learners have. */

const D = '[∂δd]';

const NUMBER = String.raw`\(?(\d+(?:_\d+)?)\)?`;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

const spellings: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [
    whole(
      '(?:e|err|error|loss|cost|j|σe|fehler)(?:t|tot|total|sum|all|rror|gesamt)?|(?:total|tot|overall|sum|gesamt)(?:e|err|error|loss|cost|fehler)',
    ),
    () => 'E_total',
  ],
  [whole(`(?:e|err|error|loss|fehler)(?:of)?o?${NUMBER}`), ([, k]) => `E${k}`],
  [whole(`(?:t|target|tgt|desired|truth|ytrue|ziel|soll)(?:o|out)?${NUMBER}`), ([, k]) => `t${k}`],
  [whole(`(?:i|x|in|inp|input|eingang|eingabe)${NUMBER}`), ([, k]) => `i${k}`],
  [whole(`(?:w|wt|weight|gewicht)${NUMBER}`), ([, k]) => `w${k}`],
  // Weights and biases that are named by what they join: see numbering.ts, which numbers them through.
  [whole(`(v|u|wh|wo|wi|wih|who)-?${NUMBER}`), ([, letters, k]) => `${letters}${k}`],
  [whole(`w(\\d)\\(?(\\d)[,.](\\d)\\)?`), ([, layer, a, b]) => `w${layer}_${a}${b}`],
  [whole(`w\\(?(\\d)[,.](\\d)\\)?`), ([, a, b]) => `w${a}${b}`],
  [whole(`w(\\d)(\\d)\\((\\d)\\)`), ([, a, b, layer]) => `w${layer}_${a}${b}`],
  [whole(`w\\((\\d)\\)_?(\\d)(\\d)`), ([, layer, a, b]) => `w${layer}_${a}${b}`],
  [whole(`(?:b|bias)-?\\(?([ho])(${'\\d*(?:_\\d+)?'})\\)?`), ([, unit, k]) => `b_${unit}${k}`],
  [whole(`(?:b|bias)${NUMBER}`), ([, k]) => `b${k}`],
  [
    whole(
      `(?:a|out|act|activation|activated|output|ausgang|ausgabe|σ|sigma|sig|sigmoid|f|y)-?\\(?(?:of)?([ho])${NUMBER}\\)?`,
    ),
    ([, unit, k]) => `a_${unit}${k}`,
  ],
  [
    whole(`([ho])${NUMBER}-?\\(?(?:out|output|act|activation|activated|a|sig|sigmoid)\\)?`),
    ([, unit, k]) => `a_${unit}${k}`,
  ],
  [whole(`(?:out|output|ausgang|ausgabe|y|yhat|ŷ|pred|prediction)${NUMBER}`), ([, k]) => `a_o${k}`],
  [whole(`(?:net|z|in|input|sum|n|netin|netinput|s)?-?\\(?([ho])${NUMBER}\\)?`), ([, unit, k]) => `${unit}${k}`],
  [whole(`([ho])${NUMBER}-?\\(?(?:net|in|input|z|sum|netinput)\\)?`), ([, unit, k]) => `${unit}${k}`],
  [whole(`hidden${NUMBER}`), ([, k]) => `h${k}`],
];

/** Characters of the longest spelling of a value, with some to spare. */
const MOST_VALUE = 32;

/** The name of a value such as w5, a_h1 or E_total. */
function valueName(text: string): string | undefined {
  if (text.length > MOST_VALUE) return undefined;
  for (const [pattern, name] of spellings) {
    const found = pattern.exec(text);
    if (found !== null) return name(found);
  }
  return undefined;
}

/** Whether a name is that of a weight or a bias. */
export const isTrained = (name: string): boolean => /^(?:[wvu]|w[a-z]+)\d|^b(?:\d|_)/.test(name);

const IN_WORDS = whole(`(?:gradient|grad|∇|g)(?:of|for)?-?\\(?(.+?)\\)?|(.+?)-?(?:gradient|grad)|${D}(.+)`);
const OF_UNIT = whole(`(?:δ|delta|∂)-?\\(?(?:net)?([ho]${NUMBER})\\)?`);
const DIVIDE = new RegExp(`/?${D}|/`, 'gu');
const FIRST_D = new RegExp(`^${D}`, 'u');
/** Places at which a text may be divided into what stands above and below: letters such as the d of "hidden" are places too. */
const MOST_PLACES = 8;

/** ∂y/∂x in all its spellings: with and without the slash, with and without the first ∂, or as a gradient in words. */
function derivativeName(text: string): string | undefined {
  const inWords = IN_WORDS.exec(text);
  const trained = valueName(inWords?.[1] ?? inWords?.[2] ?? inWords?.[3] ?? '');
  if (trained !== undefined && isTrained(trained)) return `∂E/∂${trained}`;
  // The δ of textbooks is the derivative of the error by a net input.
  const unit = OF_UNIT.exec(text)?.[1];
  const net = unit === undefined ? undefined : valueName(unit);
  if (net !== undefined) return `∂E/∂${net}`;
  let places = 0;
  for (const found of text.matchAll(DIVIDE)) {
    if (found.index === 0) continue;
    if (++places > MOST_PLACES) return undefined;
    const below = valueName(text.slice(found.index + found[0].length).replace(/^\((.*)\)$/u, '$1'));
    if (below === undefined) continue;
    const above = text.slice(0, found.index).replace(/^\((.*)$/u, '$1');
    const of = valueName(above) ?? valueName(above.replace(FIRST_D, '').replace(/^\((.*)\)$/u, '$1'));
    if (of !== undefined) return of === 'E_total' ? `∂E/∂${below}` : `∂${of}/∂${below}`;
  }
  return undefined;
}

/** The new value of a weight, where a table has columns of its own for it. */
function newName(text: string): string | undefined {
  const found = /^(?:(?:new|next|updated?)-?(.+)|(.+?)-?\(?(?:new|next|updated?|\+|n\+1|t\+1|k\+1)\)?)$/u.exec(text);
  const name = valueName(found?.[1] ?? found?.[2] ?? '');
  return name === undefined || !isTrained(name) ? undefined : `new ${name}`;
}

/** Whether a header such as dw1 may mean the gradient or the step. */
export const isAmbiguous = (header: string): boolean => /^[d∂δ]-?[wb]\d/u.test(plain(header));

const STEP = new RegExp(
  `^(?:${CHANGE}|(?:change|delta|step|update)(?:of|in|for)?-?)(.+)$|^(.+?)-?(?:change|step)$`,
  'u',
);

/** The step of a weight, Δw = −η·∂E/∂w. */
function stepName(text: string): string | undefined {
  const found = STEP.exec(text);
  const name = valueName(found?.[1] ?? found?.[2] ?? '');
  return name === undefined || !isTrained(name) ? undefined : `Δ${name}`;
}

/** A derivative with a minus before it. */
function negativeName(text: string): string | undefined {
  const name = text.startsWith('-') ? derivativeName(text.slice(1).replace(/^\((.*)\)$/u, '$1')) : undefined;
  return name === undefined ? undefined : `−${name}`;
}

const nameIn = (text: string): string | undefined =>
  newName(text) ?? valueName(text) ?? stepName(text) ?? negativeName(text) ?? derivativeName(text);

/**
 * The name in class of what a header says: `w5`, `a_h1`, `∂E/∂w1`, `E_total`, and where a table has them `new w1`, `Δw1`, `−∂E/∂w1`;
 * undefined where it says something else. Of a header that states its formula, what stands before the first equals sign.
 */
export function nameOf(header: string): string | undefined {
  const [before = '', ...formula] = header.split(/[=≔]/u);
  const isFormula = formula.some((part) => part.trim() !== '');
  if (isFormula ? before.length > 30 : header.length > 60) return undefined;
  const stated = isFormula ? before : header;
  // w1' is the next w1.
  const primed = /^(.{1,8}?)['’′]\s*=?\s*$/u.exec(stated.trim());
  const next = primed === null ? undefined : valueName(plain(primed[1] ?? ''));
  if (next !== undefined && isTrained(next)) return `new ${next}`;
  const text = plain(stated);
  const shorter = text.replace(/\([^()]*\)$/, '');
  return nameIn(text) ?? (isFormula || shorter === text ? undefined : nameIn(shorter));
}

const RATE = String.raw`^(?:η|lr|α|alpha|eta|rate|learningrate|learnrate|lernrate|stepsize)(?:[(,-]?(?:η|lr|α|eta|alpha)\)?)?`;
const RATE_LABEL = new RegExp(`${RATE}-?$`, 'u');
const FIRST_RATE_LABEL = new RegExp(`${RATE}_?0-?$`, 'u');

/** Whether a text is a label of the learning rate, as a schedule begins with it, too. */
export const isRateLabel = (text: string): boolean => RATE_LABEL.test(plain(text)) || isFirstRate(text);

const isFirstRate = (text: string): boolean => FIRST_RATE_LABEL.test(plain(text));

/** Whether a header names the column of iterations. */
const isIterationHeader = (text: string): boolean =>
  /^(?:#|k|n|no\.?|nr\.?|step|steps|iter|iteration|iterations|iterationk|epoch|epochs|round|time|schritt|epoche)$/u.test(
    plain(text),
  );

/** The name in class of what a header of a table says, the learning rate among it; undefined for anything else, such as the iteration. */
export function headerName(header: string): string | undefined {
  if (isFirstRate(header)) return FIRST_RATE;
  return isRateLabel(header) ? LEARNING_RATE : isIterationHeader(header) ? undefined : nameOf(header);
}
