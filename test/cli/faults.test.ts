import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { networkNames } from '../../src/network/ready-made.ts';
import { filesIn, runProgram } from '../helpers/command.ts';
import { classNetwork } from '../helpers/networks.ts';
import { every } from '../helpers/sample.ts';
import { withTemporaryDirectory } from '../support/processes.ts';

const NAMES = networkNames().join(', ');
const INITIAL = 'i1 i2 t1 t2 w1 w2 w3 w4 w5 w6 w7 w8';
const ACTIVATIONS = 'sigmoid, tanh, relu, leaky-relu, elu, softplus, silu, gelu, hard-sigmoid, linear, softmax';
const LOSSES =
  'half-squared-error, mean-squared-error, mean-absolute-error, huber, hinge, binary-cross-entropy, cross-entropy';
const OPTIMIZERS = 'sgd, momentum, nesterov, adagrad, rmsprop, adam';

/** What stands in the folder in which the program is run. */
const files: Readonly<Record<string, string>> = {
  'broken.json': '{\n  "title": "x",\n  "samples": }\n',
  'comment.json': '{ "title": "x" // no comments in JSON\n}',
  'empty.json': '',
  'twice.json': '{ "title": "x" } { }',
  'several.json': JSON.stringify({
    ...classNetwork,
    title: '',
    loss: 'mse',
    layers: [{ activation: 'sigmoid', weights: [[0.1], [0.2, 'x']] }, classNetwork.layers[1]],
    iterations: 0.5,
    seed: 1,
  }),
  'shape.json': JSON.stringify({ ...classNetwork, samples: [{ inputs: [1, 2, 3], targets: [1] }] }),
  'wide.json': JSON.stringify({
    ...classNetwork,
    learningRates: [1],
    iterations: 1,
    samples: [{ inputs: new Array(3500).fill(0), targets: [0, 1] }],
    layers: [{ activation: 'sigmoid', weights: new Array(2).fill(new Array(3500).fill(0)) }],
  }),
  'gaps.csv': 'a;b;y\n1;;2\n1;x;2\n',
  'table.json': JSON.stringify({ ...classNetwork, samples: undefined, data: { file: 'gaps.csv' } }),
  'text.txt': 'My own notes.',
  'notes.xlsx': 'My own notes.',
  'notes.json': 'My own notes.',
  'book.xlsx': 'PK\u0003\u0004',
};

