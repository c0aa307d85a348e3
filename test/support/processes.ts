import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The path of the first of these programs that can be run, names looked up along PATH; undefined where none can. */
export function findProgram(...names: readonly string[]): string | undefined {
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter);
  const candidates = names.flatMap((name) =>
    name.includes('/') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What was found of Python, by module: asking takes a process. */
const pythons = new Map<string, string | undefined>();

/** The first Python 3 that can import the module, the system's own first, as distributions put such modules there. */
export function pythonWith(module: string): string | undefined {
  if (!pythons.has(module)) {
    const canImport = (python: string): boolean =>
      spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0;
    pythons.set(module, ['/usr/bin/python3', 'python3'].find(canImport));
  }
  return pythons.get(module);
}

/** Does some work with a directory of its own under the system's temporary one, removed afterwards in any case. */
export async function withTemporaryDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'workbook-test-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Writes workbooks into a directory as `0.xlsx` and so on, and gives their paths in the same order. */
export function writeWorkbooks(directory: string, workbooks: readonly Uint8Array[]): Promise<readonly string[]> {
  return Promise.all(
    workbooks.map(async (bytes, index) => {
      const path = join(directory, `${index}.xlsx`);
      await writeFile(path, bytes);
      return path;
    }),
  );
}

/**
 * Runs a Python script to its end and gives what it printed. The script's standard input stays open while it is
 * wanted, so one that reads it notices when this process is gone.
 * @throws Error with what it wrote to standard error where it fails or takes longer than the given milliseconds.
 */
export function runPython(
  python: string,
  script: string,
  scriptArguments: readonly string[],
  milliseconds: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // -B leaves no compiled files beside the script.
    const child = spawn(python, ['-B', script, ...scriptArguments], { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let complaints = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      // First the polite way, which lets the script end its own children.
      child.stdin.end();
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
    }, milliseconds);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) reject(new Error(`${script} was stopped after ${milliseconds} ms: ${complaints}`));
      else if (code !== 0) reject(new Error(`${script} failed: ${complaints}`));
      else resolve(output);
    });
  });
}
