import type { Person, VerbForm } from '../analysis.js';

/** What an inflected noun, adjective or name says (SORANI 3; Thackston 2006: the noun, possession, the copula). */
export interface NominalFeatures {
  readonly pos?: 'noun' | 'adj' | 'name';
  readonly definite?: boolean;
  readonly indefinite?: boolean;
  readonly plural?: boolean;
  /** Closed by the vowel that "this …" and "that …" ask for. */
  readonly demonstrative?: boolean;
  readonly izafe?: boolean;
  readonly possessive?: Person;
  readonly also?: boolean;
  /** A postposition as affixes.tsv names it. */
  readonly post?: string;
  /** 2p gives the form of 3p and is read back as 3p. */
  readonly copula?: Person | 'past';
}

/** What a finite verb form says (SORANI 4; Thackston 2006: the verb). */
export interface VerbFeatures {
  readonly tense: VerbForm['tense'];
  /** indicative when left out (an order: subjunctive, negated imperative); `bare` is the subjunctive without its prefix, after a preverb. */
  readonly mood?: string;
  readonly negated?: boolean;
  /** Only with `tense: 'past'`. */
  readonly imperfect?: boolean;
  readonly passive?: boolean;
  /**
   * Of the subject; in the active past of a transitive verb of the object. 3s when left out, 2s in an order.
   * One form is both second and third person plural: 2p is read back as 3p, an order to several (بکەن) as 3p of the present subjunctive.
   */
  readonly person?: Person;
  /** Agent in the active past of a transitive verb, object in its present. */
  readonly clitic?: Person | '';
  /** Verbs that have the adverb in their infinitive have it in every form. */
  readonly again?: boolean;
  readonly directional?: boolean;
  readonly also?: boolean;
}

/** A spelling in the making; a smaller cost is more usual. */
export interface Made {
  readonly text: string;
  readonly cost: number;
}
