import { createDescriber, createLanguage, type Tables } from '../language/index.js';
import type { PageReading } from './model/types.js';

/** Reads words as the language layer does: of every word the likeliest analysis. */
export function createGrammar(tables: Tables): (words: string) => PageReading[] {
  const language = createLanguage(tables), describe = createDescriber(tables);
  return (words) => language.tokenise(language.normalise(words).text).flatMap((token): PageReading[] => {
    const [likeliest] = language.analyse(token.text);
    return likeliest ? [{ word: token.text, pos: likeliest.pos, ...describe(likeliest, token.text) }] : [];
  });
}
