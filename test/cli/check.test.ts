import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { withSettings } from '../../src/settings/settings.ts';
import { unsealed } from '../check/unsealed.ts';
import { learnerWorkbook } from '../check/workbooks/learner-workbook.ts';
import { classShape, neatPlan, type Otherwise } from '../check/workbooks/neat.ts';
import { xlsx } from '../check/workbooks/xlsx.ts';
import { type Outcome, runProgram } from '../helpers/command.ts';
import { exerciseBytes } from '../helpers/exercise.ts';
import { classWith } from '../helpers/networks.ts';
import { changePart } from '../helpers/replace-formula.ts';
import { every } from '../helpers/sample.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const network = classWith({ learningRates: [0.5], iterations: 3 });
const TABLE = 'xl/worksheets/sheet4.xml';
const other = withSettings(network, { activation: ['tanh'], biases: 'layer', loss: 'mean-squared-error' });

const learners = (otherwise: Otherwise): Uint8Array => {
  const plan = neatPlan(otherwise);
  return xlsx(learnerWorkbook(plan), plan.writing);
};

/** The workbooks in the folder in which the program is run. */
const files = new Map<string, Uint8Array>();
beforeAll(async () => {
  const own = await workbookBytes(network);
  const slip = (xml: string) => xml.replace(/(<c r="[A-Z]+15"[^>]*><f>)([A-Z]+15\*[A-Z]+15\+)/, '$12*$2');
  files.set('own.xlsx', own);
  files.set('right.xlsx', unsealed(own));
  files.set('wrong.xlsx', changePart(own, TABLE, slip));
  files.set('empty.xlsx', await exerciseBytes(network, { blank: 'updates' }));
  files.set('other.xlsx', unsealed(await workbookBytes(other)));
  files.set('tanh.xlsx', learners({ style: { activation: ['tanh', 'sigmoid'] } }));
  files.set('layer.xlsx', learners({ shape: { ...classShape, biases: 'layer' } }));
  files.set('mean.xlsx', unsealed(await workbookBytes(withSettings(network, { loss: 'mean-squared-error' }))));
  files.set('no.xlsx', new Uint8Array([1, 2, 3]));
});

/** Runs `check` with these words, beside all the files. */
const check = (words: string): Promise<Outcome> =>
  withTemporaryDirectory((folder) => {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    return runProgram(folder, ['check', ...words.split(' ')]);
  });

describe.concurrent('check ends with the code', () => {
  test.each(
    every(2, [
      [0, 'right.xlsx'],
      [0, 'own.xlsx right.xlsx'],
      [0, 'own.xlsx'],
      [1, 'wrong.xlsx'],
      [1, 'right.xlsx wrong.xlsx no.xlsx empty.xlsx'],
      [2, 'empty.xlsx'],
      [2, 'no.xlsx'],
      [2, 'right.xlsx own.xlsx empty.xlsx'],
      [2, 'none.xlsx'],
      [2, 'no.xlsx right.xlsx'],
    ] as const),
  )('%i: %s', async (code, words) => {
    expect((await check(words)).status).toBe(code);
  });
});

describe.concurrent('check --json gives the verdict and its counts', () => {
  test('of a file', async () => {
    expect(JSON.parse((await check('wrong.xlsx --json')).stdout)).toMatchObject({
      file: 'wrong.xlsx',
      verdict: 'wrong',
      counts: { mistakes: 1 },
    });
  });

  test('of several', async () => {
    const reports = JSON.parse((await check('right.xlsx own.xlsx empty.xlsx --json')).stdout);
    expect(reports).toMatchObject([
      { file: 'right.xlsx', verdict: 'right', counts: { mistakes: 0, notJudged: 0 } },
      { file: 'own.xlsx', verdict: 'own', counts: { mistakes: 0, judgedCells: 0, notJudged: 0 } },
      { file: 'empty.xlsx', verdict: 'unjudged', counts: { mistakes: 0, judgedCells: 0, notJudged: 0 } },
    ]);
    expect(reports[0].counts.judgedCells).toBeGreaterThan(50);
  });
});

describe.concurrent('check judges by the network that is named, with other', () => {
  test.each(
    every(2, [
      [0, '--network class --activation tanh --biases layer --loss mean-squared-error'],
      [0, '--network class --activation tanh tanh --loss mean-squared-error --biases layer'],
      [1, '--network class --activation relu --biases layer --loss mean-squared-error'],
      [1, '--network class --activation tanh --biases layer'],
    ] as const),
  )('%i: %s', async (code, words) => {
    expect((await check(`other.xlsx ${words}`)).status).toBe(code);
  });
});

describe.concurrent('check judges by the network that the headers tell, with other', () => {
  test.each(
    every(2, [
      [1, 'tanh.xlsx'],
      [0, 'tanh.xlsx --activation tanh sigmoid'],
      [1, 'tanh.xlsx --activation tanh'],
      [0, 'layer.xlsx --biases layer'],
      [1, 'layer.xlsx --biases unit'],
      [1, 'layer.xlsx --biases none'],
      [1, 'mean.xlsx'],
      [0, 'mean.xlsx --loss mean-squared-error'],
      [0, 'other.xlsx --activation tanh --biases layer --loss mean-squared-error'],
      [1, 'other.xlsx --biases layer --loss mean-squared-error --activation relu'],
    ] as const),
  )('%i: %s', async (code, words) => {
    expect((await check(words)).status).toBe(code);
  });

  test.each([
    ['--activation tanh tanh tanh', '--activation: names 3 activations, but the network has 2 layers'],
    ['--loss cross-entropy', '--activation: must be "softmax" for the loss "cross-entropy", not "sigmoid"'],
  ])('%s, which does not fit: not judged', async (words, why) => {
    const { status, stdout } = await check(`tanh.xlsx ${words}`);
    expect(status).toBe(2);
    expect(stdout).toContain(`the options do not fit its network: ${why}`);
  });
});

describe.concurrent('check refuses in a sentence', () => {
  test.each([
    ['--activation tan', '--activation: there is no "tan"; did you mean "tanh"? There are: sigmoid, tanh, '],
    ['--biases fixed', '--biases: there is no "fixed". There are: none, unit, layer.'],
    ['--loss mse', '--loss: there is no "mse". There are: half-squared-error, '],
    ['--loss', '--loss needs a value; see backprop-workbook --help.'],
    [
      '--network class --activation tanh tanh tanh',
      '--activation: names 3 activations, but the network has 2 layers; ',
    ],
    ['--network class --loss cross-entropy', '--activation: must be "softmax" for the loss "cross-entropy", not '],
    ['--optimizer adam', 'there is no option --optimizer of check; '],
  ])('%s', async (words, sentence) => {
    const { status, stdout, stderr } = await check(`right.xlsx ${words}`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.startsWith(`backprop-workbook: ${sentence}`), stderr).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
