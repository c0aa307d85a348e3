// What is asked of this module; ../compiled.ts says it in its own types.

export { textCrc } from './crc32';
export { deflate, deflatedAt, deflatedLength } from './deflate';
// For tests.
export { codeLengths, codesOf } from './huffman';
export { leastPower, mostPower, powers } from './number';
export {
  clear,
  offsetsAt,
  readTemplate,
  setIndex,
  templateRoom,
  textAt,
  textLength,
  valuesAt,
  writeRow,
} from './template';
