// What the page leaves out of the packages that are built into it.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { uncalled } from './uncalled.js';

/** What exceljs asks for beside what it is asked for, to read, pack and write CSV: nothing of it is called. */
const outOfReach = new RegExp(
  `^(node:)?(${[...builtinModules, 'readable-stream', 'jszip', 'fast-csv', 'saxes', 'uuid'].join('|')})$`,
);

/** Parts of packages that are for what the page never does: tables and pictures in workbooks, and reading them. */
const unused = [
  /\/exceljs\/lib\/(?:csv\/|doc\/(?:table|image|anchor|pivot-table)\.js)/,
  /\/exceljs\/lib\/utils\/(?:stream-buf|string-buf|zip-stream|encryptor|parse-sax|shared-formula|copy-style)\.js/,
  /\/exceljs\/lib\/xlsx\/xform\/(?:table|drawing|pivot-table)\//,
  /\/exceljs\/lib\/xlsx\/xform\/sheet\/cf-ext\/(?:databar|icon-set|cf-icon|f|sqref|cfvo)-ext-xform\.js/,
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

/** Leaves them out; our own modules have to do without. */
export const leftOut = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: outOfReach }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /\/node_modules\// }, ({ path }) => {
      const place = path.replaceAll('\\', '/');
      if (unused.some((part) => part.test(place))) return { contents: NOTHING };
      const [, module] = /\/exceljs\/lib\/(.*)$/.exec(place) ?? [];
      return module === undefined ? undefined : { contents: shortened(module, readFileSync(path, 'utf8')) };
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: NOTHING }));
  },
};
