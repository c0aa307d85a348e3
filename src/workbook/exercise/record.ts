import { initialValues, type Topology } from '../../quantities/topology.ts';

/** Characters of a cell, which takes 32,767. */
const MOST_TEXT = 30_000;

/**
 * The given values with their names, in as many texts as it takes: by them it can be told whether they were changed. They stand as they
 * were when the exercise was made.
 */
export function givenTexts(topology: Topology, learningRate: number): readonly string[] {
  const texts: string[] = [];
  let text = '';
  for (const { name, value } of [...initialValues(topology), { name: topology.givenRate, value: learningRate }]) {
    const next = `${name} = ${value}`;
    if (text.length + next.length > MOST_TEXT) {
      texts.push(text);
      text = '';
    }
    text = text === '' ? next : `${text}; ${next}`;
  }
  return [...texts, text];
}
