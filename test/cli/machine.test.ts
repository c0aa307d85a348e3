import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM, runProgram } from '../helpers/command.ts';
import { classWith } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const WORDS = ['-n', '2', '-r', '1', '-o'];

/** The workbook of these words. */
let own = Buffer.alloc(0);
beforeAll(async () => {
  own = Buffer.from(await workbookBytes(classWith({ learningRates: [1], iterations: 2 })));
});

/** A line of the shell in which $P is the program. */
function shell(folder: string, line: string): { readonly status: number | null; readonly output: string } {
  const env = { ...process.env, P: `${process.execPath} ${PROGRAM}` };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** The same without a halt for what other tests look at meanwhile. */
function shellBeside(
  folder: string,
  line: string,
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn('bash', ['-c', line], {
    cwd: folder,
    env: { ...process.env, P: `${process.execPath} ${PROGRAM}` },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, output })));
}

const told = (line: string): { readonly status: number; readonly output: string } => ({
  status: 2,
  output: `backprop-workbook: ${line}\n`,
});

describe.concurrent('the program writes its workbook', () => {
  test.each(
    every(2, [
      ['a name with spaces, in other scripts', 'a b/schön/网络/שלום 🙂.xlsx'],
      ['a name of 250 characters', `it's "$HOME" & *?${'x'.repeat(229)}.xlsx`],
      ['a name of 250 bytes in few characters', `${'é'.repeat(122)}.xlsx`],
      ['a path of 1,000 characters', `${'deep/'.repeat(199)}a.xlsx`],
    ]),
  )('under %s', async (_, path) => {
    await withTemporaryDirectory(async (folder) => {
      const { status, stderr } = await runProgram(folder, [...WORDS, path]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(readFileSync(join(folder, path)).equals(own)).toBe(true);
    });
  });

  test.each(every(2, [4, 20]))('where it has but %i GB of addresses', async (limit) => {
    await withTemporaryDirectory(async (folder) => {
      const { status, output } = await shellBeside(folder, `ulimit -v ${limit}000000; $P ${WORDS.join(' ')} few.xlsx`);
      expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('few.xlsx') });
      expect(readFileSync(join(folder, 'few.xlsx')).equals(own)).toBe(true);
    });
  });

  test('where addresses are few, with threads; and tells of misuse and of being stopped as ever', async () => {
    await withTemporaryDirectory(async (folder) => {
      const few = 'ulimit -v 20000000';
      expect((await shellBeside(folder, `${few}; $P -n 700 --threads 2 -o threads.xlsx`)).status).toBe(0);
      expect((await shellBeside(folder, `${few}; $P --iteration 3`)).status).toBe(2);
      const stopped = await shellBeside(
        folder,
        `${few}; timeout -s TERM 1 $P -n 60000 -o stopped.xlsx; echo "status $?"; sleep 0.5`,
      );
      expect(stopped.output).toContain('status 124');
      expect(readdirSync(folder)).toEqual(['threads.xlsx']);
    });
  });

  test.each(
    every(2, [
      ['without a home, in German', { HOME: '', USERPROFILE: '', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }],
      ['in Turkish, in another time zone', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }],
    ]),
  )('%s, the same bytes', async (_, environment) => {
    await withTemporaryDirectory(async (folder) => {
      expect((await runProgram(folder, [...WORDS, 'a.xlsx'], environment)).status).toBe(0);
      expect(readFileSync(join(folder, 'a.xlsx')).equals(own)).toBe(true);
    });
  });

  test('where a symbolic link leads, and the link stays', async () => {
    await withTemporaryDirectory(async (folder) => {
      mkdirSync(join(folder, 'there'));
      symlinkSync('there/real.xlsx', join(folder, 'link.xlsx'));
      symlinkSync('link.xlsx', join(folder, 'second.xlsx'));
      for (const name of ['second.xlsx', 'link.xlsx'])
        expect((await runProgram(folder, [...WORDS, name])).status).toBe(0);
      expect(readlinkSync(join(folder, 'link.xlsx'))).toBe('there/real.xlsx');
      expect(readlinkSync(join(folder, 'second.xlsx'))).toBe('link.xlsx');
      expect(lstatSync(join(folder, 'there/real.xlsx')).isFile()).toBe(true);
      expect(readFileSync(join(folder, 'link.xlsx')).equals(own)).toBe(true);
      expect(readdirSync(join(folder, 'there'))).toEqual(['real.xlsx']);
    });
  });

  test('into a pipe and a device, which stay what they are', async () => {
    await withTemporaryDirectory(async (folder) => {
      expect(shell(folder, `mkfifo f; (cat f >got) & $P ${WORDS.join(' ')} f >/dev/null; wait`)).toEqual({
        status: 0,
        output: '',
      });
      expect(lstatSync(join(folder, 'f')).isFIFO()).toBe(true);
      expect(readFileSync(join(folder, 'got')).equals(own)).toBe(true);
      expect(shell(folder, `$P ${WORDS.join(' ')} /dev/null >/dev/null`)).toEqual({ status: 0, output: '' });
      expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    });
  });

  test('whole, where two runs write the same file at once', async () => {
    await withTemporaryDirectory(async (folder) => {
      const runs = await Promise.all([1, 2].map(() => runProgram(folder, [...WORDS, 'a.xlsx'])));
      expect(runs.map(({ status }) => status)).toEqual([0, 0]);
      expect(readdirSync(folder)).toEqual(['a.xlsx']);
      expect(readFileSync(join(folder, 'a.xlsx')).equals(own)).toBe(true);
    });
  });

  test('while another program reads the old one', async () => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), own);
      const file = openSync(join(folder, 'a.xlsx'), 'r');
      expect((await runProgram(folder, ['-n', '3', '-r', '1', '-o', 'a.xlsx'])).status).toBe(0);
      expect(readFileSync(file).equals(own)).toBe(true);
      expect(readFileSync(join(folder, 'a.xlsx')).equals(own)).toBe(false);
    });
  });

  test('for as many as may read the old one', async () => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), own, { mode: 0o600 });
      expect((await runProgram(folder, [...WORDS, 'a.xlsx'])).status).toBe(0);
      expect(statSync(join(folder, 'a.xlsx')).mode & 0o777).toBe(0o600);
    });
  });

  test('and clears away what a run left behind that was killed days ago, and nothing else', async () => {
    await withTemporaryDirectory(async (folder) => {
      const id = '01234567-89ab-cdef-0123-456789abcdef';
      const names = [`.a.xlsx.${id}.part`, `.b.xlsx.${id}.part`, '.a.xlsx.part', `.a.xlsx.x${id}.part`];
      const yesterday = Date.now() / 1000 - 90_000;
      for (const name of names) {
        writeFileSync(join(folder, name), '');
        utimesSync(join(folder, name), yesterday, yesterday);
      }
      const young = `.a.xlsx.${id.replace('0', 'f')}.part`;
      writeFileSync(join(folder, young), '');
      expect((await runProgram(folder, [...WORDS, 'a.xlsx'])).status).toBe(0);
      expect(readdirSync(folder).sort()).toEqual([...names.slice(1), young, 'a.xlsx'].sort());
    });
  });
});

