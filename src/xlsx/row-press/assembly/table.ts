/** Tables of whole numbers of 32 bits: their address is all there is to know of them. */

export function get(table: usize, index: usize): u32 {
  return load<u32>(table + 4 * index);
}

export function set(table: usize, index: usize, value: u32): void {
  store<u32>(table + 4 * index, value);
}

export function increase(table: usize, index: usize, by: u32 = 1): void {
  set(table, index, get(table, index) + by);
}

export function clearTable(table: usize, size: usize): void {
  memory.fill(table, 0, 4 * size);
}
