import { readFileSync } from 'node:fs';
import { readCorrections, type Given } from '../../src/corrections/read.js';
import { toAnnotation } from '../../src/formats/annotations.js';
import { readArticles } from '../../src/input/articles.js';
import { loadTables } from '../../src/language/load.js';
import { createEngine } from '../../src/pipeline.js';
import type { Annotation } from './score.js';

/** What corrections make of an article, and what hewal reads in it without them. */
export interface Pair {
  readonly gold: Annotation;
  readonly found: Annotation;
}

/**
 * Corrections as gold: of every article that they name by its id, or read otherwise than without them, the corrected reading. Throws an `Error` for a file that is
 * none, an article that is not there, and a text that is another where a correction is about it: what it says would be missing in the gold.
 */
export async function goldOf(files: readonly string[], articles: readonly string[]): Promise<Pair[]> {
  const given: Given[] = [];
  for (const path of files) {
    const { given: own, notes } = readCorrections(readFileSync(path), path);
    if (notes[0]) throw new Error(`${notes[0].place}: ${notes[0].message}`);
    given.push(...own);
  }
  const tables = loadTables();
  const plain = createEngine(tables), corrected = createEngine(tables, undefined, [], given.map((g) => g.correction));
  const wanted = new Set(given.flatMap(({ correction: c }) => ('article' in c ? [c.article] : [])));
  const pairs: Pair[] = [];
  let unread = 0;
  for await (const r of readArticles(articles, undefined)) {
    if ('note' in r) throw new Error(`${r.note.place}: ${r.note.message}`);
    const read = corrected.read(r.article);
    const fault = read.steps?.find((s) => s.changed);
    if (fault) throw new Error(`a correction of the article "${r.article.id}" is not applied: ${fault.words}`);
    unread += read.steps?.filter((s) => s.became === 'not applied').length ?? 0;
    const gold = toAnnotation(read, () => undefined) as Annotation, found = toAnnotation(plain.read(r.article), () => undefined) as Annotation;
    if (wanted.delete(r.article.id) || JSON.stringify(gold) !== JSON.stringify(found)) pairs.push({ gold, found });
  }
  if (unread > 0) console.error(`${unread} correction(s) are about what is no longer read: they change nothing`);
  if (wanted.size > 0) throw new Error(`the corrections name ${wanted.size} article(s) that --articles does not have: ${[...wanted].slice(0, 5).join(', ')}`);
  return pairs;
}