describe.concurrent('the program says in a line', () => {
  test.each([
    ['$P -n 1 -r 1 -o /dev/full', '/dev/full: cannot be written: the disk is full.'],
    ['ulimit -f 20; $P -n 1 -r 1 -o a.xlsx', 'a.xlsx: cannot be written: it would be larger than this system allows.'],
    ['$P explain >/dev/full', 'standard output: cannot be written: the disk is full.'],
    ['mkdir d; cd d; rmdir ../d; $P', 'the folder that it was started in is gone; change to another one.'],
    ['$P /dev/zero', '/dev/zero: has more than 25 MB, too much for a network.'],
  ])('%s', async (line, sentence) => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'own.xlsx'), own);
      expect(shell(folder, line)).toEqual(told(sentence));
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    });
  });

  // What becomes of these, no process of its own is needed to see.
  test.each([
    ['', ['-o', ''], 'The name of the file is empty; name one, such as network.xlsx, with --output.'],
    ['', ['init', ''], 'The name of the file is empty; name one, such as network.json.'],
    ['', ['-o', 'new/'], 'new/: is a folder; name a file, such as network.xlsx, with --output.'],
    ['ln -s b a; ln -s a b', ['-o', 'a'], 'a: is a symbolic link that leads round in a circle; choose another name.'],
    [
      'mv own.xlsx a.xlsx; chmod 444 a.xlsx',
      ['-n', '1', '-r', '1', '-o', 'a.xlsx'],
      'a.xlsx: is read-only, so it stays as it is; choose another name with --output, or replace it with --force.',
    ],
    [
      "mv own.xlsx a.xlsx; touch '.~lock.a.xlsx#'",
      ['-n', '1', '-r', '1', '-o', 'a.xlsx'],
      'a.xlsx: is open in another program, as .~lock.a.xlsx# says; close it there, choose another name with --output, or replace it with --force.',
    ],
  ])('after "%s", of %j', async (before, words, sentence) => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'own.xlsx'), own);
      shell(folder, before);
      const { status, stdout, stderr } = await runProgram(folder, words);
      expect({ status, output: stdout + stderr }).toEqual(told(sentence));
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    });
  });

  test.each(every(2, ['18.20.4', '20.18.3', '21.7.3', '22.1.0']))('that its Node is too old: %s', async (version) => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(
        join(folder, 'older.cjs'),
        `Object.defineProperty(process.versions, 'node', { value: '${version}' });`,
      );
      const sentence = `needs Node 20.19, or 22.2 or newer, but this is Node ${version}; see https://nodejs.org.`;
      expect(shell(folder, 'NODE_OPTIONS="--require ./older.cjs" $P')).toEqual(told(sentence));
    });
  });

  test('that a folder is read-only', async () => {
    await withTemporaryDirectory(async (folder) => {
      mkdirSync(join(folder, 'mine'));
      chmodSync(join(folder, 'mine'), 0o555);
      chmodSync(folder, 0o755);
      // Root may write anywhere: the program runs as nobody.
      const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const words = [PROGRAM, '-n', '1', '-r', '1', '-o', 'mine/a.xlsx'];
      const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', ...user });
      const sentence = 'mine: cannot write into this folder: permission is missing; choose another with --output.';
      expect({ status, output: stderr }).toEqual(told(sentence));
    });
  });

  test('that a disk is full, and leaves nothing on it', async ({ skip }) => {
    await withTemporaryDirectory(async (folder) => {
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
      } catch {
        return skip('A small disk can be mounted by root only');
      }
      try {
        expect(shell('/', `$P -n 1 -r 1 -o ${folder}/a.xlsx`)).toEqual(
          told(`${folder}/a.xlsx: cannot be written: the disk is full.`),
        );
        expect(readdirSync(folder)).toEqual([]);
      } finally {
        execFileSync('umount', [folder]);
      }
    });
  });
});