/** What is typed after the program's name, and the lines that it answers, without its own name before each. */
const faults: readonly (readonly [words: string, ...lines: readonly string[]])[] = [
  ['clas', `"clas": there is no ready-made network of this name; did you mean "class"?`],
  ['generate zebra', `"zebra": there is no ready-made network of this name. There are: `],
  ['none.json', 'none.json: there is no such network file; check the path.'],
  ['nowhere/none', 'nowhere/none: there is no such network file; check the path.'],
  ['folder', 'folder: cannot be read: it is a folder.'],
  ['book.xlsx', 'book.xlsx: is a workbook or an archive, not a text in JSON.'],
  ['class.json', 'class.json: there is no such network file; the ready-made network is called class.'],
  ['/proc/self/mem', '/proc/self/mem: cannot be read: '],
  ['broken.json', 'broken.json:3:14: is not JSON: '],
  ['comment.json', 'comment.json:1:16: is not JSON: '],
  ['empty.json', 'empty.json:1:1: is not JSON: '],
  ['twice.json', 'twice.json:1:18: is not JSON: '],
  ['text.txt', 'text.txt:1:1: is not JSON: '],
  [
    'several.json',
    'several.json: title: must not be empty.',
    'several.json: layers[0].weights[1][1]: must be a finite number, not "x".',
    'several.json: loss: must be "half-squared-error", "mean-squared-error", "mean-absolute-error", "huber", "hinge", "binary-cross-entropy" or "cross-entropy", not "mse".',
    'several.json: iterations: must be a whole number, not 0.5.',
    'several.json: seed: unknown field; remove it.',
    'several.json: layers[0].weights[0]: holds 1 weights, but must hold 2: one for each of the inputs of the samples.',
  ],
  [
    'shape.json',
    'shape.json: samples[0].targets: holds 1 targets, but must hold 2: ',
    'shape.json: layers[0].weights[0]: holds 2 weights, but must hold 3: ',
    'shape.json: layers[0].weights[1]: holds 2 weights, but must hold 3: ',
  ],
  ['wide.json', 'layers: This network needs 17'],
  ['-r NaN', '--learning-rates: "NaN" is not a finite number; write it like 0.5 or 1e-3.'],
  ['-r inf', '--learning-rates: "inf" is not a finite number; write it like 0.5 or 1e-3.'],
  ['-r 1e999', '--learning-rates: "1e999" is not a finite number; write it like 0.5 or 1e-3.'],
  ['-r 0,5', '--learning-rates: "0,5" can be read in two ways; write 0.5 for one number, 0 5 for two.'],
  ['-r ,5 1', '--learning-rates: ",5" can be read in two ways; write 0.5 for one number, 0 5 for two.'],
  ['-r 0.5,x', '--learning-rates: "x" is not a finite number; write it like 0.5 or 1e-3.'],
  ['-r ,', '--learning-rates: "," is not a finite number; write it like 0.5 or 1e-3.'],
  [
    'explain -r 0,5',
    '--learning-rate: "0,5" has a comma; write a point before decimals, as in 0.5, and nothing between ',
  ],
  ['explain -r 0.5 1', '"1": is a number where a network is expected; the flag before it takes one only.'],
  ['explain -k 1,000', '--iteration: "1,000" has a comma; '],
  ['-r -1', '--learning-rates: must be greater than 0, not -1.'],
  ['-r 0', '--learning-rates: must be greater than 0, not 0.'],
  ['-r 0.5 1 0.5', '--learning-rates: repeats 0.5; give each learning rate once.'],
  [
    '-r 0 -2 3',
    '--learning-rates: must be greater than 0, not 0.',
    '--learning-rates: must be greater than 0, not -2.',
  ],
  ['-r', '--learning-rates needs a value; see backprop-workbook --help.'],
  ['-r 0x10', '--learning-rates: "0x10" is not a finite number; write it like 0.5 or 1e-3.'],
  ['-r 1_0', '--learning-rates: "1_0" is not a finite number; write it like 0.5 or 1e-3.'],
  ['-r １', '--learning-rates: "１" is not a finite number; write it like 0.5 or 1e-3.'],
  [
    '-r 1e-320',
    '--learning-rates: must be 0 or at least 2.2250738585072014e-308 in size, the smallest number of a cell',
  ],
  [`-r ${'1 '.repeat(101).trim()}`, '--learning-rates: holds too many entries; at most 100 are possible.'],
  ['-n', '--iterations needs a value; see backprop-workbook --help.'],
  ['-n 0', '--iterations: must be at least 1, not 0.'],
  ['-n -3', '--iterations: must be at least 1, not -3.'],
  ['-n 2.5', '--iterations: must be a whole number, not 2.5.'],
  ['-n many', '--iterations: "many" is not a whole number; write it like 3.'],
  [
    '-n 1,000',
    '--iterations: "1,000" has a comma; write a point before decimals, as in 0.5, and nothing between thousands.',
  ],
  ['-n 5 6', '"6": is a number where a network is expected; '],
  ['--threads two', '--threads: "two" is not a whole number; write it like 3.'],
  ['-n 1048564', '--iterations: must be at most 1048563, the rows that Excel has for them, not 1048564.'],
  ['--set w9=1', `--set: the network has no initial value "w9"; did you mean "w1"? It has: ${INITIAL}`],
  [
    '--set w99=1 --set bias=2',
    '--set: the network has no initial value "w99". It has: ',
    `--set: the network has no initial value "bias". It has: ${INITIAL}`,
  ],
  ['--set w5=1 w6=2', '"w6=2": stands alone; write --set before each initial value.'],
  ['--set __proto__=1', `--set: the network has no initial value "__proto__". It has: ${INITIAL}`],
  ['--set constructor=1', `--set: the network has no initial value "constructor". It has: ${INITIAL}`],
  ['--set w5=1e999', '--set w5: "1e999" is not a finite number; write it like 0.5 or 1e-3.'],
  ['--set w5', '--set: "w5" is not of the form NAME=NUMBER, such as w5=0.3.'],
  ['--set =1', '--set: "=1" is not of the form NAME=NUMBER, such as w5=0.3.'],
  ['--set w5=1=2', '--set: "w5=1=2" is not of the form NAME=NUMBER, such as w5=0.3.'],
  ['--set w5=', '--set w5: "" is not a finite number; write it like 0.5 or 1e-3.'],
  [
    '--set w5=0,3',
    '--set w5: "0,3" has a comma; write a point before decimals, as in 0.5, and nothing between thousands.',
  ],
  ['--set w5=.3,w6=.4', '--set: "w5=.3,w6=.4" sets several values; write --set before each.'],
  [
    '--hidden 20 --set w=1',
    '--set: the network has no initial value "w"; did you mean "w1"? It has 84 of them, from i1 to w80.',
  ],
  ['--set momentum=2 --optimizer nesterov', '--set momentum: must be less than 1, not 2.'],
  ['xor --set i1=0', '--set: the network has no initial value "i1"; did you mean "i1@1"? It has: i1@1 i2@1 i1@2 '],
  ['--activation sigmod', `--activation: there is no "sigmod"; did you mean "sigmoid"? There are: ${ACTIVATIONS}.`],
  ['--activation tanh,Relu', `--activation: there is no "Relu"; did you mean "relu"? There are: ${ACTIVATIONS}.`],
  ['--activation', '--activation needs a value; see backprop-workbook --help.'],
  ['--activation relu tanh relu', '--activation: names 3 activations, but the network has 2 layers; give one for each'],
  ['--loss mse', `--loss: there is no "mse". There are: ${LOSSES}.`],
  ['--loss cross-entrpy', `--loss: there is no "cross-entrpy"; did you mean "cross-entropy"? There are: ${LOSSES}.`],
  ['--loss cross-entropy', '--activation: must be "softmax" for the loss "cross-entropy", not "sigmoid"; or choose '],
  ['--l1 -1', '--l1: must be greater than 0, not -1.'],
  ['--weight-decay 0,1', '--weight-decay: "0,1" has a comma; write a point before decimals'],
  [
    '--loss hinge -n 2',
    'samples[0].targets[0]: must be −1 or 1 for the loss "hinge", not 0.01.',
    'samples[0].targets[1]: must be −1 or 1 for the loss "hinge", not 0.99.',
  ],
  ['xor --batch 3', '--batch: must divide the number of samples, 4: 1, 2, 4, not 3.'],
  ['xor --batch some', '--batch: "some" is not a whole number; write it like 3.'],
  [
    '--schedule cosin',
    '--schedule: there is no "cosin"; did you mean "cosine"? There are: none, step, exponential, cosine.',
  ],
  [
    'class --data gaps.csv',
    'gaps.csv: line 2, column "b": is empty; fill it in, or leave the line out.',
    'gaps.csv: line 3, column "b": "x" is not a number; write it like 0.5 or 0,5.',
  ],
  ['table.json', 'gaps.csv: line 2, column "b": is empty; ', 'gaps.csv: line 3, column "b": "x" is not a number; '],
  ['class --data gaps.csv --targets z', '--targets: there is no column "z"; there are: "a", "b", "y".'],
  ['class --data gaps.csv --noise 1', '--noise: has a meaning for a ready set only.'],
  ['class --data none.csv', 'none.csv: there is no such table; check the path.'],
  ['class --data book.xlsx', 'book.xlsx: is a workbook or an archive, not a table as text; save its sheet as CSV.'],
  ['xor --data mons', '--data: there is no ready set "mons"; did you mean "moons"? There are: and, or, nand, xor, '],
  ['xor --data moons --targets y', '--targets: has a meaning for a table only.'],
  [
    'xor --noise 1 --standardise',
    '--noise: has a meaning with --data only; ',
    '--standardise: has a meaning with --data only; ',
  ],
  ['xor --data iris --samples 200', '--samples: must be at most 150, all that "iris" has, not 200.'],
  ['xor --data moons --samples 2000', '--samples: must be a whole number from 1 to 1000, not 2000.'],
  ['xor --data moons --test 1', '--test: must be a share from 0 to below 1, not 1.'],
  ['xor --data xor --test 0.1', '--test: 0.1 of 4 leaves no sample to test with; '],
  ['xor --data moons --noise -1', '--noise: must be at least 0, not -1.'],
  ['--warm-up 0', '--warm-up: must be at least 1, not 0.'],
  ['--optimizer adm', `--optimizer: there is no "adm"; did you mean "adam"? There are: ${OPTIMIZERS}.`],
  ['explain --optimizer bfgs', `--optimizer: there is no "bfgs". There are: ${OPTIMIZERS}.`],
  ['--biases units', '--biases: there is no "units"; did you mean "unit"? There are: none, unit, layer.'],
  ['--hidden three', '--hidden: "three" is not a whole number; write it like 3.'],
  ['--hidden 3,x', '--hidden: "x" is not a whole number; write it like 3.'],
  ['--biases none unit', '"unit": is a value of --biases, which takes one.'],
  ['exercise --blank forward updates', '"updates": is a value of --blank, which takes one.'],
  ['generate tanh', '"tanh": is a value of --activation; write the flag before it.'],
  ['--hidden 3 0', '--hidden: must be at least 1, not 0.'],
  ['explain --hidden 1.5', '--hidden: must be a whole number, not 1.5.'],
  ['--seed -1', '--seed: must be at least 0, not -1.'],
  ['--seed 4294967296', '--seed: must be at most 4294967295, not 4294967296.'],
  ['--hidden 1001', '--hidden: must be at most 1000, not 1001.'],
  [
    '--hidden 1000 1000',
    '--hidden: hold 1004000 weights, more than the 16384 columns of a sheet; give them fewer units.',
  ],
  ['--no-hidden', 'there is no option --no-hidden; see backprop-workbook --help.'],
  ['--no-force', 'there is no option --no-force; '],
  ['--hidden 3 --no-set', 'there is no option --no-set; '],
  ['--force=maybe', '--force: stands alone, without "maybe"; leave that out.'],
  ['exercise --answers=maybe', '--answers: stands alone, without "maybe"; leave that out.'],
  ['explain --force=1', '--force: stands alone, without "1"; leave that out.'],
  ['--json=', '--json: stands alone, without ""; leave that out.'],
  ['--version=3', '--version: stands alone, without "3"; leave that out.'],
  ['check a.xlsx --json --markdown', '--json: cannot be given together with --markdown; choose one.'],
  ['check', 'check needs a workbook to judge; write backprop-workbook check mine.xlsx.'],
  ['check --json', 'check needs a workbook to judge; '],
  [
    'check a.xlsx -n 5',
    'there is no option -n of check; only generate, hand-in and exercise have it; see backprop-workbook check --help.',
  ],
  ['explain -n 5', 'there is no option -n of explain; only generate, hand-in and exercise have it; see '],
  [
    'networks --json',
    'there is no option --json of networks; only generate, hand-in, exercise and check have it; see ',
  ],
  ['init -o new.json', 'there is no option -o of init; only generate, explain and exercise have it; see '],
  ['networks all', '"all" is one word too many after networks; see '],
  ['-v', 'there is no option "v"; did you mean --version?'],
  ['check a.xlsx -r 0', '--learning-rate: must be above 0.'],
  ['generat', '"generat": there is no command or ready-made network of this name; did you mean "generate"? See '],
  ['explian class', 'there is no command "explian"; did you mean explain? See backprop-workbook --help.'],
  ['--__proto__ 3', 'there is no option --___proto___; see backprop-workbook --help.'],
  ['--constructor 3', 'there is no option --constructor; see backprop-workbook --help.'],
  ['__proto__', '"__proto__": there is no ready-made network of this name. There are: '],
  ['toString', '"toString": there is no ready-made network of this name. There are: '],
  ['--loss constructor', `--loss: there is no "constructor". There are: ${LOSSES}.`],
  ['\u001b[31m', '"\\u001b[31m": there is no ready-made network of this name. There are: '],
  ['init new.json --seed x', '--seed: "x" is not a whole number; write it like 3.'],
  ['init new.json --network clas', '"clas": there is no ready-made network of this name; did you mean "class"?'],
  ['init new.json --network none.json', 'none.json: there is no such network file; check the path.'],
  ['init new.json --netwrk xor', 'there is no option "netwrk"; did you mean --network? See '],
  ['init new.json xor', '"xor" is one word too many after init; see backprop-workbook --help.'],
  ['--optimiser adam', 'there is no option "optimiser"; did you mean --optimizer? See '],
  [
    '-o notes.xlsx',
    'notes.xlsx: already exists and is not a workbook as this program wrote it, so it stays as it is; ',
  ],
  ['-o a.xls', 'a.xls: must end in .xlsx; name the file a.xlsx with --output.'],
  ['-o a', 'a: must end in .xlsx; name the file a.xlsx with --output.'],
  ['-o b/.xlsx', 'b/.xlsx: must end in .xlsx; name the file name.xlsx with --output.'],
  ['-o text.txt', 'text.txt: must end in .xlsx; name the file text.xlsx with --output.'],
  ['exercise -o a.ods', 'a.ods: must end in .xlsx; name the file a.xlsx with --output.'],
  ['explain -o a.xlsx', 'a.xlsx: must end in .md or .markdown or .txt; name the file a.md with --output.'],
  ['init a.xlsx', 'a.xlsx: must end in .json; name the file a.json.'],
  ['init v1.2', 'v1.2: must end in .json; name the file v1.2.json.'],
  ['-o folder', 'folder: is a folder; name a file, such as network.xlsx, with --output.'],
  [
    '-o text.txt/a.xlsx',
    'text.txt: is a file, so nothing can be written into it; choose another folder with --output.',
  ],
  ['-o /proc/a/b.xlsx', '/proc/a: cannot write into this folder: '],
  ['-o /proc/b.xlsx', '/proc/b.xlsx: cannot be written: '],
  ['--iteratons 3', 'there is no option "iteratons"; did you mean --iterations? See backprop-workbook --help.'],
  ['--learning-rate 3', 'there is no option "learning-rate"; did you mean --learning-rates? See '],
  [
    'exercise --blank some',
    '--blank: there is no "some". There are: forward, output-gradients, hidden-gradients, updates, all.',
  ],
  [
    'exercise --blank updates -n 1',
    '--blank: asks for updates, which need a second iteration; give 2 iterations or more.',
  ],
  ['exercise --answer', 'there is no option "answer"; did you mean --answers? See '],
  ['--zzz', 'there is no option --zzz; see backprop-workbook --help.'],
  ['generate class again', '"again" is one word too many after generate; see backprop-workbook --help.'],
  [
    'init notes.json',
    'notes.json: already exists and stays as it is; choose another name, or replace it with --force.',
  ],
  ['init text.txt/a.json', 'text.txt: is a file, so nothing can be written into it; choose another folder.'],
];

describe.concurrent('what a user can mend: one line a fault, exit code 2, nothing written', () => {
  test.each(every(4, faults))('%s', async (words, ...lines) => {
    await withTemporaryDirectory(async (folder) => {
      mkdirSync(join(folder, 'folder'));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const before = filesIn(folder);
      const { status, stdout, stderr } = await runProgram(folder, words.split(' '));
      const told = stderr.split('\n').slice(0, -1);
      expect(told.map((line, k) => line.slice(0, `backprop-workbook: ${lines[k]}`.length))).toEqual(
        lines.map((line) => `backprop-workbook: ${line}`),
      );
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test('an unknown network is told the names there are', async () => {
    const { stderr } = await runProgram('/', ['zebra']);
    expect(stderr).toContain(`There are: ${NAMES}. A network file is given by its path.\n`);
  });
});
