import type { Draw } from '../random.ts';

/** A ready set of samples that belong to classes. */
export interface ReadySet {
  readonly title: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly inputs: readonly string[];
  readonly classes: readonly string[];
  /** How many samples there are unless given. */
  readonly samples: number;
  /** How many there can be. */
  readonly most?: number;
  /** The share of them that tests unless given. */
  readonly test?: number;
  /**
   * A sample without noise: its inputs and the position of its class, counted from 0. Neighbours belong to different classes, so that every
   * part of the set has all of them.
   *
   * @param k its position, counted from 0
   * @param samples how many there are
   */
  at(k: number, samples: number, draw: Draw): { readonly inputs: readonly number[]; readonly answer: number };
}

/** What two-dimensional sets call their inputs. */
export const PLANE: readonly string[] = ['x', 'y'];
