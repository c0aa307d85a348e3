import { distance } from 'fastest-levenshtein';
import type * as z from 'zod';
import { type Fault, InputError } from './input-error.ts';
import { MAX_ITERATIONS, MAX_LEARNING_RATES } from './limits.ts';
import { type Network, networkSchema } from './network.ts';

/** A value of unknown type becomes a {@link Network}, or one {@link InputError} that lists every fault with its path. */
export function parseNetwork(value: unknown, source = ''): Network {
  const result = networkSchema.safeParse(value, { reportInput: true });
  const faults = result.success ? [] : result.error.issues.flatMap(faultsOfIssue);
  faults.push(...misfits(value));
  if (!result.success || faults.length > 0) throw new InputError(faults, source);
  return result.data;
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

/** A path in the notation of the file's own language: `layers[0].weights[1]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
  const path = pathText(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ path, message: sentence(issue) }];
  return issue.keys.map((key) => {
    const known = nearest(key, knownKeys(issue.path));
    return {
      path: pathText([...issue.path, key]),
      message: `unknown field; ${known ? `did you mean "${known}"?` : 'remove it.'}`,
    };
  });
}

function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const shape = networkSchema.unwrap().shape;
  if (path.length === 0) return Object.keys(shape);
  return path[0] === 'samples' ? ['inputs', 'targets'] : ['activation', 'weights'];
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
        : `must be ${choice(issue.values)}, not ${shown(issue.input)}.`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'must not be empty.'
        : `must be ${issue.inclusive === false ? 'greater than' : 'at least'} ${issue.minimum}, not ${shown(issue.input)}.`;
    case 'too_big':
      if (issue.origin === 'array') return `holds too many entries; at most ${issue.maximum} are possible.`;
      if (issue.origin === 'string') return `is too long; at most ${issue.maximum} characters are possible.`;
      return `must be at most ${issue.maximum}${issue.maximum === MAX_ITERATIONS ? ', the rows that Excel has for them' : ''}, not ${shown(issue.input)}.`;
    default:
      return `${issue.message}.`;
  }
}

const choice = (values: readonly unknown[]): string => values.map((value) => `"${String(value)}"`).join(' or ');

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
  if (typeof input === 'string') return JSON.stringify(input.length > 40 ? `${input.slice(0, 40)}…` : input);
  return String(input);
}

/** What the field-by-field validator cannot see: that sizes fit together and that nothing stands twice. */
function misfits(value: unknown): Fault[] {
  return [...misfittingWeights(value), ...misfittingTargets(value), ...repeatedRates(value)];
}

const isList = Array.isArray as (value: unknown) => value is readonly unknown[];

function field(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
}

function misfittingWeights(value: unknown): Fault[] {
  const layers = field(value, 'layers');
  if (!isList(layers)) return [];
  const faults: Fault[] = [];
  let before: unknown = field(field(field(value, 'samples'), 0), 'inputs');
  for (const [l, layer] of layers.entries()) {
    const rows = field(layer, 'weights');
    if (isList(rows) && isList(before)) {
      const wanted = before.length;
      const source = l === 0 ? 'inputs of the sample' : `units of layers[${l - 1}]`;
      for (const [u, row] of rows.entries()) {
        if (isList(row) && row.length !== wanted && row.length > 0 && wanted > 0)
          faults.push({
            path: `layers[${l}].weights[${u}]`,
            message: `holds ${row.length} weights, but must hold ${wanted}: one for each of the ${source}.`,
          });
      }
    }
    before = rows;
  }
  return faults;
}

function misfittingTargets(value: unknown): Fault[] {
  const layers = field(value, 'layers');
  const outputs = isList(layers) ? field(layers.at(-1), 'weights') : undefined;
  const samples = field(value, 'samples');
  if (!isList(outputs) || !isList(samples)) return [];
  return samples.flatMap((sample, s) => {
    const targets = field(sample, 'targets');
    if (!isList(targets) || targets.length === 0 || targets.length === outputs.length) return [];
    return [
      {
        path: `samples[${s}].targets`,
        message: `holds ${targets.length} targets, but must hold ${outputs.length}: one for each unit of the output layer.`,
      },
    ];
  });
}

function repeatedRates(value: unknown): Fault[] {
  const rates = field(value, 'learningRates');
  if (!isList(rates) || rates.length > MAX_LEARNING_RATES) return [];
  return rates.flatMap((rate, k) =>
    typeof rate === 'number' && rates.indexOf(rate) < k
      ? [{ path: `learningRates[${k}]`, message: `repeats ${rate}; give each learning rate once.` }]
      : [],
  );
}
