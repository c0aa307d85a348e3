// Most of what tests call is called too seldom for it to pay to optimize it: a seventh of the time of the processor. Versions of V8 after
// that of Node 20 have no such flag.
import { setFlagsFromString } from 'node:v8';

if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=800000');
