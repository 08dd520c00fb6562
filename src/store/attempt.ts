import type { Article } from '../model/article.js';

/** What became of one article: what was made of it, or why nothing was. */
export type Outcome<T> = { readonly made: T } | { readonly failed: Failure };
export interface Failure {
  readonly id: string;
  readonly reason: string;
}

/** A function of one article that never throws: one document never ends the reading of the others. */
export const attempted = <T>(make: (article: Article) => T) => (article: Article): Outcome<T> => {
  try {
    return { made: make(article) };
  } catch (e) {
    return { failed: { id: article.id, reason: e instanceof Error ? `${e.name}: ${e.message}` : String(e) } };
  }
};

/** Reads articles one after the other. */
export async function* inTurn<T>(articles: AsyncIterable<Article>, make: (article: Article) => T): AsyncGenerator<Outcome<T>> {
  const attempt = attempted(make);
  for await (const a of articles) yield attempt(a);
}
