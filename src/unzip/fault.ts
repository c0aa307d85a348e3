/** What can be wrong with an archive. */
export type ZipFaultKind = 'broken' | 'protected' | 'too large' | 'too many';

/** An archive that cannot be read, or is not to be. */
export class ZipFault extends Error {
  readonly kind: ZipFaultKind;
  /** How many parts it has, where they are too many. */
  readonly count: number;

  constructor(kind: ZipFaultKind, count = 0) {
    super(`The archive is ${kind}.`);
    this.name = 'ZipFault';
    this.kind = kind;
    this.count = count;
  }
}

export const broken = (): ZipFault => new ZipFault('broken');
