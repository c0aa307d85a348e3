import { type MarkPart, markParts } from '../check/mark-parts.ts';
import type { QuantityState } from '../check/quantities.ts';
import { inputError } from '../network/input-error.ts';
import { nearest } from '../network/nearest.ts';
import { inQuotes } from '../network/path-text.ts';

/** How many quantities of a part are right. */
export interface PartMark {
  readonly part: MarkPart;
  readonly right: number;
  readonly of: number;
}

/** A mark: the quantities that are right of those that were asked for, each on every sheet that it was asked for on. */
export interface LearnerMark {
  readonly parts: readonly PartMark[];
  readonly right: number;
  readonly of: number;
  /** What that is worth, rounded to hundredths; as many as are right unless another weighting is asked for. */
  readonly points: number;
  readonly outOf: number;
}

/** What marks are worth: so many points in all, or so many for all of each part; parts that are not named count nothing. */
export type Weighting =
  | { readonly kind: 'total'; readonly points: number }
  | { readonly kind: 'parts'; readonly points: ReadonlyMap<MarkPart, number> };

/** What parts are called where people read. */
export const partTitles: Readonly<Record<MarkPart, string>> = {
  forward: 'forward',
  errors: 'errors',
  'output-gradients': 'output gradients',
  'hidden-gradients': 'hidden gradients',
  updates: 'updates',
};

/** The mark for what became of the quantities that were asked for; undefined where none was. */
export function markOf(quantities: readonly QuantityState[], weighting?: Weighting): LearnerMark | undefined {
  const parts = markParts.flatMap((part): readonly PartMark[] => {
    const own = quantities.filter((each) => each.part === part);
    return own.length === 0
      ? []
      : [{ part, right: own.filter(({ state }) => state === 'right').length, of: own.length }];
  });
  if (parts.length === 0) return undefined;
  const sum = (of: (part: PartMark) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const [right, of] = [sum((part) => part.right), sum((part) => part.of)];
  const worth = ({ part }: PartMark): number => (weighting?.kind === 'parts' ? (weighting.points.get(part) ?? 0) : 0);
  return {
    parts,
    right,
    of,
    ...(weighting === undefined
      ? { points: right, outOf: of }
      : weighting.kind === 'total'
        ? { points: hundredths((weighting.points * right) / of), outOf: weighting.points }
        : { points: hundredths(sum((part) => (worth(part) * part.right) / part.of)), outOf: hundredths(sum(worth)) }),
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/**
 * Reads a weighting: one number, or a number for each part, as in `hidden-gradients=10`.
 *
 * @throws InputError where it is none
 */
export function weightingOf(words: readonly string[]): Weighting {
  const [first = '', ...others] = words;
  if (others.length === 0 && !first.includes('=')) return { kind: 'total', points: pointsIn(first) };
  const points = new Map<MarkPart, number>();
  for (const word of words) {
    const [name = '', value = ''] = word.split(/=(.*)/s);
    const part = markParts.find((each) => each === name);
    if (part === undefined) {
      const near = nearest(name, markParts);
      throw inputError(
        `there is no part ${inQuotes(name)}${near === undefined ? '.' : `; did you mean "${near}"?`} There are: ${markParts.join(', ')}.`,
        'points',
      );
    }
    points.set(part, pointsIn(value));
  }
  if ([...points.values()].every((value) => value === 0)) throw inputError('gives no part a point.', 'points');
  return { kind: 'parts', points };
}

function pointsIn(text: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value) || value > 1e6)
    throw inputError(
      `${inQuotes(text)} is no number of points; give one, as in 20, or one for each part, as in updates=8.`,
      'points',
    );
  return value;
}

/** A mark in words: "forward 8/8, hidden gradients 2/4: 10 of 12", with what it is worth where that is another number. */
export function markText(mark: LearnerMark): string {
  const parts = mark.parts.map(({ part, right, of }) => `${partTitles[part]} ${right}/${of}`).join(', ');
  return `${parts}: ${mark.right} of ${mark.of}${worthText(mark)}`;
}

/** What a mark is worth, where that is another number than those that are right. */
export const worthText = ({ right, of, points, outOf }: LearnerMark): string =>
  points === right && outOf === of ? '' : `, ${points} of ${outOf} points`;
