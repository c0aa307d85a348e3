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

/** Deflated bytes that are inflated at a time; deflate makes at most 1,032 bytes of one. */
export const PIECE = 16_384;

/** The most bytes that may come out of deflated ones. @param count of these, in whole pieces @param bound of those */
export const mostInflated = ({ ratio = Infinity, ratioFrom = 0 }: ZipLimits, count: number, bound: number): number =>
  Math.min(bound, Math.max(ratioFrom, ratio * count));
