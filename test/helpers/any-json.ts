import fc from 'fast-check';
import { networksUpTo } from './any-network.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Texts that harm whoever is not careful: formulas, escapes, marks that no cell can hold, names that JavaScript knows. */
export const hostileTexts: readonly string[] = [
  ...['', ' ', '=1+1', "=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://a","b")', '#REF!', 'TRUE'],
  ...['NaN', 'Infinity', '-Infinity', '1e999', '0x10', '1,5', '１', 'null', 'undefined', '[object Object]'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'],
  ...['_x0041_', '_x005F_x0041_', '_x000D_', '<b>&"\'', ']]>', '<!--', '&amp;', '{{x}}', '%s', '\\u0041'],
  ...[
    'a\u0000b',
    'a\u0007b',
    '\u001b[31m',
    'a\nb',
    'a\r\nb',
    'a\tb',
    '\u007f',
    '\u009b',
    '\ud800',
    'a\udc00',
    '\ufffe',
    '\uffff',
  ],
  ...['🙂', '👩‍👩‍👧‍👦', 'שלום עולם', '\u202eabc', 'e\u0301', '\u200b', '\ufeffx', '\u2028', '🏳️‍🌈'.repeat(10)],
  ...['x'.repeat(40), 'x'.repeat(200), 'x'.repeat(201), '[a]:*?/\\', "'", "LR 1'!A1", 'History', 'A1', 'R1C1'],
];

/** Numbers at the edges of what JavaScript, a cell or a field can hold. */
const edges: readonly number[] = [
  ...[0, -0, 1, -1, 2, 3, 0.5, 1.5, 100, 101, 255, 256, 1000, 1001, 16_384, 16_385, 1_048_563, 1_048_564],
  ...[
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 53,
    1e21,
    1e100,
    1e154,
    1e155,
    1e300,
    1e308,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
  ],
  ...[
    Number.MIN_VALUE,
    2.2250738585072014e-308,
    2.225073858507201e-308,
    -1e-310,
    1e-300,
    1e-16,
    1e-7,
    709,
    710,
    -745,
    -746,
  ],
];

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }));
const number = fc.oneof(fc.constantFrom(...edges), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(20));
const names = ['title', 'about', 'samples', 'inputs', 'targets', 'batch', 'layers', 'activation', 'slope', 'weights'];
const moreNames = [
  'units',
  'bias',
  'trainBias',
  'initialWeights',
  'rule',
  'seed',
  'range',
  'loss',
  'optimizer',
  'name',
];
const key = fc.oneof(
  fc.constantFrom(...names, ...moreNames, 'momentum', 'learningRates', 'iterations', '$schema'),
  text,
);

/** Any JSON at all, more often than not with names and values that a network file has. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ readonly value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(fc.constant(null), fc.boolean(), number, text),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 6 }).map(objectOf),
  ),
})).value;

/** An object that has `__proto__` as a field like any other, as JSON.parse makes it. */
function objectOf(fields: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(fields);
}

/** A change somewhere in a network file. */
interface Mutation {
  /** Which of all its places, from 0 to below 1. */
  readonly place: number;
  readonly kind: 'replace' | 'number' | 'text' | 'remove' | 'add' | 'repeat' | 'empty' | 'wrap' | 'swap';
  readonly key: string;
  readonly value: Json;
  readonly number: number;
  readonly text: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom(
    'replace',
    'number',
    'number',
    'text',
    'text',
    'remove',
    'add',
    'repeat',
    'empty',
    'wrap',
    'swap',
  ),
  key,
  value: anyJson,
  number,
  text,
});

type Place = readonly (string | number)[];

/** Every place in a value, the value itself first. */
export function placesIn(value: Json, here: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [here];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((each: Json, k) => [k, each] as const)
    : Object.entries(value);
  return [here, ...entries.flatMap(([at, each]) => placesIn(each, [...here, at]))];
}

/** A value in which something else stands at a place; undefined takes it away. */
export function withAt(value: Json, [at, ...rest]: Place, change: (old: Json) => Json | undefined): Json | undefined {
  if (at === undefined) return change(value);
  const kept = <T>(old: Json, entry: (other: Json) => T): T[] => {
    const other = withAt(old, rest, change);
    return other === undefined ? [] : [entry(other)];
  };
  if (Array.isArray(value))
    return value.flatMap((each: Json, k): Json[] => (k === at ? kept(each, (other) => other) : [each]));
  const fields = Object.entries(value as { readonly [key: string]: Json });
  return objectOf(
    fields.flatMap((field) => (field[0] === at ? kept(field[1], (other) => [at, other] as const) : [field])),
  );
}

function mutated(value: Json, { place, kind, ...by }: Mutation): Json {
  const places = placesIn(value);
  const chosen = places[Math.floor(place * places.length)] ?? [];
  const change = (old: Json): Json | undefined => {
    const isList = Array.isArray(old);
    const isObject = typeof old === 'object' && old !== null && !isList;
    switch (kind) {
      case 'replace':
        return by.value;
      case 'number':
        return by.number;
      case 'text':
        return by.text;
      case 'remove':
        return chosen.length === 0 ? null : undefined;
      case 'add':
        return isList
          ? [...old, by.value]
          : isObject
            ? objectOf([...Object.entries(old), [by.key, by.value]])
            : by.value;
      case 'repeat':
        return isList ? [...old, ...old] : old;
      case 'empty':
        return isList ? [] : isObject ? {} : '';
      case 'wrap':
        return [old];
      case 'swap':
        return isList ? [...old].reverse() : isObject ? objectOf(Object.entries(old).reverse()) : String(old);
    }
  };
  return withAt(value, chosen, change) ?? null;
}

/** A network file of any kind with up to three changes at random places, its title or its numbers at the edge now and then. */
export const spoiltNetwork: fc.Arbitrary<Json> = fc
  .tuple(networksUpTo({ iterations: 4, units: 2, inputs: 2 }), fc.array(mutation, { maxLength: 3 }), text, fc.boolean())
  .map(([network, mutations, title, titled]) => {
    const file = JSON.parse(JSON.stringify(titled ? { ...network, title } : network)) as Json;
    return mutations.reduce(mutated, file);
  });
