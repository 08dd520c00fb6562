import type { Quad } from 'n3';
import type { Engine } from '../../query/engine.js';
import { QueryError } from '../../query/fault.js';
import { iriTerm } from '../../query/terms.js';
import { constructed, fetchResource } from '../resource.js';

/** All statements, of a graph that was found to be small. */
export const wholeGraph = (engine: Engine): Promise<Quad[]> => constructed(engine, ['CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }'], engine.loaded().statements);

/** What some articles say: their named graphs. Throws a `QueryError` ("limit") where that is more than `most` statements. */
export async function graphOf(engine: Engine, articles: readonly string[], most: number): Promise<readonly Quad[]> {
  const quads = await constructed(engine, [`CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?g { ${articles.map((a) => iriTerm(a)).join(' ')} } GRAPH ?g { ?s ?p ?o } }`], most);
  const there = new Set(quads.map((q) => q.subject.value));
  // In a file without named graphs an article is what can be reached from it.
  for (const iri of articles) {
    if (there.has(iri)) continue;
    quads.push(...(await fetchResource(engine, iri))?.quads ?? []);
    if (quads.length > most) throw new QueryError({ why: 'limit', message: `these articles have more than ${most} statements`, hint: 'read fewer together, or allow more (--rows)' });
  }
  return quads;
}
