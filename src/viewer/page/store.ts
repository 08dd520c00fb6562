import type { Calendar, Digits, Lang } from '../model/dates.js';
import { NO_FILTER, type Filter } from '../model/filter.js';

/** What is chosen; the same in all panes. A fact may be several links: both directions, or one thing that several say. */
export type Selected = { readonly kind: 'entity'; readonly number: number } | { readonly kind: 'event'; readonly number: number } | { readonly kind: 'fact'; readonly links: readonly number[] };

export type Panel = 'find' | 'facts' | 'details' | 'about';

export interface State {
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
  readonly calendar: Calendar;
  readonly digits: Digits;
  readonly article: number;
  readonly selected: Selected | undefined;
  readonly panel: Panel | undefined;
  readonly filter: Filter;
  /** One end of a way whose other end is still to be chosen. */
  readonly way: number | undefined;
  /** What was last done, for everybody to read. */
  readonly notice: string;
}

export type Changed = ReadonlySet<keyof State>;

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  on(listener: (state: State, changed: Changed) => void): void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners: ((state: State, changed: Changed) => void)[] = [];
  return {
    get: () => state,
    set: (change) => {
      const changed = new Set((Object.keys(change) as (keyof State)[]).filter((key) => change[key] !== state[key]));
      if (changed.size === 0) return;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, changed);
    },
    on: (listener) => void listeners.push(listener),
  };
}

/** What a reader begins with: the language that the address asks for (`#lang=en`), else Kurdish; the theme of the system. */
export function beginning(hash: string, dark: boolean): State {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const lang = asked.get('lang') === 'en' ? 'en' : 'ckb', theme = asked.get('theme') ?? (dark ? 'dark' : 'light');
  return { lang, theme: theme === 'dark' ? 'dark' : 'light', calendar: 'gregory', digits: lang === 'ckb' ? 'arab' : 'latn', article: 0, selected: undefined, panel: undefined, filter: NO_FILTER, way: undefined, notice: '' };
}
