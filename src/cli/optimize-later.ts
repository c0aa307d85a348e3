import { setV8Flag } from '../node/v8-flag.ts';

/**
 * Has V8 optimize a function fifteen times later than it would. Most runs are over before the faster code has paid for itself, and to make
 * it takes them almost as long as all the rest; long runs lose nothing.
 */
export const optimizeLater = (): void =>
  setV8Flag({
    '11.3': '--interrupt-budget=1000000',
    '12.4': '--invocation-count-for-turbofan=45000',
    '13.6': '--invocation-count-for-turbofan=45000',
  });
