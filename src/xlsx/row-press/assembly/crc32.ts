import { get, set } from './table';
import { text } from './template';

/** The polynomial of CRC-32, its highest power at the lowest bit. Source: RFC 1952, 8. */
const POLYNOMIAL: u32 = 0xedb8_8320;

/** Bytes that are taken at once: for each of their places a table of remainders, those of the last place first. */
const STEP: usize = 16;
const TABLE_BYTES: usize = 4 * 256;
const remainders: usize = memory.data(TABLE_BYTES * STEP, 4);

for (let byte: u32 = 0; byte < 256; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest >> 1) ^ (rest & 1 ? POLYNOMIAL : 0);
  set(remainders, byte, rest);
}
for (let table: usize = 1; table < STEP; table++)
  for (let byte: u32 = 0; byte < 256; byte++) {
    const before = get(remainders + TABLE_BYTES * (table - 1), byte);
    set(remainders + TABLE_BYTES * table, byte, (before >> 8) ^ get(remainders, before & 0xff));
  }

/** The CRC-32 of the text. */
export function textCrc(): u32 {
  const end = text.at + text.length;
  let crc: u32 = ~0;
  let at = text.at;
  for (; at + STEP <= end; at += STEP)
    crc = ofEight(load<u64>(at) ^ crc, remainders + 8 * TABLE_BYTES) ^ ofEight(load<u64>(at + 8), remainders);
  for (; at < end; at++) crc = (crc >> 8) ^ get(remainders, (crc ^ load<u8>(at)) & 0xff);
  return ~crc;
}

/** The remainder of eight bytes. @param last the table of the last of them */
function ofEight(bytes: u64, last: usize): u32 {
  return (
    get(last + 7 * TABLE_BYTES, usize(bytes & 0xff)) ^
    get(last + 6 * TABLE_BYTES, usize((bytes >> 8) & 0xff)) ^
    get(last + 5 * TABLE_BYTES, usize((bytes >> 16) & 0xff)) ^
    get(last + 4 * TABLE_BYTES, usize((bytes >> 24) & 0xff)) ^
    get(last + 3 * TABLE_BYTES, usize((bytes >> 32) & 0xff)) ^
    get(last + 2 * TABLE_BYTES, usize((bytes >> 40) & 0xff)) ^
    get(last + TABLE_BYTES, usize((bytes >> 48) & 0xff)) ^
    get(last, usize(bytes >> 56))
  );
}
