import { MODULE } from './compiled-module.ts';

/**
 * What the folder `assembly` exports, which makes and compresses rows: a WebAssembly module with a memory of its own. It does what V8 would
 * take three times as long for, from the first row on, and leaves no garbage behind. Places are addresses in its memory.
 */
export interface PressModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly powers: Constant;
  readonly leastPower: Constant;
  readonly mostPower: Constant;

  clear(): void;
  templateRoom(size: number): number;
  readTemplate(size: number): void;
  offsetsAt(): number;
  setIndex(index: number): void;
  valuesAt(): number;
  writeRow(row: number): void;
  textAt(): number;
  textLength(): number;
  textCrc(): number;
  deflate(): void;
  deflatedAt(): number;
  deflatedLength(): number;

  codeLengths(counts: number, size: number, most: number, lengths: number): void;
  codesOf(lengths: number, size: number, codes: number): void;
}

/** An address, or another number, that never changes. */
interface Constant {
  readonly value: number;
}

/** What is used here of the WebAssembly JavaScript Interface, which every platform has. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

let known: { readonly module: object; readonly powers: BigUint64Array } | undefined;

/**
 * The module, ready for use: each time another one, with a memory of its own. Where this has no room left, its functions throw a RangeError;
 * then it is not to be used again.
 *
 * @throws RangeError when there is no room for it
 */
export function pressModule(): PressModule {
  const module = known?.module ?? new WebAssembly.Module(Uint8Array.from(MODULE, (byte) => byte.charCodeAt(0)));
  const exports = instanceOf(module);
  known ??= { module, powers: powersOfTen(exports.leastPower.value, exports.mostPower.value) };
  new BigUint64Array(exports.memory.buffer, exports.powers.value, known.powers.length).set(known.powers);
  return {
    ...exports,
    templateRoom: (size) => withinMemory(() => exports.templateRoom(size)),
    readTemplate: (size) => withinMemory(() => exports.readTemplate(size)),
    writeRow: (row) => withinMemory(() => exports.writeRow(row)),
    deflate: () => withinMemory(() => exports.deflate()),
  };
}

/** What asks for memory. It stops the module where there is none. */
function withinMemory<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new RangeError('There is not enough memory for the rows of the workbook.', { cause });
  }
}

function instanceOf(module: object): PressModule {
  try {
    return new WebAssembly.Instance(module, { env: { abort } }).exports as PressModule;
  } catch (cause) {
    throw new RangeError(
      'There is no room for the memory of a WebAssembly module. Where addresses are limited, as by `ulimit -v`, start Node with --disable-wasm-trap-handler.',
      { cause },
    );
  }
}

/** What the module calls where it cannot go on. */
function abort(): never {
  throw new RangeError('The module has stopped.');
}

/** Of each power its highest 128 bits, the rest rounded up; the upper 64 of them come first. */
function powersOfTen(least: number, most: number): BigUint64Array {
  const powers = new BigUint64Array(2 * (most - least + 1));
  const put = (exponent: number, bits: bigint): void => {
    powers[2 * (exponent - least)] = bits >> 64n;
    powers[2 * (exponent - least) + 1] = BigInt.asUintN(64, bits);
  };
  for (let exponent = 0, power = 1n; exponent <= most; exponent++, power *= 10n) {
    /** ⌊log₂ power⌋ */
    const size = BigInt(Math.floor(exponent * Math.log2(10)));
    const cut = size - 127n;
    put(exponent, cut <= 0n ? power << -cut : ((power - 1n) >> cut) + 1n);
    if (exponent > 0 && -exponent >= least) put(-exponent, (1n << (size + 128n)) / power + 1n);
  }
  return powers;
}
