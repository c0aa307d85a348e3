/** All that only Node has: files and threads. */
export { type WrittenHandIn, writeHandIn } from './hand-in.ts';
export { initNetworkFile } from './init.ts';
export { pageText, version } from './installation.ts';
export { readNetwork } from './network-file.ts';
export { prepareOutput, type Written, writeText, writeWhole } from './output-file.ts';
export type { Wanted } from './output-target.ts';
export { readTable } from './table-file.ts';
export { rowThreads } from './threads.ts';
