import { distance } from 'fastest-levenshtein';
import type * as z from 'zod';
import { withDrawnWeights } from './drawn-weights.ts';
import { type Fault, InputError } from './input-error.ts';
import { MAX_ITERATIONS } from './limits.ts';
import { misfits } from './misfits.ts';
import { type Network, type NetworkFile, networkSchema } from './network.ts';
import { pathText, quoted } from './path-text.ts';

/**
 * A value of unknown type becomes a {@link Network}, its weights drawn where it leaves them to a rule, or one {@link InputError} that
 * lists every fault with its path.
 */
export function parseNetwork(value: unknown, source = ''): Network {
  const result = validated(value, source);
  const faults = (result.success ? [] : result.error.issues.flatMap(faultsOfIssue)).concat(misfits(value));
  if (!result.success || faults.length > 0) throw new InputError(faults, source);
  return withDrawnWeights(result.data);
}

function validated(value: unknown, source: string): z.ZodSafeParseResult<NetworkFile> {
  try {
    return networkSchema.safeParse(value, { reportInput: true });
  } catch (error) {
    // The validator hands lists of faults on as arguments, of which there can be only so many.
    if (!(error instanceof RangeError)) throw error;
    throw new InputError([{ path: '', message: 'has more faults than can be listed; is it a network file?' }], source);
  }
}

/** The word of `words` nearest to `word`, when near enough to be a slip of the fingers. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined;
}

function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
  const path = pathText(issue.path);
  // A list that may stand for a single number: what is wrong is in the list.
  if (issue.code === 'invalid_union' && Array.isArray(issue.input))
    return (issue.errors.at(-1) ?? []).flatMap((inner) =>
      faultsOfIssue({ ...inner, path: [...issue.path, ...inner.path] }),
    );
  // A number too large to be told from its neighbours is too large for our own bound, too, which says it better.
  if ('note' in issue && issue.input !== undefined) return [];
  if (issue.code !== 'unrecognized_keys') return [{ path, message: sentence(issue) }];
  return issue.keys.map((key) => {
    const known = nearest(key, knownKeys(issue.path));
    return {
      path: pathText([...issue.path, key]),
      message: `unknown field; ${known ? `did you mean "${known}"?` : 'remove it.'}`,
    };
  });
}

/** The fields that an object at this place of the file can have. */
function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const { shape } = networkSchema.unwrap();
  switch (path[0]) {
    case 'samples':
      return Object.keys(shape.samples.unwrap().element.unwrap().shape);
    case 'layers':
      return Object.keys(shape.layers.unwrap().element.unwrap().shape);
    case 'optimizer':
      return Object.keys(shape.optimizer.unwrap().unwrap().shape);
    case 'initialWeights':
      return Object.keys(shape.initialWeights.unwrap().unwrap().shape);
    default:
      return Object.keys(shape);
  }
}

/** Says in plain words what the validator found. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return `missing; give ${kinds[issue.expected] ?? issue.expected}.`;
      const whole = issue.expected === 'int' || ('format' in issue && issue.format === 'safeint');
      return `must be ${whole ? kinds.int : (kinds[issue.expected] ?? issue.expected)}, not ${shown(issue.input)}.`;
    }
    case 'invalid_value':
      return issue.input === undefined
        ? `missing; give ${choice(issue.values)}.`
        : `must be ${choice(issue.values)}, not ${shown(issue.input)}${nearestTo(issue.input, issue.values)}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'must not be empty.'
        : `must be ${issue.inclusive === false ? 'greater than' : 'at least'} ${issue.minimum}, not ${shown(issue.input)}.`;
    case 'invalid_union':
      return `must be a finite number, or a list of finite numbers in [ ], not ${shown(issue.input)}.`;
    case 'too_big':
      if (issue.origin === 'array') return `holds too many entries; at most ${issue.maximum} are possible.`;
      if (issue.origin === 'string') return `is too long; at most ${issue.maximum} characters are possible.`;
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${issue.maximum === MAX_ITERATIONS ? ', the rows that Excel has for them' : ''}, not ${shown(issue.input)}.`;
    default:
      return `${issue.message}.`;
  }
}

/** `"a", "b" or "c"` */
const choice = (values: readonly unknown[]): string =>
  values
    .map((value) => `"${String(value)}"`)
    .join(', ')
    .replace(/, (?="[^"]*"$)/, ' or ');

function nearestTo(input: unknown, values: readonly unknown[]): string {
  const near = typeof input === 'string' ? nearest(input, values.map(String)) : undefined;
  return near === undefined ? '.' : `; did you mean "${near}"?`;
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a finite number',
  int: 'a whole number',
  string: 'a text in quotes',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  if (typeof input === 'string') return quoted(input);
  return String(input);
}
