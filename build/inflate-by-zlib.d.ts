/** As in src/unzip/inflate.ts. */
export const inflate: typeof import('../src/unzip/inflate.ts').inflate;
