/** Memory that grows as it is filled. */
@unmanaged
export class Room {
  /** Where it begins: another place once it has grown. */
  at: usize = 0;
  /** Bytes that are filled. */
  length: usize = 0;
  /** Bytes that there are. */
  size: usize = 0;

  /** Makes room for so many bytes after those that are filled. @returns where they go */
  more(count: usize): usize {
    const needed = this.length + count;
    if (needed > this.size) {
      // With room to spare: a block of rows is a little larger than another.
      const size = needed + needed / 2;
      this.at = this.at === 0 ? heap.alloc(size) : heap.realloc(this.at, size);
      this.size = size;
    }
    return this.at + this.length;
  }

  /** Puts a whole number of 32 bits after what is there. */
  push(value: u32): void {
    store<u32>(this.more(4), value);
    this.length += 4;
  }
}
