/**
 * The colours of pictures and of the page, as RRGGBB: those of the workbook, and the same roles on a dark ground. Text on its ground has a
 * contrast of at least 4.5, edges of controls one of at least 3.
 */
export interface Palette {
  readonly bg: string;
  readonly panel: string;
  readonly ink: string;
  readonly text: string;
  readonly muted: string;
  /** Edges of panels, and of controls. */
  readonly line: string;
  readonly edge: string;
  readonly soft: string;
  readonly band: string;
  readonly link: string;
  /** Roles: inputs, weights, forward pass, error, backward pass, update; each with its tint and the wash under numbers. */
  readonly in: string;
  readonly inTint: string;
  readonly inWash: string;
  readonly w: string;
  readonly wTint: string;
  readonly wWash: string;
  readonly fw: string;
  readonly fwTint: string;
  readonly fwWash: string;
  readonly er: string;
  readonly erTint: string;
  readonly erWash: string;
  readonly bk: string;
  readonly bkTint: string;
  readonly bkWash: string;
  readonly up: string;
  readonly upTint: string;
  readonly upWash: string;
  /** What is pointed at. */
  readonly lit: string;
  /** Weights by sign. */
  readonly positive: string;
  readonly negative: string;
  readonly good: string;
  readonly goodTint: string;
  readonly typed: string;
  readonly typedTint: string;
  /** Text on a filled role. */
  readonly onRole: string;
  /** Learning rates, the smallest first. */
  readonly rate0: string;
  readonly rate1: string;
  readonly rate2: string;
  readonly rate3: string;
  readonly rate4: string;
  readonly rate5: string;
}

/** The name of a colour. */
export type ColorName = keyof Palette;

/** On paper. */
export const lightPalette: Palette = {
  bg: 'F4F6FA',
  panel: 'FFFFFF',
  ink: '1B2A41',
  text: '27364B',
  muted: '5B6B80',
  line: 'D5DCE6',
  edge: '7B899C',
  soft: 'EEF2F7',
  band: '1B2A41',
  link: '1F5FBF',
  in: '475569',
  inTint: 'E9EEF4',
  inWash: 'F6F8FB',
  w: '8A5A00',
  wTint: 'FBF0D5',
  wWash: 'FEFAF0',
  fw: '0F6B63',
  fwTint: 'D9EFEB',
  fwWash: 'F2FAF8',
  er: 'B42318',
  erTint: 'FBE3E0',
  erWash: 'FEF5F4',
  bk: '6B3FA0',
  bkTint: 'EBE2F6',
  bkWash: 'F8F5FC',
  up: '4A2A7B',
  upTint: 'E1D7F1',
  upWash: 'F6F2FB',
  lit: 'FFF3C4',
  positive: '2E6DB4',
  negative: 'C05A12',
  good: '0B6B3A',
  goodTint: 'DDF1E4',
  typed: '0000FF',
  typedTint: 'FFFBE6',
  onRole: 'FFFFFF',
  rate0: 'E8A13A',
  rate1: 'DB6B5C',
  rate2: 'C0417F',
  rate3: '8E2AA0',
  rate4: '5A1AA8',
  rate5: '12107C',
};

/** On a dark ground. */
export const darkPalette: Palette = {
  bg: '0F1722',
  panel: '18212F',
  ink: 'E6ECF5',
  text: 'D7DFEA',
  muted: 'A9B6C8',
  line: '2C3A4D',
  edge: '7688A1',
  soft: '202C3C',
  band: '0A111B',
  link: '8DB8F5',
  in: 'B4C0D0',
  inTint: '26313F',
  inWash: '1C2634',
  w: 'E3B34D',
  wTint: '3A2F14',
  wWash: '221F1E',
  fw: '5CC2B4',
  fwTint: '12393A',
  fwWash: '172A33',
  er: 'FF8F7F',
  erTint: '452222',
  erWash: '2B2229',
  bk: 'C3A3F2',
  bkTint: '33274A',
  bkWash: '221F36',
  up: 'D3BCF7',
  upTint: '3A2C55',
  upWash: '242039',
  lit: '4D411A',
  positive: '6FA8E8',
  negative: 'EE9350',
  good: '6FD39B',
  goodTint: '143A29',
  typed: '9DBBFF',
  typedTint: '22283A',
  onRole: '0F1722',
  rate0: 'A8752B',
  rate1: 'D06A5C',
  rate2: 'E0699F',
  rate3: 'CF86E6',
  rate4: 'BFA2FF',
  rate5: 'E2E3FF',
};
