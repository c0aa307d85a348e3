/** Headers that a line must have to be taken for that of a whole table, and how many of them weights. */
const LEAST_HEADERS = 6;
export const LEAST_WEIGHTS = 2;
/** Quantities that are computed which a part of a table must have. */
const LEAST_COMPUTED = 2;

export const isWeight = (name: string): boolean => /^(?:[wvu]|w[a-z]+)\d/.test(name);

/** Whether a name is of what a network is given, and not of what is computed with it. */
export const isGiven = (name: string): boolean => isWeight(name) || /^(?:[itb]\d|b_|η$)/.test(name);

/** Whether headers are those of a whole table. */
export const isTable = (names: ReadonlyMap<string, number>): boolean =>
  names.size >= LEAST_HEADERS && [...names.keys()].filter(isWeight).length >= LEAST_WEIGHTS;

/** Whether headers may be those of a part of a table: two quantities that are computed. */
export const isPart = (names: ReadonlyMap<string, number>): boolean =>
  [...names.keys()].filter((name) => !isGiven(name)).length >= LEAST_COMPUTED;

/** Counts names, each once, and tells whether they are those of a table, or of a part of one. */
export class Tally {
  readonly #names = new Set<string>();
  #weights = 0;
  #computed = 0;

  add(name: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    if (isWeight(name)) this.#weights++;
    if (!isGiven(name)) this.#computed++;
  }

  get isTable(): boolean {
    return this.#names.size >= LEAST_HEADERS && this.#weights >= LEAST_WEIGHTS;
  }

  get isPart(): boolean {
    return this.#computed >= LEAST_COMPUTED;
  }
}
