import type { Letters } from './letters.js';
import type { Tables, VerbRow } from './tables.js';

export interface NounEntry {
  readonly lemma: string;
  /** The lemma folded. */
  readonly key: string;
  readonly pos: 'noun' | 'adj' | 'adv';
  readonly kind: string;
}

export interface VerbEntry {
  readonly infinitive: string;
  /** The infinitive folded. */
  readonly key: string;
  readonly preverb: string;
  readonly again: boolean;
  readonly transitive: boolean;
  /** Stems as they are spelled, before folding. */
  readonly stems: readonly string[];
}

export interface ClosedEntry {
  readonly form: string;
  readonly pos: string;
  readonly lemma: string;
  /** The lemma folded. */
  readonly key: string;
  readonly feature: string;
  /** Parts of the form, where the grammar sees any. */
  readonly morphemes: readonly string[];
}

export type StemKind = 'present' | 'past' | 'passive';

/** A spelling of a name-list entry. */
export interface NameForm {
  /** Its words, folded. */
  readonly words: readonly string[];
  /** Also an ordinary word. */
  readonly ambiguous: boolean;
}

/** The lexicon, keyed by folded spelling. */
export interface Lexicon {
  readonly nouns: ReadonlyMap<string, readonly NounEntry[]>;
  readonly closed: ReadonlyMap<string, readonly ClosedEntry[]>;
  readonly stems: Readonly<Record<StemKind, ReadonlyMap<string, readonly VerbEntry[]>>>;
  readonly infinitives: ReadonlyMap<string, VerbEntry>;
  readonly preverbs: readonly string[];
  /** Nouns and adjectives that make light-verb compounds, folded, with their written form. */
  readonly light: ReadonlyMap<string, string>;
  /** Infinitives that make compounds (words.yaml: light-verbs). */
  readonly lightVerbs: ReadonlySet<string>;
  /** Words that occur in a known name; value 2 when the word alone can be a person's name. */
  readonly nameWords: ReadonlyMap<string, number>;
  /** Given names that are also ordinary words. */
  readonly ambiguousNames: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** The spellings of each row of the name lists, in their order. */
  readonly nameForms: readonly (readonly NameForm[])[];
}

export function buildLexicon(tables: Tables, letters: Letters): Lexicon {
  const { fold } = letters;
  const nouns = new Map<string, NounEntry[]>();
  // rows are read by index: taking an array apart costs more than all the rest while the code is cold, and this runs once
  for (const row of tables.nouns) {
    const lemma = row[0], kind = row[2], keys = row[5];
    const first = keys === '' ? lemma : keys.includes(';') ? keys.slice(0, keys.indexOf(';')) : keys;
    for (const pos of row[1].split('|')) {
      const entry: NounEntry = { lemma, key: first, pos: pos as NounEntry['pos'], kind };
      if (keys === '') push(nouns, lemma, entry);
      else for (const key of keys.split(';')) push(nouns, key, entry);
    }
  }
  for (const [words, kind] of tables.titles) {
    if (kind !== 'honorific' && !words.includes(' ') && !nouns.has(fold(words))) push(nouns, fold(words), { lemma: words, key: fold(words), pos: 'noun', kind: 'human' });
  }
  const closed = new Map<string, ClosedEntry[]>();
  for (const [form, pos, lemma, feature, morphemes] of tables.closed) push(closed, fold(form), { form, pos, lemma, key: fold(lemma), feature, morphemes: morphemes.split('+').filter(Boolean) });

  const stems = { present: new Map<string, VerbEntry[]>(), past: new Map<string, VerbEntry[]>(), passive: new Map<string, VerbEntry[]>() };
  const infinitives = new Map<string, VerbEntry>();
  const preverbs = new Set<string>();
  for (const row of tables.verbs) {
    const entry = verbEntry(row, fold);
    const [infinitive, past, present, passive, preverb, , , , variants] = row;
    for (const form of [infinitive, ...split(variants)]) if (!infinitives.has(fold(form))) infinitives.set(fold(form), entry);
    if (preverb) preverbs.add(fold(preverb));
    for (const s of split(past)) push(stems.past, fold(s), entry);
    for (const s of split(present)) push(stems.present, fold(s), entry);
    for (const s of split(passive)) push(stems.passive, fold(s), entry);
  }

  const nameWords = new Map<string, number>(tables.properWords.map((w) => [w, 1]));
  const places = new Set<string>();
  const common = (w: string): boolean => nouns.has(w) || closed.has(w);
  const nameForms = tables.names.map((row) => {
    const type = row[1];
    const forms: NameForm[] = [];
    for (const key of (row[8] || row[2]).split(';')) {
      const ambiguous = key.endsWith('?');
      const words = (ambiguous ? key.slice(0, -1) : key).split(' ');
      forms.push({ words, ambiguous });
      const alone = words.length === 1 ? words[0] : undefined;
      if (alone !== undefined && (!ambiguous || !common(alone))) {
        nameWords.set(alone, 2);
        if (type === 'Place') places.add(alone);
      }
    }
    return forms;
  });
  const ambiguousNames = new Set<string>();
  for (const row of tables.given) {
    const key = fold(row[0]), note = row[4];
    const word = note === 'word' && (row[1] !== 'family' || common(key));
    if (word && (nameWords.get(key) ?? 0) < 2) ambiguousNames.add(key);
    nameWords.set(key, word ? Math.max(1, nameWords.get(key) ?? 0) : 2);
  }
  // of two spellings of one word the first listed is cited
  const light = new Map([...tables.compounds].reverse().map((w) => [fold(w), w]));
  const lightVerbs = new Set((tables.words['light-verbs'] ?? []).map(fold));
  return { nouns, closed, lightVerbs, stems, infinitives, preverbs: [...preverbs].sort((a, b) => b.length - a.length), light, nameWords, ambiguousNames, places, nameForms };
}

const verbEntry = ([infinitive, past, present, passive, preverb, again, valency]: VerbRow, fold: (s: string) => string): VerbEntry => ({
  infinitive, key: fold(infinitive), preverb, again: again !== '', transitive: valency === 'tr', stems: [past, present, passive].flatMap(split),
});

export const split = (list: string): string[] => list.split(';').map((s) => s.trim()).filter(Boolean);

export function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
