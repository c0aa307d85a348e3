/** Computes a network's forward pass from any given numbers; the engine, as far as sheets need it. */
export interface Calculator {
  /**
   * The forward pass with some of the given numbers replaced.
   *
   * @param given inputs, targets and weights by name; those left out keep their initial values
   * @returns reads a quantity of the forward pass by its name; NaN stands for what a cell shows as #NUM!
   */
  forward(given: ReadonlyMap<string, number>): ForwardReader;
  /** The way of a single sample through the network, whose numbers are named without a sample: `i1`, `a_h1`. */
  pass(given: ReadonlyMap<string, number>): ForwardReader;
}

/** Reads a quantity by its name. */
export type ForwardReader = (name: string) => number;
