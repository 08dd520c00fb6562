export type Theme = 'light' | 'dark';

/** Ink of words, and what they stand on. */
export interface Pair {
  readonly ink: string;
  readonly ground: string;
}

export interface Palette {
  readonly paper: string;
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly edge: string;
  readonly accent: string;
  readonly disc: string;
  /** By type of entity; '' for what has none. */
  readonly types: Readonly<Record<string, Pair>>;
}

/** The colours of the reading room (src/viewer/page/style.css): every pair keeps 4.5 : 1. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#fffefb', raised: '#ffffff', ink: '#1c2530', quiet: '#586271', rule: '#ddd8cc', edge: '#8a93a0', accent: '#a4262c', disc: '#f0ede5',
    types: {
      Person: { ink: '#1d4f9e', ground: '#e4edfb' }, Organization: { ink: '#8a4a0a', ground: '#fbecda' }, Place: { ink: '#17672f', ground: '#e0f2e4' },
      Group: { ink: '#6a2f9a', ground: '#f0e6fa' }, Work: { ink: '#735600', ground: '#f9f0cb' }, '': { ink: '#586271', ground: '#ecebe6' },
    },
  },
  dark: {
    paper: '#191e25', raised: '#20262e', ink: '#e9e6df', quiet: '#a6afba', rule: '#333b45', edge: '#76818e', accent: '#ff9a8f', disc: '#20262e',
    types: {
      Person: { ink: '#a3c7ff', ground: '#1d3050' }, Organization: { ink: '#ffc993', ground: '#40290f' }, Place: { ink: '#93dfaa', ground: '#163822' },
      Group: { ink: '#dcb9ff', ground: '#35214a' }, Work: { ink: '#ead37c', ground: '#393010' }, '': { ink: '#a6afba', ground: '#2a313a' },
    },
  },
};

export const typeOf = (p: Palette, type: string): Pair => (Object.hasOwn(p.types, type) ? p.types[type] : undefined) ?? (p.types[''] as Pair);
