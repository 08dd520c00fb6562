import type { Letters } from './letters.js';
import { push, type Lexicon } from './lexicon.js';
import type { NominalFeatures, VerbFeatures } from './inflect/features.js';
import { createJoin } from './inflect/join.js';
import { createNominal } from './inflect/nominal.js';
import { createVerbal } from './inflect/verbal.js';
import type { Tables, VerbRow } from './tables.js';
import { UserError } from '../model/note.js';

export type { NominalFeatures, VerbFeatures };

/**
 * Every spelling of a form in normal spelling, the usual one first; empty when there is no such form. Verb features are told by their `tense`.
 * Throws a `UserError` when a verb form is asked of a lemma that is no infinitive of the lexicon.
 */
export type Inflector = (lemma: string, features: NominalFeatures | VerbFeatures) => readonly string[];

/** The analyser's other direction: the same tables, the same conditions on what an ending may follow. */
export function createInflector(tables: Tables, lexicon: Lexicon, letters: Letters): Inflector {
  const { fold } = letters;
  const join = createJoin(letters);
  const nominal = createNominal(tables.affixes, join);
  const verbal = createVerbal(tables, join, letters.table.heh.vowel);
  const verbs = new Map<string, VerbRow[]>();
  for (const row of tables.verbs) push(verbs, fold(row[0]), row);
  const rows = (lemma: string): readonly VerbRow[] => {
    const key = fold(lemma);
    const same = verbs.get(key) ?? verbs.get(fold(lexicon.infinitives.get(key)?.infinitive ?? ''));
    if (same) return same.some((r) => r[0] === lemma) ? same.filter((r) => r[0] === lemma) : same;
    const inner = [...lexicon.infinitives.keys()].filter((k) => key.endsWith(k)).sort((a, b) => b.length - a.length)[0];
    const add = 'add the verb to src/language/ckb/lexicon/verbs.tsv';
    const verb = lexicon.infinitives.get(inner ?? '')?.infinitive;
    throw new UserError(`"${lemma}" is no verb of the lexicon`, verb ? `inflect "${verb}" and write what stands before it in front, or ${add}` : `give the infinitive, or ${add}`);
  };
  return (lemma, features) => {
    const made = 'tense' in features ? rows(lemma).flatMap((r) => verbal(r, features)) : nominal(lemma, features);
    return [...new Set(made.toSorted((a, b) => a.cost - b.cost).map((m) => m.text))];
  };
}
