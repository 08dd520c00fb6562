import type { Language } from '../index.js';
import { findQuotations, splitSentences, type Quotation, type Sentence } from '../../text/sentences.js';
import type { Token } from '../../text/tokenise.js';
import { chooseReadings, type ChoiceTables } from './choose.js';
import { itemsOf, itemTables, type Item, type ItemTables } from './items.js';

/** What reading words in context asks of a language, compiled once. */
export interface ContextTables {
  readonly items: ItemTables;
  readonly choice: ChoiceTables;
}

export function contextTables(language: Language): ContextTables {
  const { tables, letters } = language;
  return {
    items: itemTables(language),
    choice: {
      glide: tables.letters.semivowels.slice(-1),
      settlements: new Set(tables.heads.filter(([, , kind]) => kind === 'settlement').map(([w]) => letters.fold(w))),
      abstract: new Set(tables.words['abstract-after']),
      governing: new Set([...tables.words['intend'] ?? [], ...tables.words['manage'] ?? []]),
      inner: new Set(tables.words['inner-prepositions']),
      ministries: new Set((tables.words['ministries'] ?? []).map(letters.fold)),
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
  return items;
}

export { isNominal, isVerb } from './choose.js';
export { isMark, type Item } from './items.js';
