// What the package asks of this module; src/package/compiled.ts says it in its own types.

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
