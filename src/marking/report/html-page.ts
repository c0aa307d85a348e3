import { visible } from '../../network/path-text.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text of a stranger in HTML, in an element or in an attribute's quotes, where it is nothing but text. */
export const htmlText = (text: string): string => visible(text).replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2a41; --muted: #55647a; --line: #c9d2de; --wash: #f3f5f8; --good: #0b6b3a; --bad: #b42318; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9f0; --muted: #a9b4c4; --line: #3c4a5e; --wash: #1f2a3a; --good: #7fd6a6; --bad: #ff9b8f; --page: #131a24; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 1.6rem; } h3 { font-size: 1rem; margin: 1.2rem 0 0; } p { margin: .4rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { background: var(--wash); position: sticky; top: 0; } td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
th button { font: inherit; font-weight: bold; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: left; }
td:first-child { white-space: nowrap; max-width: 24rem; overflow: hidden; text-overflow: ellipsis; }
.wide { overflow-x: auto; } .lead { font-weight: bold; } .question { font-style: italic; } .muted { color: var(--muted); } .good { color: var(--good); } .bad { color: var(--bad); }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; } section { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } th { position: static; } tr { break-inside: avoid; } }
`;

/**
 * A page of HTML that is one file: nothing is fetched.
 *
 * @param title a text
 * @param body HTML
 * @param script of ours, without which the page says the same
 */
export const htmlPage = (title: string, body: string, script = ''): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${script === '' ? "'none'" : "'unsafe-inline'"}">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
${script === '' ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