describe.concurrent('whoever stops listening hears no complaint:', () => {
  test.each(every(2, ['explain', '--help', '-n 1 -r 1 -o a.xlsx', '--zzz 2>&1']))('%s | head -c 1', async (words) => {
    await withTemporaryDirectory(async (folder) => {
      expect(shell(folder, `$P ${words} | head -c 1`).output).toHaveLength(1);
      expect(shell(folder, `$P ${words} >&- 2>&- <&-; [ $? -le 2 ]`)).toEqual({ status: 0, output: '' });
    });
  });
});

describe.concurrent('what a person changed is kept', () => {
  test.each(
    every(2, [
      ['-n 1 -r 1 -o a.xlsx', 'a.xlsx'],
      ['explain -o a.md', 'a.md'],
      ['init a.json', 'a.json'],
    ]),
  )('%s --force, time after time', async (words, name) => {
    await withTemporaryDirectory(async (folder) => {
      for (const [k, text] of ['first', 'second'].entries()) {
        writeFileSync(join(folder, name), text);
        const kept = k === 0 ? `${name}.bak` : `${name}.${k + 1}.bak`;
        const { status, stdout } = await runProgram(folder, [...words.split(' '), '--force']);
        expect({ status, last: stdout.split('\n').at(-2) }).toEqual({
          status: 0,
          last: `The old ${name} is kept as ${kept}.`,
        });
        expect(readFileSync(join(folder, kept), 'utf8')).toBe(text);
      }
      // Nothing would be lost with what the program itself made last.
      expect((await runProgram(folder, [...words.split(' '), '--force'])).status).toBe(0);
      expect(readdirSync(folder).sort()).toEqual([name, ...['2.bak', 'bak'].map((end) => `${name}.${end}`)]);
    });
  });

  test('with --json, which says where', async () => {
    await withTemporaryDirectory(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), 'mine');
      const { stdout } = await runProgram(folder, [...WORDS, 'a.xlsx', '--force', '--json']);
      expect(JSON.parse(stdout)).toMatchObject({ file: 'a.xlsx', backup: 'a.xlsx.bak' });
    });
  });

  test('or stays where it is, if it cannot be kept', async () => {
    await withTemporaryDirectory(async (folder) => {
      const name = `${'x'.repeat(248)}.xlsx`;
      writeFileSync(join(folder, name), 'mine');
      const { status, stderr } = await runProgram(folder, [...WORDS, name, '--force']);
      expect(stderr).toContain(`stays as it is: it cannot be kept as ${name}.bak, for its name is too long; choose `);
      expect(status).toBe(2);
      expect(readdirSync(folder)).toEqual([name]);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
    });
  });
});

// Not beside the others: they halt what has to look in time.
test('what a person changed while the program was at work is kept', async () => {
  await withTemporaryDirectory(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const child = spawn(process.execPath, [PROGRAM, '-n', '30000', '-r', '1', '-o', path], { stdio: 'ignore' });
    const end = new Promise((resolve) => child.once('exit', resolve));
    const isAtWork = (): boolean => readdirSync(folder).some((name) => name.startsWith(`.${basename(path)}.`));
    while (child.exitCode === null && !isAtWork()) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(child.exitCode).toBeNull();
    writeFileSync(path, 'mine');
    expect(await end).toBe(0);
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe('mine');
  });
});
