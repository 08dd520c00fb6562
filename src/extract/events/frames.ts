import type { Word } from '../../language/words.js';
import type { Language } from '../../language/index.js';
import { beforeSpaces } from '../syntax/phrase-tables.js';
import type { Frame } from '../../language/tables.js';

export interface CompiledFrame {
  readonly frame: Frame;
  /** Each role with where its filler stands, in order of preference, and what it may be. */
  readonly roles: readonly (readonly [role: string, by: readonly string[], accept: readonly string[] | undefined])[];
  readonly with: ReadonlySet<string> | undefined;
  readonly notWith: ReadonlySet<string> | undefined;
  readonly withObject: ReadonlySet<string> | undefined;
  readonly within: ReadonlySet<string> | undefined;
  readonly order: number;
}

/** Frames, found by the words of their predicate (folded). */
export interface FrameIndex {
  readonly byVerb: ReadonlyMap<string, readonly CompiledFrame[]>;
  /** light noun -> verb -> frames */
  readonly byLight: ReadonlyMap<string, ReadonlyMap<string, readonly CompiledFrame[]>>;
  readonly byNoun: ReadonlyMap<string, readonly CompiledFrame[]>;
  readonly all: readonly CompiledFrame[];
  /** Whether a word form, in any reading, is a light noun; may tell of an event as a noun. Most words are neither. */
  readonly mayBeLight: (word: Word) => boolean;
  readonly mayTell: (word: Word) => boolean;
  /** First words of nouns of two words. */
  readonly pairStarts: ReadonlySet<string>;
}

/** With the same properties in the same order, which is fast to read: in the tables a frame has only those that it uses. */
const shaped = (f: Frame): Frame => ({
  id: f.id, type: f.type, verbs: f.verbs, light: f.light, nouns: f.nouns, roles: f.roles, accept: f.accept, needs: f.needs, 'needs-one': f['needs-one'],
  with: f.with, 'not-with': f['not-with'], 'with-object': f['with-object'], within: f.within, only: f.only, denial: f.denial, 'only-passive': f['only-passive'],
  support: f.support, back: f.back, future: f.future, occasion: f.occasion, publishes: f.publishes, 'only-quoted': f['only-quoted'], status: f.status, examples: f.examples, counterExamples: f.counterExamples,
});

export function frameIndex(language: Language): FrameIndex {
  const { fold } = language.letters;
  const byVerb = new Map<string, CompiledFrame[]>();
  const byLight = new Map<string, Map<string, CompiledFrame[]>>();
  const byNoun = new Map<string, CompiledFrame[]>();
  const set = (words: readonly string[] | undefined): ReadonlySet<string> | undefined => (words ? new Set(words.map(fold)) : undefined);
  const add = <K>(map: Map<K, CompiledFrame[]>, key: K, f: CompiledFrame): void => {
    const list = map.get(key);
    if (list) list.push(f);
    else map.set(key, [f]);
  };
  const all = language.tables.frames.map((frame, order): CompiledFrame => ({
    frame: shaped(frame), order,
    roles: Object.entries(frame.roles).map(([role, by]) => [role, by.split(' '), frame.accept?.[role]] as const),
    with: set(frame.with), notWith: set(frame['not-with']), withObject: set(frame['with-object']), within: set(frame.within?.noun),
  }));
  for (const f of all) {
    for (const v of f.frame.verbs ?? []) add(byVerb, fold(v), f);
    for (const n of f.frame.light?.noun ?? []) {
      const verbs = byLight.get(fold(n)) ?? new Map<string, CompiledFrame[]>();
      byLight.set(fold(n), verbs);
      for (const v of f.frame.light?.verbs ?? []) add(verbs, fold(v), f);
    }
    for (const n of f.frame.nouns ?? []) add(byNoun, fold(n), f);
  }
  const pairStarts = new Set([...byNoun.keys()].flatMap(beforeSpaces));
  const anyKey = (w: Word, test: (key: string) => boolean): boolean => test(w.key) || w.readings.some((r) => test(r.key));
  return {
    byVerb, byLight, byNoun, all, pairStarts,
    mayBeLight: language.words.flag((w) => anyKey(w, (k) => byLight.has(k))),
    mayTell: language.words.flag((w) => anyKey(w, (k) => byNoun.has(k) || pairStarts.has(k)) || w.readings.some((r) => r.derived?.kind === 'infinitive')),
  };
}
