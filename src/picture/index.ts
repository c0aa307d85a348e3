/** The look of pictures, for whoever shows them. */
export { darkPalette, lightPalette } from './palette.ts';
export { pictureStyle } from './style.ts';
