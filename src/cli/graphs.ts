import type { Given as Correction } from '../corrections/read.js';
import type { Finding, Subject } from '../check/index.js';
import type { Quad } from '../graph/quads.js';
import { readArticles, type InputOptions } from '../input/articles.js';
import { loadTables } from '../language/load.js';
import type { Article } from '../model/article.js';
import { UserError, type Note } from '../model/note.js';
import { createEngine, type Engine } from '../pipeline.js';
import { givenCorrections } from './corrections.js';
import { ownNames } from './own-names.js';
import { printNote } from './print.js';
import { graphText, readGraph } from './read-graph.js';

/** Past this size (characters) a file is not read a second time: that reader is seventeen times slower. */
const SECOND_READING = 8 * 1024 * 1024;

/** Graphs and articles that a command was given. */
export interface Given {
  readonly subject: Subject;
  /** What two readers do not agree on. */
  readonly again: readonly Finding[];
  /** The engine with which the articles can be read. */
  readonly engine: Engine;
  /** One that knows of no corrections, where there are any. */
  readonly plain?: Engine;
  readonly corrections: readonly Correction[];
  /** Something could not be read, and was said. */
  readonly unreadable: boolean;
}

/** Reads graphs, and articles where there are any. What cannot be read is told on standard error and left out. `twice`: Turtle is read by a second parser too; `names`, `marked`: lists of names and files of corrections that the build used; `inputs`: how articles are read. */
export async function given(graphs: readonly string[], articles: readonly string[] | undefined, base: string, twice: boolean, names?: readonly string[], inputs: InputOptions = {}, marked?: readonly string[]): Promise<Given> {
  let unreadable = false;
  const quads: Quad[] = [];
  const again: Finding[] = [];
  const failed = (note: Note): void => {
    unreadable = true;
    printNote(note);
  };
  for (const path of graphs) {
    try {
      const text = graphText(path);
      const read = await readGraph(path, text);
      for (const q of read) quads.push(q);
      if (twice && /\.ttl$/i.test(path) && text.length <= SECOND_READING) again.push(...(await import('../check/readers.js')).readAgain(text, path, distinct(read)));
    } catch (e) {
      if (!(e instanceof UserError)) throw e;
      failed({ code: 'HW-020', level: 'error', place: path, message: e.message, ...(e.hint ? { hint: e.hint } : {}) });
    }
  }
  const tables = loadTables();
  const own = await ownNames(names ?? [], tables);
  unreadable ||= own.broken || own.bad > 0;
  const corrections = givenCorrections(marked, tables);
  const plain = createEngine(tables, base, own.entries);
  const engine = corrections.length > 0 ? createEngine(tables, base, own.entries, corrections.map((c) => c.correction)) : plain;
  let texts: Map<string, Article> | undefined;
  if (articles) {
    texts = new Map();
    for await (const r of readArticles(articles, undefined, inputs)) {
      if ('note' in r) failed(r.note);
      else texts.set(engine.mint.article(r.article.id), r.article);
    }
  }
  return { subject: { quads, articles: texts, countryOf: engine.countryOf, ...(texts ? { names: engine.names } : {}) }, again, engine, corrections, ...(engine === plain ? {} : { plain }), unreadable };
}

/** A graph is a set: the number of different statements. */
const distinct = (quads: readonly Quad[]): number => new Set(quads.map((q) => `${q.subject.id} ${q.predicate.id} ${q.object.id}`)).size;
