import type * as z from 'zod/mini';
import { MAX_ITERATIONS } from './limits.ts';
import { nearest } from './nearest.ts';
import { inQuotes } from './path-text.ts';

/** What the validator found in a number, a text, a choice, or in what should be a list or an object: in plain words. */
export function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return `missing; give ${kindOf(issue.expected)}.`;
      const whole = issue.expected === 'int' || ('format' in issue && issue.format === 'safeint');
      return `must be ${kindOf(whole ? 'int' : issue.expected)}, not ${shown(issue.input)}.`;
    }
    case 'invalid_value':
      return issue.input === undefined
        ? `missing; give ${choice(issue.values)}.`
        : `must be ${choice(issue.values)}, not ${shown(issue.input)}${nearestTo(issue.input, issue.values)}`;
    case 'too_small':
      return issue.origin === 'string'
        ? EMPTY
        : `must be ${issue.inclusive === false ? 'greater than' : 'at least'} ${issue.minimum}, not ${shown(issue.input)}.`;
    case 'invalid_union':
      return unionText(issue);
    case 'too_big':
      if (issue.origin === 'string') return `is too long; at most ${issue.maximum} characters are possible.`;
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${issue.maximum === MAX_ITERATIONS ? ', the rows that Excel has for them' : ''}, not ${shown(issue.input)}.`;
    default:
      return `${issue.message}.`;
  }
}

/** Of a number or a list, or of words or a number. */
function unionText({ errors, input }: z.core.$ZodIssueInvalidUnion): string {
  const firsts = errors.flatMap(([first]) => first ?? []);
  const words = firsts.find((first) => first.code === 'invalid_value');
  if (words === undefined) return `must be a finite number, or a list of finite numbers in [ ], not ${shown(input)}.`;
  const other = firsts.find((first) => first !== words);
  if (typeof input === 'number' && other !== undefined) return issueText({ ...other, input } as z.core.$ZodIssue);
  return `must be ${choice(words.values, 'a whole number')}, not ${shown(input)}${nearestTo(input, words.values)}`;
}

/** A list or a text without anything in it. */
export const EMPTY = 'must not be empty.';

/** A list of more entries than there may be. */
export const tooManyEntries = (most: number): string => `holds too many entries; at most ${most} are possible.`;

/** A field that there is not. @param known those that there are */
export function unknownField(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `unknown field; ${near === undefined ? 'remove it.' : `did you mean "${near}"?`}`;
}

/** `"a", "b" or "c"`, or with something else at the end */
function choice(values: readonly unknown[], ...others: readonly string[]): string {
  const all = [...values.map((value) => `"${String(value)}"`), ...others];
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter((text) => text !== '').join(' or ');
}

function nearestTo(input: unknown, values: readonly unknown[]): string {
  const near = typeof input === 'string' ? nearest(input, values.map(String)) : undefined;
  return near === undefined ? '.' : `; did you mean "${near}"?`;
}

const kinds: ReadonlyMap<string, string> = new Map([
  ['number', 'a finite number'],
  ['int', 'a whole number'],
  ['string', 'a text in quotes'],
  ['array', 'a list in [ ]'],
  ['object', 'an object in { }'],
]);

const kindOf = (expected: string): string => kinds.get(expected) ?? expected;

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  if (typeof input === 'string') return inQuotes(input);
  return String(input);
}
