import { errorShown } from '../training/cell-error.ts';
import type { CourseFacts } from './course.ts';
import { countText, numberText, percentText, placeText } from './number-words.ts';

/** What a run that has numbers to its end is found to do. */
export type CourseFinding = 'single' | 'oscillates' | 'still' | 'level' | 'falls' | 'rises';

/** An error curve with all that is said of it. */
export interface CurveReading {
  /** The name of the error. */
  readonly error: string;
  readonly facts: CourseFacts;
  /** What the sheet Start says of it, and what that is; undefined where it has no number in the end. */
  readonly state: string;
  readonly finding: CourseFinding | undefined;
  readonly threshold: number;
  /** The iteration before the last tenth of the run, and the first of its second half. */
  readonly tail: number;
  readonly half: number;
  /** Whether there are several batches, so that the first errors are means of fewer of them. */
  readonly inBatches: boolean;
  /** Its place by the last error, counted from 1, of how many, and how many others have no number; undefined where others share it. */
  readonly place: { readonly place: number; readonly of: number; readonly diverged: number } | undefined;
  /** What all are called: learning rates, or runs. */
  readonly called: string;
}

/** What an error curve shows, in a paragraph. Nothing in it is a guess: each sentence says what was counted. */
export function courseText(reading: CurveReading): string {
  const { facts, finding } = reading;
  if (facts.divergedAt === 1) return noNumbers(reading);
  if (finding === 'single') return `${single(reading)} ${belowThreshold(reading)}`;
  const sentences =
    facts.divergedAt !== undefined
      ? [divergence(reading), steps(reading), extremes(reading), belowThreshold(reading)]
      : [ends(reading), speed(reading), steps(reading), found(reading), extremes(reading), belowThreshold(reading)];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const noNumbers = ({ error, facts, state }: CurveReading): string =>
  `There is no curve: already in iteration 1 the cell of ${error} shows ${errorShown(facts.at(1)) ?? ''}. The sheet \`Start\` says of this run: ${state}.`;

const single = ({ error, facts }: CurveReading): string =>
  `There is one iteration only, with ${error} = ${numberText(facts.first)}: a point, and no curve yet.`;

function divergence({ error, facts, state }: CurveReading): string {
  const at = facts.divergedAt ?? facts.iterations;
  const begins = `${error} begins at ${numberText(facts.first)}`;
  const before = at === 2 ? '' : `, is ${numberText(facts.last)} in iteration ${countText(at - 1)}`;
  return `${begins}${before}, and is no number from iteration ${countText(at)} on: the cells show ${errorShown(facts.at(at)) ?? ''}. The sheet \`Start\` says of this run: ${state}.`;
}

/** Whether two numbers read the same. */
const readsSame = (a: number, b: number): boolean => numberText(a) === numberText(b);

function ends({ error, facts, place, called }: CurveReading): string {
  const { first, last, iterations } = facts;
  const end = countText(iterations);
  const rank = place === undefined ? '' : ` ${rankText(place, called)}`;
  if (readsSame(first, last))
    return `${error} is ${numberText(first)} in iteration 1 and, in the digits shown, the same in iteration ${end}.${rank}`;
  return `${error} goes ${last < first ? 'down' : 'up'} from ${numberText(first)} in iteration 1 to ${numberText(last)} in iteration ${end}${share(last / first)}.${rank}`;
}

const rankText = ({ place, of, diverged }: NonNullable<CurveReading['place']>, called: string): string =>
  `That is the ${placeText(place, of)} last error ${diverged === 0 ? `of all ${called}` : `of the ${of} ${called} that have a number there`}.`;

function share(ratio: number): string {
  if (!Number.isFinite(ratio) || ratio < 0) return '';
  return ratio < 10 ? `, ${percentText(ratio)} of what it was` : `, ${numberText(ratio)} times what it was`;
}

/** How fast a curve falls. */
function speed({ facts, inBatches }: CurveReading): string {
  const { first, last, iterations, at, reached } = facts;
  const [half, most] = [reached(0.5), reached(0.9)];
  if (iterations < 3 || half === undefined || most === undefined || readsSame(first, last)) return '';
  const [a, b] = [half, most].map(countText);
  const times =
    half === most
      ? `It first reaches half of that way, and nine tenths of it, at iteration ${a}.`
      : `It first reaches half of that way at iteration ${a}, and nine tenths of it at iteration ${b}.`;
  return inBatches ? times : `The first update takes it to ${numberText(at(2))}. ${times}`;
}

function steps({ facts }: CurveReading): string {
  const { rises, falls, turns, divergedAt, iterations } = facts;
  const count = (divergedAt === undefined ? iterations : divergedAt - 1) - 1;
  if (count < 2) return '';
  const every = divergedAt === undefined ? 'Every step' : 'Every step before';
  if (falls === count) return `${every} makes it smaller.`;
  if (rises === count) return `${every} makes it larger.`;
  if (rises + falls === 0) return 'No step changes it by more than a billionth.';
  const rest = count - rises - falls;
  const same =
    rest === 0 ? '' : `, ${countText(rest)} ${rest === 1 ? 'changes' : 'change'} it by no more than a billionth`;
  const turned = turns === 0 ? '' : `; it changes direction ${turns === 1 ? 'once' : `${countText(turns)} times`}`;
  return `Of its ${countText(count)} steps, ${countText(falls)} ${falls === 1 ? 'makes' : 'make'} it smaller and ${countText(rises)} larger${same}${turned}.`;
}

/** What the sheet Start finds, with the numbers that say so. */
function found({ facts, finding, tail, half }: CurveReading): string {
  const { last, iterations, at, rangeFrom } = facts;
  const lately = `From iteration ${countText(tail)} to iteration ${countText(iterations)}`;
  const change = percentText(Math.abs(last - at(tail)) / Math.abs(at(tail)));
  switch (finding) {
    case 'oscillates': {
      const [least, most] = rangeFrom(half).map(numberText);
      return `In the second half of the run, from iteration ${countText(half)} to ${countText(iterations)}, it goes up and down between ${least} and ${most}.`;
    }
    case 'still':
      return 'From the first iteration to the last it changes by no more than 0.1 %: it hardly moves.';
    case 'level':
      return `${lately} it changes by no more than 1 %, at no more than half of its average pace: it has levelled off.`;
    case 'falls':
      return `${lately} it still falls, by ${change}.`;
    case 'rises':
      return at(tail) === 0 ? `${lately} it rises.` : `${lately} it rises, by ${change}.`;
    default:
      return '';
  }
}

/** The smallest and the largest error, where they are not at the ends. */
function extremes({ facts: { smallest, largest, first, last } }: CurveReading): string {
  const isEnd = (value: number): boolean => readsSame(value, first) || readsSame(value, last);
  const told = [
    { name: 'smallest', ...smallest },
    { name: 'largest', ...largest },
  ].filter(({ value }) => !isEnd(value));
  return told
    .map(
      ({ name, value, iteration }) =>
        `Its ${name} value is ${numberText(value)}, at iteration ${countText(iteration)}.`,
    )
    .join(' ');
}

function belowThreshold({ facts: { below, backAbove, iterations }, threshold }: CurveReading): string {
  const bound = `the threshold ${numberText(threshold)}`;
  if (below === undefined) return `It is ${iterations === 1 ? 'not' : 'never'} below ${bound}.`;
  const after =
    backAbove === 0 ? '' : `; in ${countText(backAbove)} later iteration${backAbove === 1 ? '' : 's'} it is not`;
  return `It is below ${bound} at iteration ${countText(below)} for the first time${after}.`;
}
