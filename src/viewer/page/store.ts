import type { AddName, Correction } from '../../corrections/types.js';
import type { Calendar, Digits, Lang } from '../model/dates.js';
import type { Opened } from '../model/corrections/file.js';
import type { Note } from '../../model/note.js';
import { NO_FILTER, type Filter } from '../model/filter.js';

/** What is chosen; the same in all panes. A fact may be several links: both directions, or one thing that several say. */
export type Selected = { readonly kind: 'entity'; readonly number: number } | { readonly kind: 'event'; readonly number: number } | { readonly kind: 'fact'; readonly links: readonly number[] };

export type Panel = 'find' | 'facts' | 'details' | 'corrections' | 'about';


/** What stands in the fields of a name that is to be added. */
export interface Draft {
  readonly label: string;
  readonly english: string;
  readonly type: AddName['type'];
}

export const NO_DRAFT: Draft = { label: '', english: '', type: 'Person' };

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
  /** What the reader says is wrong, in the order of a file. */
  readonly corrections: readonly Correction[];
  readonly notes: Opened['notes'];
  /** The same as they were when they were last exported, or opened. */
  readonly kept: Opened;
  /** A name that is being written. */
  readonly draft: Draft;
  /** Why a file of corrections could not be opened. */
  readonly trouble: readonly Note[];
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

const NO_CORRECTIONS: Opened = { corrections: [], notes: new Map() };

/** What a reader begins with: the language that the address asks for (`#lang=en`), else Kurdish; the theme of the system. */
export function beginning(hash: string, dark: boolean): State {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const lang = asked.get('lang') === 'en' ? 'en' : 'ckb', theme = asked.get('theme') ?? (dark ? 'dark' : 'light');
  return { lang, theme: theme === 'dark' ? 'dark' : 'light', calendar: 'gregory', digits: lang === 'ckb' ? 'arab' : 'latn', article: 0, selected: undefined, panel: undefined, filter: NO_FILTER, way: undefined, ...NO_CORRECTIONS, kept: NO_CORRECTIONS, draft: NO_DRAFT, trouble: [], notice: '' };
}
