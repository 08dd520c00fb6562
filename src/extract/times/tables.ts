import type { Word } from '../../language/words.js';
import type { Language } from '../../language/index.js';
import type { Item } from '../../language/context/items.js';

/** A time expression: items `first` to `last`, with its ISO value when text and date of publication give one. */
export interface TimeMention {
  readonly first: number;
  readonly last: number;
  /** xsd:date, xsd:gYearMonth, xsd:gYear, ISO week, or date and time; undefined when nothing fixes it. */
  readonly value?: string;
  /** A day of the week without a date: the value depends on whether the event is past or to come. */
  readonly weekday?: number;
  /** "Before", "later": no time by itself. */
  readonly vague?: boolean;
  /** The year is not said: the value has the one nearest to the article's day. */
  readonly nearest?: boolean;
}

export interface TimeTables {
  readonly months: ReadonlyMap<string, { readonly calendar: string; readonly number: number }>;
  readonly monthPairs: ReadonlyMap<string, ReadonlyMap<string, { readonly calendar: string; readonly number: number }>>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, string>;
  readonly relative: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, string>;
  readonly is: (list: string, word: string) => boolean;
  readonly fold: (s: string) => string;
  /** Whether a time expression may begin with a word form. */
  readonly begins: (word: Word) => boolean;
  /** The folded text, and the folded stem and lemma under each reading of a word form. */
  readonly keys: (word: Word) => readonly string[];
  /** The lists of words that know a word form under one of its keys, a bit a list; and the bit of each. */
  readonly lists: (word: Word) => number;
  readonly bits: ReadonlyMap<string, number>;
}

export type Month = { readonly calendar: string; readonly number: number };

export function timeTables(language: Language): TimeTables {
  const { fold } = language.letters;
  const t = language.tables.time;
  const months = new Map<string, Month>();
  const monthPairs = new Map<string, Map<string, Month>>();
  for (const m of t.months) for (const name of m.names) {
    const [a, b] = name.split(' ').map(fold);
    if (b === undefined) months.set(a as string, m);
    else {
      const seconds = monthPairs.get(a as string) ?? new Map<string, Month>();
      monthPairs.set(a as string, seconds.set(b, m));
    }
  }
  const weekdays = new Map<string, number>();
  t.weekdays.forEach((names, n) => names.forEach((name) => weekdays.set(fold(name.replace(' ', '')), n)));
  const sets = new Map(Object.entries(t.words).map(([k, v]) => [k, new Set(v.map(fold))]));
  const folded = <V>(o: Readonly<Record<string, V>>): Map<string, V> => new Map(Object.entries(o).map(([k, v]) => [fold(k), v]));
  const first = (w: string): string => w.split(' ')[0] as string;
  const words = new Set([...months.keys(), ...monthPairs.keys(), ...weekdays.keys(), ...t.weekdays.flat().map((w) => fold(first(w))), ...[...sets.values()].flatMap((s) => [...s].map(first)), ...[t.parts, t.relative, t.units].flatMap((o) => Object.keys(o).map((k) => fold(first(k))))]);
  const keysOf = language.words.ask((w) => {
    const all = [w.key];
    const add = (key: string): void => void (all.includes(key) || all.push(key));
    for (const r of w.readings) add(fold(w.text.slice(0, r.stem)));
    for (const r of w.readings) add(r.key);
    return all;
  });
  const bits = new Map([...sets.keys()].map((list, n) => [list, 1 << n]));
  const listsOf = new Map<string, number>();
  for (const [list, set] of sets) for (const word of set) listsOf.set(word, (listsOf.get(word) ?? 0) | (bits.get(list) ?? 0));
  return {
    bits, lists: language.words.ask((w) => keysOf(w).reduce((all, k) => all | (listsOf.get(k) ?? 0), 0)),
    begins: language.words.flag((w) => w.readings.some((r) => r.pos === 'num') || keysOf(w).some((k) => words.has(k))), keys: keysOf, months, monthPairs, weekdays, parts: folded(t.parts), relative: folded(t.relative), units: folded(t.units),
    is: (list, word) => sets.get(list)?.has(word) ?? false, fold,
  };
}

/** Whether a time expression may begin at an item: most words are none of any list. */
export function mayBegin(i: Item, t: TimeTables): boolean {
  if (i.kind !== 'word' || i.readings.length === 0) return i.kind !== 'punct';
  return t.begins(i.word) || i.a.pos === 'num';
}

const NONE: readonly string[] = [];
/** Under which words the lists of times may know an item. */
export const keys = (i: Item | undefined, t: TimeTables): readonly string[] => (i === undefined || i.kind === 'punct' ? NONE : t.keys(i.word));
/** Whether a list of words knows an item. */
export const says = (i: Item | undefined, list: string, t: TimeTables): boolean => i !== undefined && i.kind !== 'punct' && (t.lists(i.word) & (t.bits.get(list) ?? 0)) !== 0;
export const pick = <V>(i: Item | undefined, map: ReadonlyMap<string, V>, t: TimeTables): V | undefined => {
  for (const k of keys(i, t)) {
    const v = map.get(k);
    if (v !== undefined) return v;
  }
  return undefined;
};
export const num = (i: Item | undefined): number | undefined => (i?.kind === 'number' && /^\d+$/.test(i.text) ? Number(i.text) : undefined);
export const numWord = (i: Item | undefined): number | undefined => num(i) ?? (i?.a.pos === 'num' && /^\d+$/.test(i.a.feature) ? Number(i.a.feature) : undefined);
