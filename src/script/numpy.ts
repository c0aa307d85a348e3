import { penaltiesOf } from '../network/optimizer.ts';
import { numpyActivations, numpyLosses, numpyPenalties, numpyStates, numpyUpdates } from './numpy-functions.ts';
import type { ScriptLayer, ScriptPlan } from './plan.ts';
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
import { numpyRate } from './rates.ts';
import { rightLines, scoresOf, testLines } from './scores.ts';

/** The script that trains a network with NumPy alone, every derivative written out. */
export function numpyScript(plan: ScriptPlan): string {
  const { layers, loss, optimizer } = plan;
  const parameters = layers.flatMap(parametersOf);
  const states = numpyStates[optimizer.name];
  const scores = scoresOf(plan);
  const usesLog = loss.endsWith('cross-entropy');
  const lines = [
    ...opening(plan, 'numpy'),
    `parameters = [${parameters.join(', ')}]  # what training changes`,
    ...states.map(
      (state) => `${state}s = [np.zeros_like(p) for p in parameters]  # kept by ${optimizer.name}, at first 0`,
    ),
    '',
    '',
    ...(usesLog
      ? [
          'def times_log(t, a):',
          '    """t · ln a, which is 0 where t is 0, whatever a is."""',
          '    return t * np.log(np.where(t == 0, 1, a))',
          '',
          '',
        ]
      : []),
    ...showFunction(plan),
    'table = []',
    'for k in range(1, iterations + 1):',
    ...indented([
      ...numpyRate(plan),
      ...testLines(plan, forwardPass(plan)),
      ...sampleLines(plan),
      '',
      ...forwardPass(plan),
      '',
      ...backwardPass(plan),
      '',
      `table.append([k, E_total, ${scores.map(([, name]) => `${name}, `).join('')}*(x for p in [${everyParameter(layers).join(', ')}] for x in p.flat)])`,
      'if k == shown:',
      ...indented(shownLines(plan, slopesOf, 'learning_rate')),
      '',
      ...update(plan),
    ]),
    '',
    `print("iteration E_total ${scores.map(([name]) => `${name} `).join('')}${everyName(layers).join(' ')}")`,
    'for row in table:',
    '    print(row[0], *map(float, row[1:]))',
  ];
  return `${lines.join('\n')}\n`;
}

function forwardPass(plan: ScriptPlan): readonly string[] {
  const { layers, loss } = plan;
  const { errors, total } = numpyLosses[loss];
  return [
    comment('Forward: net inputs, then activations, layer by layer.'),
    ...layers.flatMap((layer) => {
      const { number: l, activation, slope = 0 } = layer;
      const forward = numpyActivations[activation].forward(`net_${l}`, literal(slope)).replaceAll('{a}', `a_${l}`);
      return [netInputLine(layer), ...`a_${l} = ${forward}`.split('\n')];
    }),
    ...errorLines(plan, { errors: errors(`a_${layers.length}`), total }, 'axis'),
    ...rightLines(plan, 'numpy'),
  ];
}

function backwardPass({ layers, loss }: ScriptPlan): readonly string[] {
  const last = layers.length;
  return [
    comment('Backward: the chain rule from the error to every weight. dE_da_1 stands for ∂E/∂a of layer 1.'),
    `dE_da_${last} = ${numpyLosses[loss].gradient(`a_${last}`)}`,
    ...[...layers].reverse().flatMap((layer): readonly string[] => {
      const { number: l, activation, slope = 0, bias } = layer;
      return [
        `dE_dnet_${l} = ${numpyActivations[activation].backward(`dE_da_${l}`, `a_${l}`, `net_${l}`, literal(slope))}`,
        `dE_dW_${l} = dE_dnet_${l}.T @ a_${l - 1} / len(t)`,
        ...(bias?.trained === true ? [`dE_db_${l} = ${biasGradient(layer)}`] : []),
        ...(l > 1 ? [`dE_da_${l - 1} = dE_dnet_${l} @ W_${l}`] : []),
      ];
    }),
  ];
}

/** A bias feeds its unit in every sample; one that is shared feeds all units, so its gradient is the sum over them. */
const biasGradient = ({ number: l, bias }: ScriptLayer): string =>
  bias?.shared === true ? `np.array([dE_dnet_${l}.sum()]) / len(t)` : `dE_dnet_${l}.sum(axis=0) / len(t)`;

const slopesOf: Slopes = (l) => ({
  activations: `dE_da_${l}`,
  netInputs: `dE_dnet_${l}`,
  weights: `dE_dW_${l}.flat`,
  biases: `dE_db_${l}`,
});

function update({ layers, optimizer, setting }: ScriptPlan): readonly string[] {
  const gradients = layers.flatMap((layer) => parametersOf(layer).map((name) => `dE_d${name}`));
  const states = numpyStates[optimizer.name];
  const names = ['p', 'g', ...states];
  const lists = ['parameters', `[${gradients.join(', ')}]`, ...states.map((state) => `${state}s`)];
  const penalties = penaltiesOf(optimizer);
  const titles = penalties.map(({ title }, k) => `${k === 0 ? ', with' : ' and'} ${title}`).join('');
  return [
    comment(`Update: ${optimizer.name}${titles}.`),
    `for ${names.join(', ')} in zip(${lists.join(', ')}):`,
    ...indented([
      ...penalties.map(({ field, symbol }) => `g = g + ${numpyPenalties[field](literal(setting(symbol)))}`),
      ...numpyUpdates[optimizer.name]((symbol) => literal(setting(symbol))),
    ]),
  ];
}
