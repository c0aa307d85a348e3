/**
 * Markdown as GitHub reads it. Its formulas stand in fences and between $` and `$, where Markdown leaves underscores alone.
 * Source: GitHub Docs, "Writing mathematical expressions".
 */

/** A formula in a line of text. */
export const inline = (latex: string): string => `$\`${latex}\`$`;

/** A formula of several lines in a block of its own, aligned at their `&`. */
export const block = (lines: readonly string[]): string =>
  ['```math', '\\begin{aligned}', lines.join(' \\\\\n'), '\\end{aligned}', '```'].join('\n');

/** A row of a table. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Text that is to stand as it is, on one line. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&')
    .replaceAll('$', '<span>$</span>');
}

/** The same as a paragraph of its own, which begins neither a list nor a line across the page. */
export const escapedParagraph = (text: string): string =>
  escaped(text.trim())
    .replace(/^[-=]/, '\\$&')
    .replace(/^(\d+)\./, '$1\\.');
