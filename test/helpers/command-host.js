// A process that runs the commands of the built program one after the other, as its parent asks for them: { folder, words } in, and
// { status, stdout, stderr } out. A command that is not the first has all modules loaded, so it takes a tenth of the time.
import { loadProgram } from '../../dist/bin/program.js';

const { runCommandLine } = loadProgram([]).commands;

/** Takes what is written to a stream in place of the stream. */
function taken(stream, chunks) {
  stream.write = (chunk, ...rest) => {
    chunks.push(Buffer.from(chunk));
    rest.findLast((each) => typeof each === 'function')?.();
    return true;
  };
}

async function run({ folder, words }) {
  const stdout = [];
  const stderr = [];
  taken(process.stdout, stdout);
  taken(process.stderr, stderr);
  process.chdir(folder);
  process.exitCode = undefined;
  await runCommandLine(words);
  const status = process.exitCode ?? 0;
  process.exitCode = undefined;
  process.send({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
}

let last = Promise.resolve();
process.on('message', (order) => {
  last = last.then(() => run(order));
});
