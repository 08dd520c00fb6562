import type { Listed } from './listed.js';
import type { Lazy } from './parts.js';

/** Articles that are made comparable before others may go on. */
const AT_ONCE = 1000;

/** Finds articles by words of their title, publisher, date or id, in any spelling. What an article is called is made comparable once. */
export function createSearch(parts: Lazy): (articles: readonly Listed[], words: string) => Promise<readonly Listed[]> {
  const known = new WeakMap<Listed, string>();
  return async (articles, words) => {
    const { comparable } = await parts(), wanted = comparable(words).split(' ');
    const found: Listed[] = [];
    for (const [i, a] of articles.entries()) {
      if (i % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
      let text = known.get(a);
      if (text === undefined) known.set(a, (text = comparable([a.title, a.publisher, a.published, idOf(a.iri)].join(' '))));
      if (wanted.every((word) => (text as string).includes(word))) found.push(a);
    }
    return found;
  };
}

function idOf(iri: string): string {
  const id = iri.replace(/^.*\/article\//, '');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
