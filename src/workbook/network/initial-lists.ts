import type { Role } from '../../model/column.ts';
import type { Named } from '../../quantities/layer.ts';
import type { Topology } from '../../quantities/topology.ts';
import { networkWords } from './words.ts';

/** Initial values under a heading, one below the other; those of several samples as a table, a row for each sample. */
export interface InitialList {
  readonly title: string;
  readonly role: Role;
  /** Row by row. */
  readonly items: readonly Named[];
  /** How many of them stand side by side. */
  readonly columns: number;
  /** Of a table of samples, whether these only test. */
  readonly tests?: boolean;
  /** Where every run has numbers of its own: the names of the runs, and of each name the number of every run that has one. */
  readonly byRun?: { readonly heads: readonly string[]; readonly rows: readonly (readonly (Named | undefined)[])[] };
}

/** The initial values of a network in lists: inputs and targets, the weights of each layer, settings. */
export const initialLists = (topology: Topology): readonly InitialList[] => [
  ...givenBlocks(topology),
  ...topology.layers.flatMap((layer, l): readonly InitialList[] => [
    {
      title: networkWords.blocks.weights(l + 1),
      role: 'weight',
      items: layer.units.flatMap((unit) => unit.weights),
      columns: 1,
    },
    ...(layer.biases.length === 0
      ? []
      : [{ title: networkWords.blocks.biases(l + 1), role: 'weight', items: layer.biases, columns: 1 } as const]),
  ]),
  ...(topology.settings.length === 0
    ? []
    : [{ title: networkWords.blocks.settings, role: 'setting', items: topology.settings, columns: 1 } as const]),
];

/** Inputs and targets: of one sample in two lists, of several in one table; and of those that test in another one. */
function givenBlocks({ samples, tests }: Topology): readonly InitialList[] {
  const [only] = samples;
  const { inputs, targets, samples: title, tests: testTitle } = networkWords.blocks;
  const table = (title: string, of: Topology['samples'], own: boolean): InitialList => {
    const items = of.flatMap((sample) => [...sample.inputs, ...sample.targets]);
    return { title, role: 'input', items, columns: items.length / of.length, tests: own };
  };
  const tested = tests.length === 0 ? [] : [table(testTitle, tests, true)];
  if (only === undefined || samples.length > 1) return [table(title, samples, false), ...tested];
  return [
    { title: inputs, role: 'input', items: only.inputs, columns: 1 },
    { title: targets, role: 'target', items: only.targets, columns: 1 },
    ...tested,
  ];
}
