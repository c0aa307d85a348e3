import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a file of the repository. */
export function repositoryFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** The text of a document of the repository. */
export function document(path: string): string {
  return readFileSync(repositoryFile(path), 'utf8');
}

/** The contents of every fenced block of a language, in order. */
export function fencedBlocks(markdown: string, language: string): readonly string[] {
  return [...markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm)].flatMap(([, tag, content = '']) =>
    tag === language ? [content] : [],
  );
}

/**
 * The only fenced block of a language.
 * @throws Error where there is none, or more than one.
 */
export function fencedBlock(markdown: string, language: string): string {
  const [block, ...more] = fencedBlocks(markdown, language);
  if (block === undefined || more.length > 0) throw new Error(`Not exactly one block of ${language}`);
  return block;
}

/**
 * The rows of the table with these headings, cell by cell, without the head.
 * @throws Error where there is no such table.
 */
export function tableRows(markdown: string, ...headings: readonly string[]): readonly (readonly string[])[] {
  const lines = markdown.split('\n').map(cellsOf);
  const head = lines.findIndex((cells) => cells.length > 0 && cells.join('|') === headings.join('|'));
  if (head === -1) throw new Error(`No table is headed ${headings.join(', ')}`);
  const rest = lines.slice(head + 2);
  const end = rest.findIndex((cells) => cells.length === 0);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The cells of a line of a table; none where it is another line. */
function cellsOf(line: string): readonly string[] {
  if (!line.startsWith('|')) return [];
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The text under a heading, up to the next heading of any level. */
export function section(markdown: string, heading: string): string {
  const [, text] = markdown.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (text === undefined) throw new Error(`There is no heading ${heading}`);
  return text.split(/^#+ /m)[0] ?? '';
}

/** What stands between backticks in a text. */
export function codeSpans(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}
