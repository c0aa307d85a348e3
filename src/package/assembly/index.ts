// What the package asks of this module; src/package/compiled.ts says it in its own types.

export {
  beginBits,
  bitsAt,
  bitsLength,
  bitsToByte,
  byteCodes,
  distanceCodes,
  lengthCodes,
  pairCodes,
  putCode,
  putSequences,
} from './bits';
export { powers } from './number';
export { bytesCounted, distancesCounted, findSequences, lengthsCounted } from './sequences';
export { clear, readTemplate, templateRoom, textAt, textLength, writeRow } from './template';
