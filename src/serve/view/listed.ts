import type { Engine, Loaded } from '../../query/engine.js';
import { isIri, iriTerm } from '../../query/terms.js';
import { news } from '../../model/vocabulary.js';
import { selected } from '../resource.js';

/** An article as a list shows it. */
export interface Listed {
  readonly iri: string;
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
}

const ARTICLES = 'SELECT ?a ?p ?v WHERE { ?a a news:Article ; ?p ?v FILTER(?p IN (rdf:type, news:title, news:publisher, news:published)) } ORDER BY ?a ?p ?v';

/** The articles of each graph that was loaded, as long as it is. */
const known = new WeakMap<Loaded, Promise<readonly Listed[]>>();

/** Every article of the graph, the newest first, those without a date last. */
export function articlesOf(engine: Engine): Promise<readonly Listed[]> {
  const loaded = engine.loaded(), had = known.get(loaded);
  if (had) return had;
  const asked = selected(engine, ARTICLES, loaded.statements).then(listed);
  known.set(loaded, asked);
  asked.catch(() => known.delete(loaded));
  return asked;
}

/** The articles that name a thing, or report an event in which it takes part, in the same order. */
export async function articlesNaming(engine: Engine, iri: string): Promise<readonly Listed[]> {
  const thing = iriTerm(iri);
  const rows = await selected(engine, `SELECT DISTINCT ?a WHERE { { ?w news:denotes ${thing} ; news:inArticle ?a } UNION { ?n ?role ${thing} . ?a news:reports ?n } }`, engine.loaded().statements);
  const naming = new Set(rows.map((r) => r['a']?.value));
  return naming.size === 0 ? [] : (await articlesOf(engine)).filter((a) => naming.has(a.iri));
}

function listed(rows: Awaited<ReturnType<typeof selected>>): Listed[] {
  const found = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const [a = '', p = '', v = ''] = ['a', 'p', 'v'].map((name) => row[name]?.value);
    // What is no IRI could be neither asked for nor linked to.
    if (!isIri(a)) continue;
    const own = found.get(a) ?? new Map<string, string>();
    found.set(a, own);
    if (!own.has(p)) own.set(p, v);
  }
  return [...found].map(([iri, own]) => ({ iri, title: own.get(news('title')), publisher: own.get(news('publisher')), published: own.get(news('published')) }))
    .sort((a, b) => compare(b.published ?? '', a.published ?? '') || compare(a.iri, b.iri));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
