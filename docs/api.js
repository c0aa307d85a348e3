// Writes docs/api.md from the docstrings of what the library exports: npm run api-docs. With --print, on standard output.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a module exports: the name, the name where it is declared, and the file of the declaration. @typedef {{ name: string, own: string, file: string }} Export */

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** @param {string} file @returns {readonly Export[]} */
function exportsOf(file) {
  const lists = readFileSync(file, 'utf8').matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)';/gm);
  return [...lists].flatMap(([, names, from]) =>
    names
      .split(',')
      .map((each) => each.replace(/\btype\b/, '').trim())
      .filter((each) => each !== '')
      .map((each) => {
        const [own, name = own] = each.split(/ as /);
        return { name, own, file: resolve(dirname(file), from.replace(/\.ts$/, '.d.ts')) };
      }),
  );
}

/** The docstring of a declaration, and its text up to the end; where a file only passes it on, it stands in another. @param {Export} of */
function declarationOf({ own, file }) {
  const passedOn = exportsOf(file).find(({ name }) => name === own);
  if (passedOn !== undefined) return declarationOf(passedOn);
  const text = readFileSync(file, 'utf8');
  const found = new RegExp(
    String.raw`(?:/\*\*((?:[^*]|\*(?!/))*)\*/\n)?^export (?:declare )?(?:abstract )?(?:function|interface|type|const|class) ${own}\b`,
    'm',
  ).exec(text);
  if (found === null) throw new Error(`${file} does not declare ${own}.`);
  const begin = found.index + found[0].lastIndexOf('\nexport') + 1;
  return { doc: found[1] ?? '', code: declarationFrom(text, found[1] === undefined ? found.index : begin) };
}

/** A declaration from its first word to the end of its braces, or to its semicolon. */
function declarationFrom(text, begin) {
  let depth = 0;
  for (let at = begin; at < text.length; at++) {
    if ('{(['.includes(text[at])) depth++;
    if ('})]'.includes(text[at])) depth--;
    const block =
      text[at] === '}' && depth === 0 && /^export (?:declare )?(?:interface|class)/.test(text.slice(begin, begin + 30));
    if (block || (text[at] === ';' && depth === 0)) return text.slice(begin, at + 1);
  }
  throw new Error('A declaration has no end.');
}

/** A docstring as Markdown: its text, then what it says of parameters, results and errors, as a list, and its example by itself. @param {string} doc */
function asMarkdown(doc) {
  const text = doc
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim()
    .replace(/\{@link (\w+)\}/g, '`$1`');
  const [told = '', example] = text.split(/\s*@example\n/);
  const [about = '', ...tags] = told.split(/(?:^|\s)@(?=param|returns|throws)/);
  const items = tags.map((tag) => {
    const line = tag.replace(/\s+/g, ' ').trim();
    const [, name, rest] = /^param (\w+) ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) return `- \`${name}\`: ${rest}`;
    return `- ${line.replace(/^returns/, '**Returns**').replace(/^throws/, '**Throws**')}`;
  });
  const code = example === undefined ? [] : ['For example:', fenced(example)];
  return { about: [about.trim(), items.join('\n')].filter((part) => part !== ''), code };
}

const fenced = (code) => `\`\`\`ts\n${code}\n\`\`\``;

/** @param {Export} of */
function entry(of) {
  const { doc, code } = declarationOf(of);
  const shown = code.replace(/^export (?:declare )?/, '').replaceAll('    ', '  ');
  const text = asMarkdown(doc);
  return `${[`### \`${of.name}\``, ...text.about, fenced(shown), ...text.code].join('\n\n')}\n`;
}

/** What stands before every example: mine.xlsx is the workbook of a learner. @param {readonly (readonly string[])[]} modules */
function beginning(modules) {
  const imports = modules.map(([name, file]) => {
    const names = exportsOf(join(dist, file)).filter(
      (of) => isFunction(of) || ['InputError', 'DataFaults'].includes(of.name),
    );
    const lines = names.map((of) => `  ${of.name},`).sort((a, b) => a.localeCompare(b, 'en'));
    return `import {\n${lines.join('\n')}\n} from '${name}';`;
  });
  const network = "const network = parseNetwork(JSON.parse(networkTemplate('class')));";
  return [`import { readFile, writeFile } from 'node:fs/promises';`, ...imports, '', network].join('\n');
}

/** @param {Export} of */
const isFunction = (of) => /^export declare (?:function|const \w+: \()/.test(declarationOf(of).code);

/** The whole page. */
function apiPage() {
  const modules = [
    ['backprop-workbook', 'index.d.ts', 'The core, which runs wherever JavaScript does.'],
    ['backprop-workbook/node', 'node/index.d.ts', 'What needs Node: files and threads.'],
  ];
  const parts = modules.map(([name, file, about]) => {
    const entries = [...exportsOf(join(dist, file))].sort((a, b) => a.name.localeCompare(b.name, 'en')).map(entry);
    return `## \`${name}\`\n\n${about}\n\n${entries.join('\n')}`;
  });
  const about = 'Written by `npm run api-docs` from the docstrings of the source. The examples come after this:';
  return `# The library\n\n${about}\n\n${fenced(beginning(modules))}\n\n${parts.join('\n')}`;
}

if (process.argv[2] === '--print') process.stdout.write(apiPage());
else writeFileSync(new URL('api.md', import.meta.url), apiPage());
