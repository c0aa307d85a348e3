import type { Pass, Topology } from '../../quantities/topology.ts';
import type { PictureLayout } from './places.ts';

/** What the picture of a network shows. */
export interface NetworkScene {
  readonly topology: Topology;
  readonly layout: PictureLayout;
  /** The number of a quantity by its name; undefined where it is not there yet. */
  readonly read: (name: string) => number | undefined;
  /** Whether numbers that are not there are to be written in by hand. */
  readonly blanks?: boolean;
  /** The weight or bias that is pointed at, and the quantities that light up with it. */
  readonly pointed?: string | undefined;
  readonly lit?: ReadonlySet<string> | undefined;
  /** Which weight can be reached by the keyboard; undefined where nothing can be done with the picture. */
  readonly tabStop?: string | undefined;
  /** What the picture shows, for those who do not see it. */
  readonly title: string;
}

/** What the parts of the picture are drawn from. */
export interface Drawing extends NetworkScene {
  readonly pass: Pass;
  /** A name without its sample. */
  readonly plain: (name: string) => string;
  readonly isLit: (name: string) => boolean;
}
