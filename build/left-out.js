// What is left out of the packages that are built into the program and its page.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { uncalled } from './uncalled.js';

/** What exceljs asks for beside what it is asked for, to read, pack and write CSV: nothing of it is called. */
const outOfReach = new RegExp(
  `^(node:)?(${[...builtinModules, 'readable-stream', 'jszip', 'fast-csv', 'saxes', 'uuid'].join('|')})$`,
);

/** Parts of exceljs that are for what we do ourselves or never do: what is in sheets; tables, pictures and notes; and reading all of it. */
const unused = [
  /^doc\//,
  /^utils\/(?:col-cache|copy-style|encryptor|parse-sax|shared-formula|stream-buf|string-buf|zip-stream)\.js$/,
  /^xlsx\/xform\/(?:comment|drawing|pivot-table|sheet|table)\//,
];

/** A method in exceljs's manner. @param name a regular expression */
const method = (name) =>
  new RegExp(`^ {2}(?:async |static )?(?:${name})\\([^\\n]*\\) \\{(?:\\n[\\s\\S]*?^ {2})?\\}\\n`, 'gm');

/** Methods of exceljs that read a workbook, or pack one. */
const READING = method(
  'parse\\w*|reconcile\\w*|_process\\w*|process\\w*Entry|read|readFile|load|create\\w*Stream|add(?:Media|Drawings|Tables|Comments)\\w*|createNewModel|onParserClose',
);

/** Other methods of exceljs that nothing calls where a workbook is filled in and written once. */
const UNCALLED = new Map(
  Object.entries(uncalled).map(([module, names]) => [
    module,
    names.map((name) => [name, method(name.replaceAll('$', '\\$'))]),
  ]),
);

/** A module of exceljs without them. @throws Error where exceljs has no such method any more */
function shortened(module, text) {
  let rest = module.startsWith('xlsx/') ? text.replace(READING, '') : text;
  for (const [name, pattern] of UNCALLED.get(module) ?? []) {
    const without = rest.replace(pattern, '');
    if (without === rest) throw new Error(`exceljs/lib/${module} has no method ${name}.`);
    rest = without;
  }
  return rest;
}

const NOTHING = `
  function Any() {}
  module.exports = new Proxy(Any, { get: (any, key) => (key in any ? any[key] : key === '__esModule' ? undefined : Any) });
`;

function contentsOf(module, path) {
  if (unused.some((part) => part.test(module))) return NOTHING;
  return shortened(module, readFileSync(path, 'utf8'));
}

/** Leaves out of exceljs what makes sheets; our own modules have to do without. */
const exceljsLeftOut = {
  name: 'exceljs-left-out',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]exceljs[\\/]lib[\\/]/ }, ({ path }) => {
      const [, module] = /\/exceljs\/lib\/(.*)$/.exec(path.replaceAll('\\', '/')) ?? [];
      return { contents: contentsOf(module, path) };
    });
  },
};

/** In the module of pure-rand that we use: how to jump ahead in the stream, by a table that no compression makes smaller. */
const JUMPING = [/^const JUMP_COEFS = "[^\n]*";\n/m, /^\tjump\(\) \{\n[\s\S]*?^\t\}\n/m];

/** Leaves out of pure-rand what jumps. @throws Error where pure-rand has no such parts any more */
const jumpLeftOut = {
  name: 'jump-left-out',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]pure-rand[\\/].*[\\/]mersenne\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!JUMPING.every((part) => part.test(text))) throw new Error('pure-rand is not made as it was.');
      return { contents: JUMPING.reduce((rest, part) => rest.replace(part, ''), text) };
    });
  },
};

/** Leaves out of packages what nothing calls. */
export const uncalledLeftOut = [exceljsLeftOut, jumpLeftOut];

/** Leaves out what a browser does not have. */
export const nodeLeftOut = {
  name: 'node-left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: outOfReach }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: NOTHING }));
  },
};
