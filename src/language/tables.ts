import type { Person } from './analysis.js';

/** What `npm run tables` compiles from the data files of one language; the only thing engines know of a language. */
export interface Tables {
  readonly language: string;
  readonly letters: LetterTable;
  readonly affixes: readonly AffixRow[];
  readonly endings: readonly EndingRow[];
  readonly verbAffixes: VerbAffixes;
  readonly closed: readonly ClosedRow[];
  readonly nouns: readonly NounRow[];
  readonly verbs: readonly VerbRow[];
  readonly compounds: readonly string[];
  readonly names: readonly NameRow[];
  /** Words that only names of several words hold (`properWords`). */
  readonly properWords: readonly string[];
  readonly given: readonly GivenRow[];
  readonly titles: readonly TitleRow[];
  readonly heads: readonly HeadRow[];
  readonly words: WordLists;
  readonly time: TimeTable;
  readonly guard: Readonly<Record<string, readonly string[]>>;
  readonly frames: readonly Frame[];
  readonly confidence: readonly ConfidenceRow[];
}

export interface LetterTable {
  readonly map: Readonly<Record<string, string>>;
  readonly drop: readonly string[];
  readonly space: readonly string[];
  readonly newline: readonly string[];
  readonly heh: { readonly letter: string; readonly vowel: string; readonly joiner: string };
  readonly initial: Readonly<Record<string, string>>;
  readonly 'single-initial': readonly string[];
  readonly vowels: string;
  readonly semivowels: string;
  /** Letters that neighbouring languages do not write. */
  readonly marked: string;
  readonly letters: string;
  readonly fold: Readonly<Record<string, string>>;
  /** A letter that is often typed for another. */
  readonly mistyped: Readonly<Record<string, string>>;
  readonly latin: Readonly<Record<string, string>>;
}

/** slot, form, after, feature, value, morpheme (affixes.tsv). */
export type AffixRow = readonly [slot: number, form: string, after: string, feature: string, value: string, morpheme: string];
/** kind, form, after, tense, person, agent (endings.tsv). */
export type EndingRow = readonly [kind: string, form: string, after: string, tense: string, person: string, agent: string];
/** form, pos, lemma, feature (closed.tsv). */
export type ClosedRow = readonly [form: string, pos: string, lemma: string, feature: string, morphemes: string];
/** lemma, pos, class, english, variants; keys are made of them (`nounKeys`). */
export type NounRow = readonly [lemma: string, pos: string, kind: string, english: string, variants: string, keys: string];
/** infinitive, past, present, passive, preverb, again, valency, english, variants. */
export type VerbRow = readonly [string, string, string, string, string, string, string, string, string];
/** id, type, name, kind, english, aliases, part of, wikidata; keys are made of name and aliases (`nameKeys`). */
export type NameRow = readonly [id: string, type: string, name: string, kind: string, english: string, aliases: string, partOf: string, wikidata: string, keys: string];
/** name, kind, gender, english, note. */
export type GivenRow = readonly [name: string, kind: string, gender: string, english: string, note: string];
/** words, kind (post, honorific, kin, profession), english. */
export type TitleRow = readonly [words: string, kind: string, english: string];
/** rule, facts compared with annotated articles, how many of them were right. */
export type ConfidenceRow = readonly [rule: string, compared: string, right: string];

/** word, type of the entity it heads, how its name is built. */
export type HeadRow = readonly [word: string, type: string, kind: string];

export interface VerbAffixes {
  readonly clitics: Readonly<Record<string, string>>;
  readonly also: string;
  readonly alsoAfterConsonant?: string;
  readonly aspect: readonly { readonly form: string; readonly before: string; readonly mood: string; readonly stem?: string; readonly negated?: boolean; readonly imperfect?: boolean }[];
  readonly again: readonly TailRow[];
  readonly directional: readonly TailRow[];
  /** Orders that no present stem makes, as whole words. */
  readonly irregular: readonly { readonly infinitive: string; readonly stem: string; readonly past?: boolean; readonly forms: Readonly<Partial<Record<Person, string>>> }[];
  readonly stranded: Readonly<Record<string, string>>;
  readonly infinitive: string;
  /** The vowel between passive stem and ending. */
  readonly passive: string;
  readonly participle: { readonly active: readonly string[]; readonly passive: readonly string[] };
}
export interface TailRow {
  readonly form: string;
  readonly after?: string;
  readonly replaces?: string;
  readonly tense?: string;
}

/** Short word lists that rules ask for by name (words.yaml). */
export type WordLists = Readonly<Record<string, readonly string[]>> & { readonly 'marker-pairs'?: Readonly<Record<string, string>> };

export interface TimeTable {
  readonly months: readonly { readonly calendar: 'gregorian' | 'persian'; readonly number: number; readonly names: readonly string[] }[];
  readonly weekdays: readonly (readonly string[])[];
  readonly parts: Readonly<Record<string, string>>;
  readonly relative: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** How a predicate and its arguments stand in the text, and which event that is (frames/README.md explains each key). */
export interface Frame {
  readonly id: string;
  readonly type: string;
  readonly verbs?: readonly string[] | undefined;
  readonly light?: { readonly noun: readonly string[]; readonly verbs: readonly string[] } | undefined;
  readonly nouns?: readonly string[] | undefined;
  readonly roles: Readonly<Record<string, string>>;
  readonly accept?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly needs?: readonly string[] | undefined;
  readonly 'needs-one'?: readonly string[] | undefined;
  readonly with?: readonly string[] | undefined;
  readonly 'not-with'?: readonly string[] | undefined;
  readonly 'with-object'?: readonly string[] | undefined;
  readonly within?: { readonly noun: readonly string[]; readonly by: string } | undefined;
  readonly only?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly denial?: boolean | undefined;
  readonly 'only-passive'?: readonly string[] | undefined;
  readonly support?: boolean | undefined;
  readonly back?: boolean | undefined;
  readonly future?: boolean | undefined;
  readonly occasion?: boolean | undefined;
  readonly publishes?: boolean | undefined;
  readonly 'only-quoted'?: boolean | undefined;
  readonly status?: string | undefined;
  readonly examples: readonly FrameExample[];
  readonly counterExamples: readonly string[];
}
export interface FrameExample {
  readonly text: string;
  readonly roles?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly status?: string | undefined;
}
