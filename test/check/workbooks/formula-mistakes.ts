import type { Chance } from './chance.ts';
import { hiddenWeight, outputWeight } from './learner-network.ts';
import { changing, type Drawn, drawnQuantity, firstOf, type Mistake, plain, scopeOf } from './mistake.ts';
import type { Plan } from './plan.ts';
import { textSlips } from './text-slips.ts';

export function inOneFormula(plan: Plan, chance: Chance): Drawn {
  const quantity = drawnQuantity(plan, chance);
  if (quantity === undefined) return undefined;
  const slips = textSlips(quantity.formula ?? quantity.update ?? '', plan.quantities);
  if (slips.length === 0) return undefined;
  const slip = chance.oneOf(slips);
  const scope = scopeOf(plan, chance, Math.max(firstOf(quantity), slip.fromSecond === true ? 1 : 0));
  const { used, right, words } = slip;
  return {
    what: `${quantity.name} = ${slip.template} (${slip.what})`,
    change: changing(new Map([[quantity.name, () => slip.template]]), scope),
    quantities: [quantity.name],
    mentions: [used, right].filter((name) => name !== undefined),
    words: words === undefined ? [] : [words],
    named: true,
    numeric: true,
  };
}

/** The same slip in all weights of a unit: ∂E/∂w3 and ∂E/∂w4 with a_h1·(1 − a_h1). */
export function inSiblings(plan: Plan, chance: Chance): Drawn {
  const hidden = plan.quantities.filter(({ name }) => /^a_h/.test(name)).map(({ name }) => name);
  const unit = chance.oneOf(hidden);
  const own = `{${unit}}`;
  const candidates = plan.quantities.filter(
    ({ role, formula }) =>
      (role === 'gradient' || role === 'change') &&
      formula?.includes(`${own}*(1-${own})`) === true &&
      formula.includes('{i'),
  );
  if (candidates.length < 2) return undefined;
  const other = chance.oneOf([...hidden.filter((name) => name !== unit), unit.slice(2)]);
  const change = (right: string): string => right.replaceAll(own, `{${other}}`);
  return {
    what: `${candidates.map(({ name }) => name).join(', ')} with ${other} for ${unit}`,
    change: changing(new Map(candidates.map(({ name }) => [name, change])), scopeOf(plan, chance, 0)),
    quantities: candidates.map(({ name }) => name),
    mentions: [other, unit],
    words: [],
    named: true,
    numeric: true,
  };
}

/** Two hidden units taken for each other, or two weights of one unit. */
export function inTwoUnits(plan: Plan, chance: Chance): Drawn {
  const { shape, quantities } = plan;
  const { inputs, hidden, outputs } = shape;
  const [h, g] = chance.percent(50) ? [1, 2] : [2, 1];
  const scope = scopeOf(plan, chance, 0);
  const later = scopeOf(plan, chance, 1);
  const swapped = (names: readonly string[], what: string, put: (name: string, right: string) => string): Mistake => ({
    ...plain,
    what,
    change: changing(new Map(names.map((name) => [name, (right: string) => put(name, right)])), scope),
    quantities: names,
    named: true,
    numeric: true,
    two: true,
  });
  const incoming = Array.from({ length: inputs }, (_, i) => [
    hiddenWeight(shape, h, i + 1),
    hiddenWeight(shape, g, i + 1),
  ]);
  const way = chance.from(0, 3);
  const has = (name: string): boolean => quantities.some((each) => each.name === name);
  if (way === 0) {
    // The outgoing weights of the other unit in the gradients of a unit's weights.
    const names = quantities
      .filter(({ name }) => incoming.some(([own]) => name.endsWith(`∂E/∂${own}`)))
      .map(({ name }) => name);
    const outgoing = Array.from({ length: outputs }, (_, o) => [
      outputWeight(shape, o + 1, h),
      outputWeight(shape, o + 1, g),
    ]);
    if (!outgoing.some(([own]) => quantities.find(({ name }) => name === names[0])?.formula?.includes(`{${own}}`)))
      return undefined;
    const put = (right: string): string =>
      outgoing.reduce((text, [own, other]) => text.replaceAll(`{${own}}`, `{${other}}`), right);
    const mentions = outgoing.length === 1 ? outgoing.flat() : [];
    return {
      ...swapped(names, `${names} with ${outgoing.map(([, other]) => other)}`, (_, right) => put(right)),
      mentions,
      two: false,
    };
  }
  if (way === 1) {
    // The gradients of the other unit in the updates of a unit's weights.
    const names = incoming.map(([own = '']) => own);
    if (plan.style.update !== 'direct') return undefined;
    const put = (name: string, right: string): string =>
      right.replaceAll(`∂E/∂${name}}`, `∂E/∂${incoming.find(([own]) => own === name)?.[1]}}`);
    const mistake = swapped(names, `${names} with the gradients of h${g}`, put);
    return { ...mistake, change: changing(new Map(names.map((name) => [name, (right) => put(name, right)])), later) };
  }
  const [first, second] = [outputWeight(shape, 1, 1), outputWeight(shape, 1, 2)];
  const exchanged = (text: string, a: string, b: string): string =>
    text.replaceAll(`{${a}}`, '{#}').replaceAll(`{${b}}`, `{${a}}`).replaceAll('{#}', `{${b}}`);
  if (way === 2) {
    // Two gradient columns exchanged.
    const names = [`∂E/∂${first}`, `∂E/∂${second}`];
    return names.every(has) && hidden > 1
      ? swapped(names, `${names} exchanged`, (_, right) => exchanged(right, 'a_h1', 'a_h2'))
      : undefined;
  }
  if (outputs < 2) return undefined;
  const [a, b] = [outputWeight(shape, 1, 2), outputWeight(shape, 2, 1)];
  return swapped(['o1', 'o2'], `${a} and ${b} exchanged in o1 and o2`, (_, right) => exchanged(right, a, b));
}
