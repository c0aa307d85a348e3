/**
 * What a formula with the numbers put in evaluates to, read back from its text: 0.15 × 0.05, ½ × (0.01 − 0.606478)²,
 * 1 / (1 + e^(−0.0275)), 4.4963·10^(−4).
 *
 * @throws SyntaxError where the text is no such formula
 */
export function valueOfShown(text: string): number {
  const script = [...substitutions].reduce((all, [from, to]) => all.replaceAll(from, to), text);
  if (!/^[-+*/().\d\sMathexp]*$/.test(script)) throw new SyntaxError(`"${text}" is not a formula with numbers put in.`);
  return Number(new Function(`return ${script}`)());
}

const substitutions: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['×', '*'],
  ['·', '*'],
  ['½', '0.5'],
  ['²', '**2'],
  ['10^(', '10**('],
  ['e^(', 'Math.exp('],
]);
