import { checkWorkbook } from '../../check/check.ts';
import { limits } from '../../check/file/limits.ts';
import { type Report, unjudged } from '../../check/finding.ts';
import type { Network } from '../../network/network.ts';
import { parseNetwork } from '../../network/parse.ts';
import { networkNames, networkTemplate } from '../../network/ready-made.ts';
import { type Generation, generate, generateExercise } from '../../pipeline/generate.ts';
import type { Progress } from '../../pipeline/generate-options.ts';
import { checkWords } from '../words.ts';
import type { Outcome, Task } from './messages.ts';

/** What Excel's workbooks are called where files are told apart by more than their names. */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Does a task, wherever that is. @param told how much of it is done, from 0 to 1 */
export async function perform(task: Task, told: (share: number) => void): Promise<Outcome> {
  switch (task.kind) {
    case 'workbook':
      return written(await generate(task.network, { progress: shareOf(task.network, told) }));
    case 'exercise': {
      const { network, blank, answers } = task;
      return written(await generateExercise(network, { blank, answers }, { progress: shareOf(network, told) }));
    }
    case 'check':
      return { kind: 'report', report: await judged(task) };
  }
}

/** Rows are nearly all that takes time. */
function shareOf({ learningRates, runs }: Network, told: (share: number) => void): (written: Progress) => void {
  const count = runs?.length ?? learningRates.length;
  return ({ run, rows, of }) => {
    told((run + rows / of) / count);
  };
}

async function written({ bytes }: Generation): Promise<Outcome> {
  const pieces: BlobPart[] = [];
  for await (const piece of bytes) pieces.push(piece.slice());
  return { kind: 'file', file: new Blob(pieces, { type: XLSX }) };
}

async function judged({ file, network, learningRate }: Task & { readonly kind: 'check' }): Promise<Report> {
  if (file.size > limits.file)
    return unjudged(`The file has ${Math.ceil(file.size / 1e6)} MB; at most ${limits.file / 1e6} MB are read.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const rate = learningRate === undefined ? {} : { learningRate };
  if (network !== undefined) return checkWorkbook(bytes, { network, called, ...rate });
  const named = networkNames().map((name) => [name, parseNetwork(JSON.parse(networkTemplate(name)))] as const);
  return checkWorkbook(bytes, { candidates: new Map(named), called, ...rate });
}

/** What the page calls what a report asks for. */
const called = (field: string): string => checkWords[field === 'network' ? 'byOwn' : 'rate'].replace(/^.*$/, '“$&”');
