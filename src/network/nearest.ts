import { distance } from 'fastest-levenshtein';

/** The word of `words` nearest to `word`, when near enough to be a slip of the fingers. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    // A word can be no nearer than its length is: long ones are not looked at.
    .filter((candidate) => Math.abs(candidate.length - word.length) <= allowed(candidate))
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= allowed(best.candidate) ? best.candidate : undefined;
}

/** How many letters may be other ones, for a slip. */
const allowed = (candidate: string): number => Math.max(1, Math.floor(candidate.length / 3));
