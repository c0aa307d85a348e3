// What packages for Node look up of their process, in a browser.
export const process = { env: {}, nextTick: (task, ...words) => queueMicrotask(() => task(...words)) };
