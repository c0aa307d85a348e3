import { describe, expect, test } from 'vitest';
import { runOf } from '../../src/engine/run.ts';
import { train } from '../../src/engine/train.ts';
import { columnGroups, columnsOf } from '../../src/model/quantities.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { networkTemplate } from '../../src/network/ready-made.ts';
import { topologyOf } from '../../src/quantities/topology.ts';

const ITERATIONS = 40;

describe.each(['class', 'xor-in-turn', 'three-classes'])('a run of %s that keeps some iterations only', (name) => {
  const topology = topologyOf(parseNetwork(JSON.parse(networkTemplate(name))));
  const quantities = columnsOf(columnGroups(topology)).map(({ quantity }) => quantity);
  const whole = train(topology, 0.5, ITERATIONS, quantities);
  const some = train(topology, 0.5, ITERATIONS, quantities, new Set([1, 7, ITERATIONS]));

  test.each([
    ['kept', [1, 7, 40]],
    ['one after the other', [2, 3, 4, 5]],
    ['with gaps', [6, 20, 39]],
    ['backwards', [38, 7, 12, 3]],
  ])('has the same numbers, %s', (_, iterations) => {
    for (const k of iterations) expect([...some.row(k)]).toEqual([...whole.row(k)]);
  });

  test('has the same errors', () => {
    expect(some.series(topology.curve)).toEqual(whole.series(topology.curve));
  });

  test('has every other quantity too', () => {
    expect(some.series('w1')).toEqual(whole.series('w1'));
  });
});

test('a quantity that was not asked for is refused', () => {
  const topology = topologyOf(parseNetwork(JSON.parse(networkTemplate('class'))));
  const quantities = columnsOf(columnGroups(topology)).map(({ quantity }) => quantity);
  expect(() => train(topology, 0.5, 3, quantities, new Set()).series('w99')).toThrow(RangeError);
});

describe.each(['momentum', 'adam'])('a run by %s, samples in turn, from a checkpoint', (optimizer) => {
  const network = parseNetwork({ ...JSON.parse(networkTemplate('xor-in-turn')), optimizer: { name: optimizer } });
  const topology = topologyOf(network);
  const quantities = columnsOf(columnGroups(topology)).map(({ quantity }) => quantity);
  const trace = train(topology, 0.1, 700, quantities);

  test.each([
    [1, 0],
    [256, 0],
    [257, 256],
    [512, 256],
    [513, 512],
    [700, 512],
  ])('that before iteration %i is one after %i', (iteration, before) => {
    expect(trace.checkpoint(iteration).iteration).toBe(before);
  });

  test.each([1, 257, 513])('goes on as it did: iteration %i and those after it', (iteration) => {
    const run = runOf(topology, 0.1, quantities);
    run.restore(trace.checkpoint(iteration));
    const row = new Float64Array(quantities.length + 1);
    for (let k = iteration; k < iteration + 9; k++) {
      expect(run.next()).toBe(trace.series(topology.curve)[k - 1]);
      run.write(row, 1);
      expect([...row.subarray(1)]).toEqual([...trace.row(k)]);
    }
  });

  test('does not change with the run that goes on', () => {
    const run = runOf(topology, 0.1, quantities);
    for (let k = 0; k < 10; k++) run.next();
    const checkpoint = run.checkpoint();
    const before = JSON.stringify([checkpoint.iteration, [...checkpoint.trained], checkpoint.errors]);
    run.next();
    expect(JSON.stringify([checkpoint.iteration, [...checkpoint.trained], checkpoint.errors])).toBe(before);
  });
});

test('iterations that are not kept give way to the next that is asked for', () => {
  const topology = topologyOf(parseNetwork(JSON.parse(networkTemplate('class'))));
  const trace = train(
    topology,
    0.5,
    4,
    columnsOf(columnGroups(topology)).map(({ quantity }) => quantity),
    new Set([1]),
  );
  expect(trace.row(1)).not.toBe(trace.row(2));
  expect(trace.row(2)).toBe(trace.row(3));
  expect(trace.series(topology.curve)).toBe(trace.series(topology.curve));
});
