/**
 * Numbers on loan: whoever gave them may write others in their place when the next ones are asked for. They are to be read at once, or
 * to be copied with `slice`; never to be written.
 */
export interface BorrowedNumbers extends ArrayLike<number>, Iterable<number> {
  slice(start?: number, end?: number): ArrayLike<number>;
}
