import type { Role } from '../../model/column.ts';

/** One colour, one meaning, on every sheet. All colours as RRGGBB. */
export interface Shades {
  /** Group bars, with white bold text. */
  readonly strong: string;
  /** Name row. */
  readonly tint: string;
  /** Formula row and result cells. */
  readonly wash: string;
}

const given: Shades = { strong: '475569', tint: 'E9EEF4', wash: 'F6F8FB' };
const weights: Shades = { strong: '946200', tint: 'FBF0D5', wash: 'FEFAF0' };
const forward: Shades = { strong: '0F6B63', tint: 'D9EFEB', wash: 'F2FAF8' };
const error: Shades = { strong: 'B42318', tint: 'FBE3E0', wash: 'FEF5F4' };

/** The shades of every role. */
export const shades: Readonly<Record<Role, Shades>> = {
  target: given,
  input: given,
  setting: given,
  weight: weights,
  forward,
  error,
  total: error,
  factor: { strong: '6B3FA0', tint: 'EBE2F6', wash: 'F8F5FC' },
  gradient: { strong: '4A2A7B', tint: 'E1D7F1', wash: 'F6F2FB' },
  state: { strong: '2F5D8A', tint: 'DCE8F4', wash: 'F3F7FB' },
  accuracy: { strong: '55651B', tint: 'ECF0D8', wash: 'F8FAF0' },
  test: { strong: '6B5A48', tint: 'EEE8E0', wash: 'F9F7F4' },
};

/** Titles, the iteration column and neutral headers. */
export const ink: Shades = { strong: '1B2A41', tint: 'E4E9F0', wash: 'F3F5F8' };

/** Colours that carry no role. */
export const colors = {
  text: '27364B',
  muted: '64748B',
  formulaText: '55647A',
  link: '1F5FBF',
  white: 'FFFFFF',
  /** Text on the ink band. */
  onInk: 'C9D6E8',
  black: '000000',
  /** A number to type over: blue on cream. */
  typed: '0000FF',
  typedFill: 'FFFBE6',
  typedBorder: 'E3D28A',
  /** A formula that reads another sheet. */
  otherSheet: '00803C',
  noNumber: '94A3B8',
  iterationFill: 'F8FAFC',
  hair: 'D5DCE6',
  line: 'C9D2DE',
  /** What is right: blue, for green says that a formula reads another sheet. */
  good: '1F4E8C',
  goodFill: 'DCE8F4',
  selectedRow: 'FFF3C4',
  /** What a step has brought. */
  lit: 'FFE97A',
  totalText: 'B42318',
} as const;

/** Numbers by sign and size, the largest first; black text can be read on all of them. */
export const sizeTints = {
  positive: ['6AA7D8', '97C3E6', 'C3DCF0', 'E3EEF8'],
  negative: ['EC9148', 'F4B27A', 'F9D3B0', 'FCEBDC'],
} as const;

/** Lines of the network's diagram. */
export const diagramLines = { weight: 'C29A45', error: 'B98C88' } as const;

/** Tabs of the sheets by kind; a learning-rate sheet has the colour of its line. */
export const tabColors = {
  start: '1B2A41',
  network: '0F6B63',
  steps: '6B3FA0',
  rates: 'C0417F',
  check: '1F4E8C',
} as const;
