/** All that only Node has: files and threads. */
export { failureOf } from './failure.ts';
export { initNetworkFile } from './init.ts';
export { version } from './installation.ts';
export { readNetwork } from './network-file.ts';
export { prepareOutput, prepareText, type Written, writeText, writeWhole } from './output-file.ts';
export { rowThreads } from './threads.ts';
export { readUntrusted, type UntrustedFile } from './untrusted-file.ts';
