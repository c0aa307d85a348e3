import type { Finding } from '../../check/finding.ts';

/** What a finding says of what the learner did, without what is right: that is for the learner to find. */
export const withoutSolution = ({ message }: Finding): string => message.replace(/;.*$/s, '').replace(/\.?$/, '.');

/** A question by which a learner may find a slip, without the answer. */
export function questionOf({ kind, quantity = '' }: Finding): string {
  const [, weight] = /^(?:−?∂E\/∂|new |−?Δ|last Δ)([wb]\w*)$/u.exec(quantity) ?? [];
  if (kind === 'empty') return 'Which cells does this column read? Begin with the first row, then fill it down.';
  if (kind === 'no-number')
    return 'What does the first cell that shows no number hold, and is that a number for the spreadsheet?';
  if (kind === 'not-updated')
    return 'What does a weight become in the next row, and which learning rate and gradient does that take?';
  if (kind === 'other-network') return 'Which function was asked for here, and what does it give for 0?';
  if (kind === 'wrong-number') return 'Where does this number come from? Which formula would give it in every row?';
  if (/^(?:t|i)\d/u.test(quantity)) return `Does ${quantity} change while the network learns?`;
  if (/^[wb]\d/u.test(quantity) || /^(?:new |−?Δ|last Δ)/u.test(quantity))
    return `Which gradient belongs to ${weight ?? quantity}, and from which row do it and the weight itself come? Is the learning rate the same cell in every row?`;
  if (weight !== undefined)
    return `On which way does ${weight} act on the error? Which unit does it lead to, what is that unit's slope, and what does ${weight} multiply?`;
  if (quantity.startsWith('∂E/∂a_') || quantity.startsWith('∂E/∂h') || quantity.startsWith('∂E/∂o'))
    return `What does ${quantity.slice(4)} act on next, and over which weights does the error come back from there?`;
  if (quantity.startsWith('∂')) return `Of which unit is ${quantity} the slope, and at which of its numbers?`;
  if (quantity.startsWith('E')) return `Which target and which output does ${quantity} compare, and how?`;
  if (quantity.startsWith('a_')) return `Which net input goes into ${quantity}, and through which function?`;
  return `Which numbers flow into ${quantity === '' ? 'this cell' : quantity}, each with which weight?`;
}
