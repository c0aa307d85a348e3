import { fencedBlocks } from '../markdown.ts';

/** A step as it is explained. */
export interface ExplainedStep {
  /** In LaTeX. */
  readonly name: string;
  /** All that it is said to equal, in LaTeX: in symbols, with numbers put in, the result. */
  readonly forms: readonly string[];
}

/** Reads every step out of an explanation. */
export function explainedSteps(markdown: string): readonly ExplainedStep[] {
  return fencedBlocks(markdown, 'math').map((block) => {
    const body = /^\\begin\{aligned\}\n([\s\S]*)\n\\end\{aligned\}\n$/.exec(block)?.[1] ?? '';
    const [name = '', ...forms] = body
      .replaceAll(' \\\\\n', ' ')
      .replaceAll('&= ', '= ')
      .replace(/^= /, '')
      .split(' = ');
    return { name, forms: forms.map((form) => form.replace(/^= /, '')) };
  });
}

/** Reads the numbers that the iteration starts from, by their names in LaTeX. */
export function startingNumbers(markdown: string): ReadonlyMap<string, string> {
  const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
  const equations = rows.flatMap((row) => [...row.matchAll(/\$`([^`]+) = ([^`]+)`\$/g)]);
  return new Map(equations.map(([, name = '', value = '']) => [name, value]));
}
