import { pageText, writeText } from '../node/index.ts';
import { prepareText } from '../node/output-file.ts';
import { namedFile } from './flags.ts';
import { backupLine, say } from './say.ts';

/** The page that is written unless another one is named. */
export const DEFAULT_PAGE = 'backprop-workbook.html';

/** The options of the command `page`. */
export const pageOptions = {
  force: { type: 'boolean', default: false, describe: 'Replace a file that is there; it is kept as .bak' },
} as const;

/** What the command `page` is given. */
export interface PageArguments {
  readonly file: string;
  readonly force: boolean;
}

/** Writes the page: all of this program in one file for a browser. */
export async function runPage({ file, force }: PageArguments): Promise<void> {
  prepareText(file, force, namedFile(DEFAULT_PAGE, ['.html', '.htm']));
  const { size, backup } = await writeText(file, pageText());
  await say(`${file}  ${Math.ceil(size / 1000)} kB  Open it in a browser.${backupLine(file, backup)}`);
}
