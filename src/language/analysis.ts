/** Parts of speech. `name` is a proper name from the lists or by shape; the others are those of closed.tsv and the lexicon. */
export type Pos =
  | 'noun' | 'adj' | 'adv' | 'verb' | 'name' | 'adp' | 'conj' | 'sconj' | 'pron' | 'dem' | 'num' | 'det' | 'part' | 'cop' | 'aux' | 'int';

/** Person and number of a clitic or ending. */
export type Person = '1s' | '2s' | '3s' | '1p' | '2p' | '3p';

export const DEF = 1, INDEF = 2, PLURAL = 4, DEM = 8, IZAFE = 16, ALSO = 32, AND = 64, COPULA = 128;

/** What a finite verb form says. */
export interface VerbForm {
  /** The lexicon's infinitive, with preverb and ەوە: the verb's lemma. */
  readonly infinitive: string;
  /** The stem in normal spelling, without preverb. */
  readonly stem: string;
  readonly preverb: string;
  /** Aspect prefix as written (دە, نا, ب …). */
  readonly aspect: string;
  readonly tense: 'present' | 'past' | 'perfect' | 'pluperfect' | 'perfsubj' | 'conditional' | 'imperative';
  readonly mood: string;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly transitive: boolean;
  readonly person: Person;
  /** Agent (past transitive) or object clitic, wherever it stands in the word. */
  readonly clitic: Person | '';
  readonly again: boolean;
  readonly directional: boolean;
  /** The preposition whose noun is left out (لێکرا: لە), or empty. */
  readonly stranded: string;
  /** Noun or adjective of a light-verb compound written together with the verb (دەستگیرکرا), or empty. */
  readonly light: string;
}

/** The verb behind an infinitive (دەستگیرکردن), a passive infinitive (کوژران) or a participle (کوژراو). */
export interface Derived {
  readonly kind: 'infinitive' | 'participle';
  readonly infinitive: string;
  readonly light: string;
  readonly passive: boolean;
  readonly preverb: string;
  readonly stem: string;
  readonly again: boolean;
}

/** One reading of one word form. */
export interface Analysis {
  readonly pos: Pos;
  /** Normal spelling; verbs by infinitive. */
  readonly lemma: string;
  /** The lemma folded, as the lists know it. */
  readonly key: string;
  /** Semantic class of a noun (human, group, org, place …), empty otherwise. */
  readonly kind: string;
  /** The lemma is in the lexicon or a name list. */
  readonly known: boolean;
  /** Higher is likelier, before context is seen. */
  readonly score: number;
  /** Letters of the word that are the bare stem, in UTF-16 units. */
  readonly stem: number;
  /** Letters of the stem that the word does not have before its ending; mostly empty. */
  readonly lost: string;
  /** Letters up to and including article and plural, without izafe, clitics and postposition. */
  readonly core: number;
  /** Bit set of DEF INDEF PLURAL DEM IZAFE ALSO AND COPULA. */
  readonly flags: number;
  readonly clitic: Person | '';
  /** Postposition (دا, ەوە, ڕا) or empty. */
  readonly post: string;
  /** Feature of a closed-class word (closed.tsv). */
  readonly feature: string;
  readonly verb: VerbForm | undefined;
  /** For infinitives and participles: the verb they come from. */
  readonly derived: Derived | undefined;
  /** Endings as the grammar cites them. */
  readonly morphemes: readonly string[];
  /** Parts of a closed-class form that is more than one morpheme. */
  readonly parts: readonly string[] | undefined;
}

export const has = (a: Analysis, flag: number): boolean => (a.flags & flag) !== 0;
