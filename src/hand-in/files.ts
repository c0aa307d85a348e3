/** The paths of a hand-in's files but the pictures. */
export const handInPaths = {
  page: 'README.md',
  workbook: 'backpropagation.xlsx',
  network: 'network.json',
  steps: 'steps.md',
} as const;

/** A picture of a hand-in: its name, from which its files have theirs, and what it shows, for those who do not see it. */
export interface PictureName {
  readonly name: string;
  readonly shows: string;
}

/** The folder of the pictures. */
export const PICTURES = 'pictures';

/** The path of a picture on a ground. */
export const picturePath = (name: string, theme: string): string => `${PICTURES}/${name}-${theme}.svg`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A picture as GitHub shows it: the one that suits the theme of whoever reads. */
export function pictureMarkup({ name, shows }: PictureName): string {
  const text = shows.replace(/\s+/g, ' ').replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);
  return [
    '<picture>',
    `<source media="(prefers-color-scheme: dark)" srcset="${picturePath(name, 'dark')}">`,
    `<img alt="${text}" src="${picturePath(name, 'light')}">`,
    '</picture>',
  ].join('\n');
}
