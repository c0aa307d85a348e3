import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../helpers/command.ts';
import { repositoryFile } from '../markdown.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const page = readFileSync(repositoryFile('dist/page/backprop-workbook.html'), 'utf8');

test('page writes the page, and leaves a file that is there as it is unless it is told to replace it', async () => {
  await withTemporaryDirectory(async (folder) => {
    const written = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const first = await runProgram(folder, ['page']);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^backprop-workbook\.html {2}\d+ kB {2}Open it in a browser\.\n$/);
    expect(written('backprop-workbook.html')).toBe(page);

    writeFileSync(join(folder, 'mine.html'), 'mine');
    const second = await runProgram(folder, ['page', 'mine.html']);
    expect(second.status).toBe(2);
    expect(second.stderr).toBe(
      'backprop-workbook: mine.html: already exists and stays as it is; choose another name, or replace it with --force.\n',
    );
    expect(written('mine.html')).toBe('mine');

    expect((await runProgram(folder, ['page', 'mine.html', '--force'])).status).toBe(0);
    expect(written('mine.html')).toBe(page);
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.bak'))
        .map(written),
    ).toEqual(['mine']);
  });
});
