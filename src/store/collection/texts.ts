import type { Article } from '../../model/article.js';
import { openLogs, type At } from './log.js';
import { readManifest, stateOf } from './manifest.js';

/** Gives the articles of a collection by their IRIs, as they were added, those that it holds now. Throws a `UserError` where it cannot be read. */
export function createTexts(folder: string): (iris: readonly string[]) => ReadonlyMap<string, Article> {
  let of: string | undefined, at: ReadonlyMap<string, At> = new Map();
  return (iris) => {
    const state = stateOf(folder);
    if (state !== of) {
      at = new Map(readManifest(folder).rows.map((r) => [r.iri, r.at]));
      of = state;
    }
    const logs = openLogs(folder), found = new Map<string, Article>();
    try {
      for (const iri of iris) {
        const own = at.get(iri);
        if (own) found.set(iri, logs.meta(own).article);
      }
      return found;
    } finally {
      logs.close();
    }
  };
}
