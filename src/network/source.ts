/** How the command line comes to a network. */
export interface NetworkSource {
  /** The network and the options that make another one of it, as they are typed: `xor --hidden 4 --seed 7`. */
  readonly words: string;
  /** The names of the initial values that are set besides. */
  readonly set: readonly string[];
  /** The files that the words name, which have to be at hand: a network file, a table; undefined for a ready-made network. */
  readonly file?: string;
}
