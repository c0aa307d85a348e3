import { expect, test } from 'vitest';
import { comparedNetworks } from '../../src/network/runs.ts';
import { type ComparedChoice, comparisons } from '../../src/settings/compare.ts';
import { withSettings } from '../../src/settings/settings.ts';
import { classNetwork } from '../helpers/networks.ts';

const namesOf = (what: ComparedChoice['what'], values: readonly string[]): readonly (string | undefined)[] =>
  comparedNetworks(withSettings(classNetwork, { compare: { what, values } })).map(({ name }) => name);

test.each<[ComparedChoice['what'], readonly string[], readonly string[]]>([
  ['schedule', ['none', 'cosine'], ['no schedule', 'cosine']],
  ['warm-up', ['0', '5'], ['no warm-up', 'warm-up 5']],
  ['batch', ['full', '1', 'in-turn'], ['full batch', 'batch 1', 'in turn']],
  ['seed', ['1', '2'], ['seed 1', 'seed 2']],
  ['learning-rate', ['0.5'], ['η = 0.5']],
])('%s %j is called %j', (what, values, names) => {
  expect(namesOf(what, values)).toEqual(names);
});

test.each(Object.entries(comparisons))(
  '%s has a run for each of its words, but those that another network needs',
  (what, of) => {
    const words = 'words' in of ? of.words.filter((word) => !/softmax|hinge|cross-entropy/.test(word)) : [];
    const runs = withSettings(classNetwork, {
      compare: { what: what as ComparedChoice['what'], values: ['3', ...words].slice(Number(words.length > 0)) },
    }).runs;
    expect(runs).toHaveLength(Math.max(1, words.length));
  },
);

test('none compares the learning rates again, and one comparison takes the place of another', () => {
  const compared = withSettings(classNetwork, { compare: { what: 'seed', values: ['1', '2'] } });
  expect(withSettings(compared, { compare: 'none' }).runs).toBeUndefined();
  expect(withSettings(compared, { compare: { what: 'optimizer', values: ['adam'] } }).runs).toEqual([
    { name: 'adam', optimizer: { name: 'adam' } },
  ]);
  expect(withSettings(compared, { iterations: 3 }).runs).toEqual(compared.runs);
});

test.each<[string, ComparedChoice]>([
  ['there is no optimizer "adm"; did you mean "adam"?', { what: 'optimizer', values: ['adm'] }],
  [
    'there is no batch "ful"; did you mean "full"? There are: full, in-turn. A number will do too.',
    { what: 'batch', values: ['ful'] },
  ],
  ['compare: must divide the number of samples, 1: 1, not 3.', { what: 'batch', values: ['3'] }],
  ['"x" is no number to compare as seed', { what: 'seed', values: ['x'] }],
])('refuses: %s', (message, compare) => {
  expect(() => withSettings(classNetwork, { compare })).toThrow(message);
});
