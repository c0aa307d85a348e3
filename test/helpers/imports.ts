import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** One import or re-export of a source file. */
export interface Import {
  /** The path of the importing file below the folder, such as `model/forward.ts`. */
  readonly file: string;
  /** What is imported: a path below the same folder, or a package as it is written. */
  readonly target: string;
  readonly ours: boolean;
  /** The names that exist when the program runs, `*` for all; empty where only types are imported. */
  readonly values: readonly string[];
}

/** The TypeScript files of a folder and their texts, by path with `/`. */
export function sourceFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    /\.tsx?$/.test(name),
  );
  return new Map(
    files.map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')];
    }),
  );
}

const STATIC = /^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'/gm;
const BARE = /^import\s+'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every import of a file: at its head, for its effect alone, and while it runs. */
export function importsOf(file: string, text: string): readonly Import[] {
  const made = (specifier: string, values: readonly string[]): Import => {
    const ours = specifier.startsWith('.');
    // AssemblyScript leaves the ending out.
    const whole = ours && posix.extname(specifier) === '' ? `${specifier}.ts` : specifier;
    return { file, target: ours ? posix.join(posix.dirname(file), whole) : specifier, ours, values };
  };
  return [
    ...[...text.matchAll(STATIC)].map(([, type, names = '', specifier = '']) =>
      made(specifier, type === undefined ? valuesIn(names) : []),
    ),
    ...[...text.matchAll(BARE), ...text.matchAll(DYNAMIC)].map(([, specifier = '']) => made(specifier, ['*'])),
  ];
}

const DECLARED = /^export (?:declare |abstract |async )*(?:function\*?|interface|type|const|class|let|enum) (\w+)/gm;

/** The names that a file declares and exports; those that it only passes on are not among them. */
export const exportedNames = (text: string): readonly string[] =>
  [...text.matchAll(DECLARED)].map(([, name = '']) => name);

/** The names in `Default, { one, type Other }` that are no types. */
function valuesIn(names: string): readonly string[] {
  const [, outside = '', inside = ''] = /^([^{]*)(?:\{([^}]*)\})?/.exec(names) ?? [];
  const split = (text: string): readonly string[] => text.split(',').map((name) => name.trim());
  return [...split(outside), ...split(inside)].filter((name) => name !== '' && !name.startsWith('type '));
}

/** Text without its comments; what is in strings stays. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** A way along imports that comes back to where it began, if there is one: `a.ts → b.ts → a.ts`. */
export function cycleIn(imports: readonly Import[]): string | undefined {
  const targets = new Map<string, string[]>();
  for (const { file, target, ours } of imports) if (ours) targets.set(file, [...(targets.get(file) ?? []), target]);
  const done = new Set<string>();
  const search = (file: string, path: readonly string[]): string | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ');
    if (done.has(file)) return undefined;
    for (const target of targets.get(file) ?? []) {
      const found = search(target, [...path, file]);
      if (found !== undefined) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const found = search(file, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
