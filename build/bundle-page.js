// The page: one file with its style and its one script, packed, which nothing but their hashes lets run.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build, transform } from 'esbuild';
import { compress } from 'lzma1';
import { minifySync } from 'rolldown/utils';
import { nodeLeftOut, uncalledLeftOut } from './left-out.js';

const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

async function script() {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/page/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: browsers,
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    inject: ['build/process.js'],
    legalComments: 'none',
    charset: 'utf8',
    plugins: [...uncalledLeftOut, nodeLeftOut],
    tsconfig: 'src/page/tsconfig.json',
  });
  const [bundled] = outputFiles;
  // A second look saves another twentieth of what has to be sent.
  const { code: text, errors } = minifySync('page.js', bundled.text, { compress: { target: 'es2022' }, mangle: true });
  if (errors.length > 0) throw new Error(`The page's script cannot be minified: ${errors[0].message}`);
  // A script may not hold the end of its own element.
  return { text: text.trim().replaceAll('</script', '<\\/script'), packages: packagesIn(metafile) };
}

/** The best that LZMA does. */
const HARDEST = 9;

/** What the script that unpacks calls by the names that browsers give it; all others are its own. */
const OF_BROWSERS =
  /^(?:append|charCodeAt|createElement|decode|entries|fill|floor|from|getElementById|head|length|max|min|script|set|slice|split|style|subarray|textContent)$/;

/** The script that unpacks texts, which stand beside it as letters of base64. @param texts none with a NUL in it */
async function packed(texts) {
  if (texts.some((text) => text.includes('\0'))) throw new Error('The page’s texts cannot be told apart.');
  const { outputFiles } = await build({
    entryPoints: ['build/unpack.js'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: browsers,
    legalComments: 'none',
    mangleProps: /./,
    reserveProps: OF_BROWSERS,
  });
  const data = Buffer.from(compress(new TextEncoder().encode(texts.join('\0')), HARDEST)).toString('base64');
  return { unpack: outputFiles[0].text.trim(), data };
}

/** The packages of which anything is in a bundle. */
function packagesIn({ outputs }) {
  const [{ inputs }] = Object.values(outputs);
  const names = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    return name === undefined || bytesInOutput === 0 ? [] : [name];
  });
  return [...new Set(names), 'assemblyscript', 'lzma1'].sort();
}

/** Whose work is in the page, and under which licence, as the licences ask for. */
function notices(packages) {
  const lines = packages.map((name) => {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    const file = readdirSync(`node_modules/${name}`).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : readFileSync(`node_modules/${name}/${file}`, 'utf8');
    const holders = [...text.matchAll(/^ *(?:The MIT License \(MIT\) )?(Copyright [^[{\n]*?)\s*$/gm)].map(
      ([, line]) => line,
    );
    return `${name} ${version}, ${license}${holders.length === 0 ? '' : `: ${holders.join('; ')}`}`;
  });
  const mit = readFileSync('LICENSE', 'utf8').replace(/^[\s\S]*?(?=Permission is hereby)/, '');
  return `backprop-workbook is under the MIT licence, and so is all in it that is named so:
${lines.join('\n')}

${mit.trim()}

Apache-2.0: https://www.apache.org/licenses/LICENSE-2.0. ISC: permission to use, copy, modify, and distribute is granted with or without
fee, provided that the copyright notice and this permission appear in all copies; as is, without warranty.`.replaceAll(
    '--',
    '- -',
  );
}

/** A module of ours, loaded as it would be in the page. */
async function loaded(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The style: the colours of both schemes, that of pictures, and the page's own. */
async function style() {
  const { lightPalette, darkPalette, pictureStyle } = await loaded('src/picture/index.ts');
  const colors = (palette) =>
    Object.entries(palette)
      .map(([name, color]) => `--${kebab(name)}:#${color}`)
      .join(';');
  const folder = 'src/page/style';
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const css = [
    `:root{color-scheme:light dark;${colors(lightPalette)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${colors(darkPalette)}}}`,
    pictureStyle((name) => `var(--${kebab(name)})`),
    ...parts,
  ].join('\n');
  const { code } = await transform(css, { loader: 'css', minify: true, target: browsers, charset: 'utf8' });
  return code.trim();
}

/** Two units and what they pass on. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1B2A41"/><path d="M8 9 24 23M8 23 24 9" stroke="#6FA8E8" stroke-width="2.5"/><g fill="#fff"><circle cx="8" cy="9" r="4"/><circle cx="8" cy="23" r="4"/><circle cx="24" cy="9" r="4"/><circle cx="24" cy="23" r="4"/></g></svg>',
)}`;

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Writes the page. */
export async function bundlePage(to) {
  const [{ text, packages }, css] = [await script(), await style()];
  const { unpack, data } = await packed([css, text]);
  const policy = [
    "default-src 'none'",
    // The rows of workbooks are made by a module of WebAssembly.
    `script-src ${hashOf(unpack)} ${hashOf(text)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(css)}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = `<!doctype html>
<html lang="en">
<!--
${notices(packages)}
-->
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Back-propagation by hand</title>
<link rel="icon" href="${ICON}">
</head>
<body>
<noscript>This page calculates a neural network, and needs JavaScript for it.</noscript>
<div id="app"></div>
<div id="handout"></div>
<script type="text/plain" id="packed">${data}</script>
<script>${unpack}</script>
</body>
</html>
`;
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, html);
}
