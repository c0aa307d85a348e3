import type { Examined } from '../check/examine.ts';

/** A slip, and how many learners made it. */
export interface Slip {
  /** In a sentence, as `check` tells the first of them. */
  readonly message: string;
  readonly learners: readonly string[];
}

/** What of a message is of one workbook only: rows, cells and numbers that stand in them. */
const OWN = /\b(?:row \d+|[A-Z]{1,3}\d+|-?\d+\.\d+(?:e-?\d+)?)\b/gu;

/** The slips of a class, the commonest first. What is still empty is no slip. */
export function slipsOf(all: readonly { readonly learner: string; readonly examined: Examined }[]): readonly Slip[] {
  const slips = new Map<string, { readonly message: string; readonly learners: Set<string> }>();
  for (const { learner, examined } of all)
    for (const { mistake, kind, message } of examined.report.findings) {
      if (!mistake || kind === 'empty') continue;
      const key = message.replace(OWN, '#');
      const slip = slips.get(key) ?? { message, learners: new Set<string>() };
      slips.set(key, slip);
      slip.learners.add(learner);
    }
  return [...slips.values()]
    .map(({ message, learners }) => ({ message, learners: [...learners] }))
    .sort((a, b) => b.learners.length - a.learners.length || (a.message < b.message ? -1 : 1));
}
