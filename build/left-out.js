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
  /^csv\//,
  /^doc\/(?:anchor|cell|column|data-validations|defined-names|image|note|pivot-table|range|row|table)\.js$/,
  /^utils\/(?:copy-style|encryptor|parse-sax|shared-formula|stream-buf|string-buf|zip-stream)\.js$/,
  /^xlsx\/xform\/(?:comment|drawing|pivot-table|table)\//,
];

/** The one of them that is asked for something: exceljs prepares its sheets, which are empty. */
const SHEETS = 'xlsx/xform/sheet/worksheet-xform.js';

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
  if (module === SHEETS) return 'module.exports = class { prepare() {} };';
  if (unused.some((part) => part.test(module))) return NOTHING;
  return shortened(module, readFileSync(path, 'utf8'));
}

/** Leaves out of exceljs what makes sheets; our own modules have to do without. */
export const exceljsLeftOut = {
  name: 'exceljs-left-out',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]exceljs[\\/]lib[\\/]/ }, ({ path }) => {
      const [, module] = /\/exceljs\/lib\/(.*)$/.exec(path.replaceAll('\\', '/')) ?? [];
      return { contents: contentsOf(module, path) };
    });
  },
};

/** What pure-rand's generator needs to jump far ahead: a method, and a table for it that nothing packs. */
const JUMP = [/^const JUMP_COEFS = .*\n/m, /^\tjump\(\) \{\n[\s\S]*?^\t\}\n/m];

/** Leaves it out: nothing jumps. @throws Error where pure-rand has no such method any more */
export const jumpLeftOut = {
  name: 'jump-left-out',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pure-rand[\\/].*[\\/]mersenne\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const part of JUMP) {
        if (!part.test(contents)) throw new Error('The generator of pure-rand does not jump as it did.');
        contents = contents.replace(part, '');
      }
      return { contents };
    });
  },
};

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
