import type { ActivationName, LossName, OptimizerName } from '../network/network.ts';
import type { ScriptPlan } from './plan.ts';
import {
  comment,
  errorLines,
  everyName,
  everyParameter,
  indented,
  literal,
  netInputLine,
  opening,
  parametersOf,
  type Slopes,
  sampleLines,
  showFunction,
  shownLines,
} from './python.ts';
import { torchSchedulers } from './rates.ts';
import { rightLines, scoresOf, testLines } from './scores.ts';

const activations: Readonly<Record<ActivationName, (net: string, slope: string) => string>> = {
  sigmoid: (net) => `torch.sigmoid(${net})`,
  tanh: (net) => `torch.tanh(${net})`,
  relu: (net) => `functional.relu(${net})`,
  'leaky-relu': (net, slope) => `functional.leaky_relu(${net}, ${slope})`,
  elu: (net) => `functional.elu(${net})`,
  // From its threshold on it is the net input itself; 20, its own, would cut digits off.
  softplus: (net) => `functional.softplus(${net}, threshold=50)`,
  silu: (net) => `functional.silu(${net})`,
  gelu: (net) => `functional.gelu(${net}, approximate="tanh")`,
  // functional.hardsigmoid has a sixth of single precision in its gradient.
  'hard-sigmoid': (net) => `functional.relu6(${net} + 3) / 6`,
  linear: (net) => net,
  softmax: (net) => `functional.softmax(${net}, dim=1)`,
};

/** The error of every output of every sample, and how those of a sample come together. */
const losses: Readonly<
  Record<LossName, { readonly errors: (a: string, net: string) => string; readonly total: 'sum' | 'mean' }>
> = {
  'half-squared-error': { errors: (a) => `(t - ${a}) ** 2 / 2`, total: 'sum' },
  'mean-squared-error': { errors: (a) => `(t - ${a}) ** 2`, total: 'mean' },
  'mean-absolute-error': { errors: (a) => `functional.l1_loss(${a}, t, reduction="none")`, total: 'mean' },
  huber: { errors: (a) => `functional.huber_loss(${a}, t, reduction="none")`, total: 'mean' },
  hinge: { errors: (a) => `functional.relu(1 - t * ${a})`, total: 'mean' },
  'binary-cross-entropy': {
    errors: (a) => `functional.binary_cross_entropy(${a}, t, reduction="none")`,
    total: 'mean',
  },
  'cross-entropy': { errors: (_, net) => `-t * functional.log_softmax(${net}, dim=1)`, total: 'sum' },
};

const optimizers: Readonly<Record<OptimizerName, (setting: (symbol: string) => string) => readonly [string, string]>> =
  {
    sgd: () => ['SGD', ''],
    momentum: (setting) => ['SGD', `, momentum=${setting('μ')}`],
    // PyTorch refuses it without momentum, where it is plain gradient descent.
    nesterov: (setting) => ['SGD', setting('μ') === '0' ? '' : `, momentum=${setting('μ')}, nesterov=True`],
    adagrad: (setting) => ['Adagrad', `, eps=${setting('ε')}`],
    rmsprop: (setting) => ['RMSprop', `, alpha=${setting('α')}, eps=${setting('ε')}`],
    adam: (setting) => ['Adam', `, betas=(${setting('β1')}, ${setting('β2')}), eps=${setting('ε')}`],
  };

/** The script that trains a network with PyTorch, which finds every derivative by itself. */
export function pytorchScript(plan: ScriptPlan): string {
  const { layers, optimizer, setting } = plan;
  const [kind, settings] = optimizers[optimizer.name]((symbol) => literal(setting(symbol)));
  const decay = setting('λ') === 0 ? '' : `, weight_decay=${literal(setting('λ'))}`;
  const scores = scoresOf(plan);
  const schedulers = torchSchedulers(plan);
  const lines = [
    ...opening(plan, 'torch'),
    `parameters = [${layers.flatMap(parametersOf).join(', ')}]  # what training changes`,
    'for p in parameters:',
    '    p.requires_grad_()',
    `optimizer = torch.optim.${kind}(parameters, lr=learning_rate${settings}${decay})`,
    ...schedulers,
    '',
    '',
    ...showFunction(plan),
    'table = []',
    'for k in range(1, iterations + 1):',
    ...indented([
      ...testLines(plan, ['with torch.no_grad():', ...indented(forwardPass(plan))]),
      ...sampleLines(plan),
      '',
      ...forwardPass(plan),
      '',
      comment('Backward: PyTorch goes back through all that was computed, and leaves ∂E_total/∂p in p.grad.'),
      `for net in [${layers.map(({ number: l }) => `net_${l}`).join(', ')}]:`,
      '    net.retain_grad()',
      'optimizer.zero_grad()',
      'E_total.backward()',
      '',
      `table.append([k, E_total.item(), ${scores.map(([, name]) => `${name}.item(), `).join('')}*(x for p in [${everyParameter(layers).join(', ')}] for x in p.flatten().tolist())])`,
      'if k == shown:',
      ...indented(shownLines(plan, slopesOf, 'optimizer.param_groups[0]["lr"]')),
      '',
      comment(`Update: ${optimizer.name}.`),
      ...(setting('λ1') === 0
        ? []
        : ['for p in parameters:', `    p.grad += ${literal(setting('λ1'))} * p.data.sign()  # L1`]),
      'optimizer.step()',
      ...(schedulers.length === 0 ? [] : ['for scheduler in schedulers:', '    scheduler.step()']),
    ]),
    '',
    `print("iteration E_total ${scores.map(([name]) => `${name} `).join('')}${everyName(layers).join(' ')}")`,
    'for row in table:',
    '    print(*row)',
  ];
  return `${lines.join('\n')}\n`;
}

function forwardPass(plan: ScriptPlan): readonly string[] {
  const { layers, loss } = plan;
  const { errors, total } = losses[loss];
  const last = layers.length;
  return [
    comment('Forward: net inputs, then activations, layer by layer.'),
    ...layers.flatMap((layer) => [
      netInputLine(layer),
      `a_${layer.number} = ${activations[layer.activation](`net_${layer.number}`, literal(layer.slope ?? 0))}`,
    ]),
    ...errorLines(plan, { errors: errors(`a_${last}`, `net_${last}`), total }, 'dim'),
    ...rightLines(plan, 'torch'),
  ];
}

/** E_total is the mean over the samples: times their number, it is the gradient of each one's own error. */
const slopesOf: Slopes = (l) => ({
  netInputs: `net_${l}.grad * len(t)`,
  weights: `W_${l}.grad.flatten()`,
  biases: `b_${l}.grad`,
});
