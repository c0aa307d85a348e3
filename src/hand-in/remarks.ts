import { textSeal } from '../seal/text-seal.ts';

/**
 * What of a hand-in's page is a person's own, and how the page tells whether anything else was changed: between two comments stands what
 * the person wrote, and a comment at the end holds the digests of the page's other parts and of the files beside it.
 */

const BEGIN = '<!-- remarks: what stands from here … -->';
const END = '<!-- … to here is kept when this page is made again -->';

/** The remarks with the comments around them. */
export const remarksPlace = (text: string): string => `${BEGIN}\n\n${text}\n\n${END}`;

/** A page before, within and after the remarks; undefined where it has no place for them. */
function partsOf(page: string): readonly [before: string, own: string, after: string] | undefined {
  const text = page.replaceAll('\r\n', '\n');
  const [begin, end] = [text.indexOf(BEGIN), text.lastIndexOf(END)];
  if (begin < 0 || end < begin) return undefined;
  const from = begin + BEGIN.length;
  return [text.slice(0, from), text.slice(from, end), text.slice(end)];
}

/** A new page with the remarks of an older one, if that has any. */
export function withRemarksOf(page: string, older: string): string {
  const [parts, own] = [partsOf(page), partsOf(older)?.[1]];
  return parts === undefined || own === undefined ? page : parts[0] + own + parts[2];
}

const SEALS = /\n<!-- made by backprop-workbook\n((?:.+ [0-9a-f]{64}\n)*)-->\n$/;

/** The digest of a page without its remarks and without the digests. */
const sealOfPage = (page: string): string => {
  const [before, , after] = partsOf(page) ?? [page, '', ''];
  return textSeal((before + after).replace(SEALS, ''));
};

/**
 * A page with the digests of itself and of the texts beside it.
 *
 * @param texts by their paths
 */
export function sealed(path: string, page: string, texts: ReadonlyMap<string, string>): string {
  const seals = [[path, sealOfPage(page)], ...[...texts].map(([name, text]) => [name, textSeal(text)])];
  return `${page}\n<!-- made by backprop-workbook\n${seals.map((line) => `${line.join(' ')}\n`).join('')}-->\n`;
}

/** The digests that a page holds, by path; none where it is no page of a hand-in. */
export function sealsOf(page: string): ReadonlyMap<string, string> {
  const lines = SEALS.exec(page.replaceAll('\r\n', '\n'))?.[1]?.trim().split('\n') ?? [];
  return new Map(lines.map((line) => [line.slice(0, -65), line.slice(-64)] as const));
}

/** Whether a text that stands at a path is as it was when the page's digests were made. @param path that of the page for the page itself */
export function isAsMade(path: string, text: string, page: { readonly path: string; readonly text: string }): boolean {
  const seal = path === page.path ? sealOfPage(text.replaceAll('\r\n', '\n')) : textSeal(text);
  return sealsOf(page.text).get(path) === seal;
}
