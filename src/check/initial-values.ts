import { initialValues } from '../quantities/topology.ts';
import { inPass } from '../quantities/view.ts';
import type { ExerciseRecord } from './exercise.ts';
import type { Finding } from './finding.ts';
import { groupedBy } from './grouped.ts';
import type { Judged } from './judge/table.ts';
import { same } from './judge/tolerance.ts';

/** What a table begins with: inputs, targets, weights and biases; the samples of later batches where they come first. */
export function initialIn({ reading: { table }, numbers }: Judged): readonly (readonly [string, number])[] {
  const { topology } = table;
  const { epoch, passes } = topology;
  return initialValues(topology).flatMap(({ name }): readonly (readonly [string, number])[] => {
    const [, plain = name, sample] = /^(.+)@(\d+)$/.exec(name) ?? [];
    const place = Number(sample ?? 1) - 1;
    const pass = passes[place % passes.length];
    const inBatches = epoch > 1 && sample !== undefined && pass !== undefined;
    const value = inBatches ? numbers.at(inPass(plain, pass), Math.floor(place / passes.length)) : numbers.at(name, 0);
    return Number.isFinite(value) ? [[name, value]] : [];
  });
}

/** The most values that a note names. */
const MOST = 6;

/** Says of each set of values that a learner typed over that they are others than the exercise was made with. */
export function otherValues({ given }: ExerciseRecord, tables: readonly Judged[]): readonly Finding[] {
  const changes = tables.flatMap((judged) => {
    const { table, rate } = judged.reading;
    const made = given.get(table.sheet) ?? new Map<string, number>();
    const now: readonly (readonly [string, number])[] = [
      ...initialIn(judged),
      ...(rate === undefined ? [] : [[table.topology.givenRate, rate.value] as const]),
    ];
    const words = now.flatMap(([name, value]) => {
      const before = made.get(name);
      return before === undefined || same(value, before) ? [] : [`${name} is ${value} in place of ${before}`];
    });
    return words.length === 0 ? [] : [{ sheet: table.sheet, words }];
  });
  return [...groupedBy(changes, ({ words }) => words.join()).values()].flatMap(([first]): readonly Finding[] =>
    first === undefined ? [] : [noteOf(first.sheet, first.words)],
  );
}

function noteOf(sheet: string, words: readonly string[]): Finding {
  const rest = words.length - MOST;
  const list = rest > 0 ? [...words.slice(0, MOST), `${rest} more`] : words;
  return {
    kind: 'initial-values',
    mistake: false,
    sheet,
    message: `Initial values are others than the exercise was made with: ${list.join(', ')}. It was judged with those that are there.`,
  };
}
