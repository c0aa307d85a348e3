import type { ScheduleName } from '../network/network.ts';
import { ITERATIONS, WARM_UP } from '../quantities/rate-settings.ts';
import { isUnchained, type ScriptPlan } from './plan.ts';
import { comment, literal } from './python.ts';

type Settings = (symbol: string) => string;

const settingsOf =
  ({ setting }: ScriptPlan): Settings =>
  (symbol) =>
    literal(setting(symbol));

/** The learning rate of iteration k for NumPy. */
const numpyRates: Readonly<Record<ScheduleName, (of: Settings) => string>> = {
  step: (of) => `first_rate * ${of('factor')} ** ((k - 1) // ${of('every')})`,
  exponential: (of) => `first_rate * ${of('factor')} ** (k - 1)`,
  cosine: (of) =>
    `${of('least')} + (first_rate - ${of('least')}) * (1 + np.cos(np.pi * (k - 1) / ${of(ITERATIONS)})) / 2`,
};

/** The lines that give an iteration its learning rate; none where it stays as it is. */
export function numpyRate(plan: ScriptPlan): readonly string[] {
  const { course } = plan;
  if (course === undefined) return [];
  const { schedule, warmUp } = course;
  const of = settingsOf(plan);
  return [
    comment('The learning rate of this iteration.'),
    `learning_rate = ${schedule === undefined ? 'first_rate' : numpyRates[schedule.name](of)}`,
    ...(warmUp === undefined ? [] : [`learning_rate = learning_rate * min(1, k / ${of(WARM_UP)})`]),
  ];
}

/** What PyTorch makes another learning rate with, after every iteration. */
const schedulers: Readonly<Record<ScheduleName, (of: Settings) => string>> = {
  step: (of) => `StepLR(optimizer, step_size=${of('every')}, gamma=${of('factor')})`,
  exponential: (of) => `ExponentialLR(optimizer, gamma=${of('factor')})`,
  cosine: (of) => `CosineAnnealingLR(optimizer, T_max=${of(ITERATIONS)}, eta_min=${of('least')})`,
};

/** The schedulers of a PyTorch script, a line each; none where the learning rate stays as it is. */
export function torchSchedulers(plan: ScriptPlan): readonly string[] {
  const { schedule, warmUp } = plan.course ?? {};
  const of = settingsOf(plan);
  const [least, T, K] = [of('least'), of(ITERATIONS), of(WARM_UP)];
  // Where PyTorch chains them, the cosine would take the warm-up for a part of itself and come down from there.
  if (isUnchained(plan))
    return [
      `cosine = lambda k: ${least} + (learning_rate - ${least}) * (1 + math.cos(math.pi * (k - 1) / ${T})) / 2`,
      `schedulers = [torch.optim.lr_scheduler.LambdaLR(optimizer, lambda done: cosine(done + 1) * min(1, (done + 1) / ${K}) / learning_rate)]`,
    ];
  const chained = [
    ...(schedule === undefined ? [] : [schedulers[schedule.name](of)]),
    ...(warmUp === undefined ? [] : [`LinearLR(optimizer, start_factor=1 / ${K}, total_iters=${literal(warmUp - 1)})`]),
  ];
  if (chained.length === 0) return [];
  return [
    comment('They change the learning rate after every iteration.'),
    `schedulers = [${chained.map((each) => `torch.optim.lr_scheduler.${each}`).join(', ')}]`,
  ];
}
