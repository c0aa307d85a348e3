/** The fence that no backticks in a text end. @param least backticks */
const fence = (text: string, least: number): string =>
  '`'.repeat(Math.max(least, 1 + Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))));

/** A text of one line as code, whatever it holds. Source: CommonMark 0.31.2, 6.1. */
export function code(text: string): string {
  const marks = fence(text, 1);
  const pad = text === '' || /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${marks}${pad}${text}${pad}${marks}`;
}

/** A text of one line as a block of code. Source: CommonMark 0.31.2, 4.5. */
export function fenced(text: string): readonly string[] {
  const marks = fence(text, 3);
  return [`${marks}text`, text, marks];
}

/** What Markdown, or a site that shows it, may read as markup, a link, a formula or somebody's name. */
const MARKUP = /[\\`*_{}[\]<>#&|~@$^]|\/\/|:[^\s]|[\p{L}\p{N}-]\.\p{L}{2}|www\.|\bgh-\d/iu;

/** What begins a list or underlines a heading at the beginning of a line. */
const BEGINNING = /^(?:[-+=]+|\d{1,9}[.)])$/;

/**
 * A text of one line in which nothing is markup: words that could be are code. To put `\` before them would not do, since sites make links
 * of addresses, and names after `@`, once the marks are read.
 */
export const inlineText = (text: string): string =>
  text.trim().replace(/[^\s]+/gu, (word, at: number) => {
    if (at === 0 && BEGINNING.test(word)) return code(word);
    if (!MARKUP.test(word)) return word;
    const [, body = word, end = ''] = /^(.*[^.,;:!?])([.,;:!?]*)$/u.exec(word) ?? [];
    return `${code(body)}${end}`;
  });
