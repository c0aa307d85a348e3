/** What the switch of the colours in a table says. */
export const colourWords = {
  off: 'off',
  on: 'on',
  format: '"colours: "@',
  prompt: {
    title: 'Colours: on or off',
    text: 'Blue is positive, orange negative. Of weights a shade is a quarter of the largest in the row, of gradients a power of ten: so it can be seen where they vanish.',
  },
  refusal: { title: 'From the list, please', text: 'Type on or off.' },
} as const;
