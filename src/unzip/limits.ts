/** How much of an archive is read; without a bound where one is missing. */
export interface ZipLimits {
  /** Parts, by the directory. */
  readonly entries?: number;
  /** Inflated bytes of one part, and of all parts that are read. */
  readonly part?: number;
  readonly total?: number;
  /** Inflated bytes for each deflated one, where a part has more than `ratioFrom` bytes. */
  readonly ratio?: number;
  readonly ratioFrom?: number;
}
