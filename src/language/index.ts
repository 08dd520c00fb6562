import { createAnalyser, type Analyser } from './analyse.js';
import { compileLetters, type Letters } from './letters.js';
import { buildLexicon, type Lexicon } from './lexicon.js';
import type { Tables } from './tables.js';
import { createWords, type Words } from './words.js';
import { createNormaliser, type Normaliser } from '../text/normalise.js';
import { createGuard, type Guess } from '../text/guard.js';
import { createTokeniser, type Tokeniser } from '../text/tokenise.js';

/** Everything hewal knows of one language, ready to use. Holds a bounded cache of analyses and nothing else that changes. */
export interface Language {
  readonly tables: Tables;
  readonly letters: Letters;
  readonly lexicon: Lexicon;
  readonly normalise: Normaliser;
  readonly tokenise: Tokeniser;
  readonly analyse: Analyser;
  readonly words: Words;
  /** In which language a text is written, from its normal and its own spelling. */
  readonly guess: (normal: string, raw: string) => Guess;
}

export function createLanguage(tables: Tables): Language {
  const letters = compileLetters(tables.letters);
  const lexicon = buildLexicon(tables, letters);
  const words = createWords(createAnalyser(tables, lexicon, letters), letters.fold);
  return {
    tables, letters, lexicon,
    normalise: createNormaliser(letters),
    tokenise: createTokeniser(letters),
    words,
    analyse: (word) => words.of(word).readings,
    guess: createGuard(tables.guard, letters.fold, { marked: tables.letters.marked, heh: tables.letters.heh.letter, joiner: String.fromCharCode(parseInt(tables.letters.heh.joiner, 16)) }),
  };
}

export { loadTables } from './load.js';
export * from './analysis.js';
export { createDescriber, type Describer, type Description } from './describe.js';
export { createInflector, type Inflector, type NominalFeatures, type VerbFeatures } from './inflect.js';
export type { Tables } from './tables.js';
export { contextTables, readWords, segmentText, type ContextTables, type Item, type Segmented } from './context/index.js';
