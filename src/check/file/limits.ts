/**
 * The bounds of what is read from a file of a stranger. Ratio and entries follow the limits that Apache POI ships (ZipSecureFile);
 * the rest keeps memory under 1 GB and time under 20 s.
 */
export const limits = {
  /** Bytes of the file. */
  file: 25_000_000,
  /** Entries of the archive. */
  entries: 1_000,
  /** Inflated bytes of one part. */
  part: 80_000_000,
  /** Inflated bytes of all parts that are read. */
  total: 160_000_000,
  /** Inflated bytes for each deflated one, where a part has more than `ratioFrom` bytes. */
  ratio: 100,
  ratioFrom: 1_000_000,
  /** Filled cells of all sheets. */
  cells: 300_000,
  /** Elements within elements. */
  depth: 200,
  /** Characters of one text. */
  text: 32_767,
  sheets: 300,
  charts: 300,
} as const;
