import { createMinter } from '../graph/iris.js';
import { readArticles } from '../input/articles.js';
import { compileLetters } from '../language/letters.js';
import type { LetterTable } from '../language/tables.js';
import type { Article } from '../model/article.js';
import { printNote } from './print.js';

/** Articles by the IRIs that a graph has for them, and whether one could not be read. */
export interface Texts {
  readonly articles: ReadonlyMap<string, Article>;
  readonly broken: boolean;
}

/** Reads the articles of files and folders. What cannot be read is told on standard error and left out. */
export async function readTexts(paths: readonly string[], base: string, letters: LetterTable): Promise<Texts> {
  const iri = createMinter(base, compileLetters(letters)).article;
  const articles = new Map<string, Article>();
  let broken = false;
  for await (const r of readArticles(paths, undefined)) {
    if ('note' in r) {
      broken = true;
      printNote(r.note);
    } else articles.set(iri(r.article.id), r.article);
  }
  return { articles, broken };
}
