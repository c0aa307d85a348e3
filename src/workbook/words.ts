const colorPerUnit = ': one colour per unit, one dash per weight';

/** What the sheets say, in plain English; formulas are printed from the model, never typed here. */
export const words = {
  network: {
    use: 'Type over the blue numbers: every sheet and every chart follows.',
    notANumber: {
      title: 'A number, please',
      text: 'This cell is an initial value of the network. Type a number, such as 0.25.',
    },
  },
  table: {
    title: 'Learning rate',
    reading:
      'Row k = iteration k: forward pass, error, backward pass, then every weight moves by −η·∂E/∂w into row k + 1.',
    notARate: {
      title: 'A positive number, please',
      text: 'This cell is the learning rate η of this sheet. Type a number greater than 0, such as 0.5.',
    },
    iteration: 'iteration',
    iterationSymbol: 'k',
    given: { target: 'target', input: 'input' },
    first: (total: string): string => `${total}, iteration 1`,
    last: (total: string, iterations: number): string => `${total}, iteration ${iterations}`,
    ratio: 'Last ÷ first',
  },
  charts: {
    horizontal: 'Iteration',
    error: { title: 'Error per iteration', vertical: 'Error' },
    weights: { title: (many: boolean): string => `The weights${many ? colorPerUnit : ''}`, vertical: 'Weight' },
    outputs: { title: 'Outputs approach the targets', vertical: 'Output' },
    gradients: { title: (many: boolean): string => `The gradients${many ? colorPerUnit : ''}`, vertical: 'Gradient' },
    rates: { title: 'E_total by learning rate', vertical: 'E_total' },
    description: (title: string, lines: readonly string[], iterations: number): string =>
      `Line chart "${title}": ${lines.length > 12 ? `${lines.length} lines` : lines.join(', ')} over iterations 1 to ${iterations}.`,
  },
  rates: {
    title: 'Learning rates compared',
    use: (total: string): string =>
      `${total} of every iteration, one column per learning rate, read from the sheets of the learning rates.`,
    head: (total: string): string => `${total} for learning rate η =`,
  },
} as const;
