// What is up to date: a step of the build leaves a stamp, a digest of all that it read and a list of what it made. This file loads nothing that
// builds, since loading that takes longer than most runs of the program.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** The folder of the stamps: they go where all goes that was built. */
const STAMPS = 'dist/.built';

const stampOf = ({ name }) => `${STAMPS}/${name}`;

/** What every step reads besides its own inputs: how to build, and with which packages; npm writes the last list when it installs. */
const TOOLS = ['build', 'build.js', 'package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

/** The files of a folder, in the order of their names, or the file itself; none where there is neither. */
function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesOf(below) : [below];
  });
}

/** A digest of what a step reads, also of the version of Node. */
function readBy({ inputs }) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...TOOLS, ...inputs].flatMap(filesOf)) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

/** What a step has made: every file and its size, which tell whether one was deleted or cut off. */
function madeBy({ outputs, except = [] }) {
  const others = [STAMPS, ...except].map((folder) => `${folder}/`);
  const files = outputs.flatMap(filesOf).filter((file) => !others.some((other) => file.startsWith(other)));
  return files.map((file) => `${file} ${statSync(file).size}\n`).join('');
}

/** Whether a step has nothing to do. */
export function isUpToDate(step) {
  try {
    return readFileSync(stampOf(step), 'utf8') === `${readBy(step)}\n${madeBy(step)}`;
  } catch {
    return false;
  }
}

/** Runs a step. It has no stamp until it is done, so that a step that fails or is stopped runs again the next time. */
export async function run(step) {
  rmSync(stampOf(step), { force: true });
  // A file that is changed meanwhile must not pass for one that was read.
  const read = readBy(step);
  await step.make();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stampOf(step), `${read}\n${madeBy(step)}`);
}
