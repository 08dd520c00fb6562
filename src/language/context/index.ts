import type { Language } from '../index.js';
import { findQuotations, splitSentences, type Quotation, type Sentence } from '../../text/sentences.js';
import type { Token } from '../../text/tokenise.js';
import { DEF } from '../analysis.js';
import { chooseReadings } from './choose.js';
import type { ChoiceTables } from './classes.js';
import { itemsOf, itemTables, type Item, type ItemTables } from './items.js';

/** What reading words in context asks of a language, compiled once. */
export interface ContextTables {
  readonly items: ItemTables;
  readonly choice: ChoiceTables;
  /** Letters of vowels that words end in. */
  readonly vowels: ReadonlySet<string>;
}

export function contextTables(language: Language): ContextTables {
  const { tables, letters } = language;
  return {
    items: itemTables(language),
    vowels: new Set([...(tables.words['end-vowels'] ?? []), tables.letters.heh.vowel]),
    choice: {
      qualities: new Set((tables.words['qualities'] ?? []).map(letters.fold)),
      deeds: new Set((tables.words['deeds'] ?? []).map(letters.fold)),
      their: Object.entries(tables.verbAffixes.clitics).find(([, person]) => person === '3p')?.[0] ?? '',
      superlative: tables.affixes.find(([, , , , value]) => value === 'superlative')?.[5] ?? '',
      glide: tables.letters.semivowels.slice(-1),
      settlements: new Set(tables.heads.filter(([, , kind]) => kind === 'settlement').map(([w]) => letters.fold(w))),
      abstract: new Set(tables.words['abstract-after']),
      governing: new Set([...tables.words['intend'] ?? [], ...tables.words['manage'] ?? []]),
      inner: new Set(tables.words['inner-prepositions']),
      ministries: new Set((tables.words['ministries'] ?? []).map(letters.fold)),
      pointing: new Set(tables.words['complement-pronouns']),
      posts: new Set(tables.titles.filter(([, kind]) => kind !== 'honorific').map(([w]) => letters.fold((w.split(' ')[0] ?? '').replace(/ی$/, '')))),
      honorific: new Set(tables.titles.filter(([, kind]) => kind === 'honorific').map(([w]) => letters.fold(w))),
    },
  };
}

/** A text cut into tokens, sentences and quotations; offsets in the normal text. */
export interface Segmented {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

export function segmentText(language: Language, normalText: string): Segmented {
  const tokens = language.tokenise(normalText);
  const quotations = findQuotations(tokens);
  return { tokens, quotations, sentences: splitSentences(tokens, quotations) };
}

/** The words of a sentence, each with the reading that its neighbours make likeliest; all its readings stay in `readings`. */
export function readWords(language: Language, t: ContextTables, tokens: readonly Token[], sentence: Sentence): Item[] {
  const items = itemsOf(language, t.items, tokens, sentence);
  chooseReadings(items, language, t.choice);
  linkCompounds(items, t.vowels, language.tables.letters.heh.vowel);
  return items;
}

/** ماددە هۆشبەرەکان: before a definite adjective a noun that ends in a vowel is closed by a ە that is not written. */
function linkCompounds(items: readonly Item[], vowels: ReadonlySet<string>, closer: string): void {
  items.forEach((item, i) => {
    const next = items[i + 1];
    if (item.a.pos !== 'noun' || !item.a.known || item.a.kind === 'human' || item.flags !== 0 || item.a.morphemes.length > 0 || next?.a.pos !== 'adj' || (next.flags & DEF) === 0 || !vowels.has(item.text.slice(-1))) return;
    item.a = { ...item.a, morphemes: [closer] };
  });
}

export { isNominal, isVerb } from './classes.js';
export { isMark, type Item } from './items.js';
