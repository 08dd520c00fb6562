import { Parser, type Quad } from 'n3';
import type { Engine } from '../query/engine.js';
import { iriTerm } from '../query/terms.js';

/** What of the things beside a thing is fetched with it: names and words, not their own facts. */
const BESIDE = 'FILTER(?q IN (rdf:type, rdfs:label, skos:altLabel, news:quote, news:start, news:end, news:inArticle, news:published, news:title, news:publisher))';

/** Events, mentions and facts of one thing that are fetched; a place may have a hundred thousand. */
export const MOST = 200;
/** Statements about them: the limit of queries is not for what the server asks itself. */
const ROWS = 200_000;

const ARTICLE = (iri: string): readonly string[] => [
  `CONSTRUCT { ${iri} ?p ?o } WHERE { ${iri} ?p ?o }`,
  `CONSTRUCT { ?n ?p ?o } WHERE { ${iri} news:reports ?n . ?n ?p ?o }`,
  `CONSTRUCT { ?w ?p ?o . ?o ?q ?v } WHERE { ?w news:inArticle ${iri} ; ?p ?o OPTIONAL { ?o ?q ?v ${BESIDE} } }`,
  `CONSTRUCT { ?o ?q ?v } WHERE { ${iri} news:reports ?n . ?n ?p ?o . ?o ?q ?v ${BESIDE} }`,
  // The direct facts for which the events of the article stand.
  `CONSTRUCT { ?s ?f ?o } WHERE { ${iri} news:reports ?n . ?n ?r ?s . ?s ?f ?o . ?n ?t ?o FILTER(?f != rdf:type && ?t != rdf:type) }`,
];

const THING = (iri: string): readonly string[] => [
  `CONSTRUCT { ${iri} ?p ?o } WHERE { ${iri} ?p ?o } ORDER BY ?p ?o LIMIT ${MOST}`,
  `CONSTRUCT { ?o ?q ?v } WHERE { { SELECT ?o WHERE { ${iri} ?p ?o } ORDER BY ?p ?o LIMIT ${MOST} } ?o ?q ?v ${BESIDE} }`,
  `CONSTRUCT { ?n ?p ?o . ?o ?q ?v . ?a news:reports ?n ; ?x ?y } WHERE { { SELECT DISTINCT ?n ?d WHERE { ?n ?any ${iri} ; news:evidence ?e OPTIONAL { ?m news:reports ?n ; news:published ?d } } ORDER BY DESC(?d) ?n LIMIT ${MOST} } ?n ?p ?o OPTIONAL { ?o ?q ?v ${BESIDE} } OPTIONAL { ?a news:reports ?n ; ?x ?y FILTER(?x IN (rdf:type, news:published, news:title, news:publisher)) } }`,
  `CONSTRUCT { ?s ?p ${iri} . ?s ?q ?v } WHERE { { SELECT ?s ?p WHERE { ?s ?p ${iri} FILTER(?p != news:denotes) FILTER NOT EXISTS { ?s news:evidence ?e } } ORDER BY ?p ?s LIMIT ${MOST} } ?s ?q ?v ${BESIDE} }`,
  `CONSTRUCT { ?w news:denotes ${iri} ; ?q ?v . ?a ?x ?y } WHERE { { SELECT ?w WHERE { ?w news:denotes ${iri} } ORDER BY ?w LIMIT ${MOST} } ?w ?q ?v ${BESIDE} OPTIONAL { ?w news:inArticle ?a . ?a ?x ?y FILTER(?x IN (rdf:type, news:published, news:title, news:publisher)) } }`,
];

/** What a graph says of a thing and what is needed to show it. */
export interface Resource {
  readonly iri: string;
  /** The article that it is, that reports it or in which it stands. */
  readonly article: string | undefined;
  /** The statements that are about it: it is their subject or object. */
  readonly own: readonly Quad[];
  /** Those and the names and words beside them. */
  readonly quads: readonly Quad[];
  /** All events and relations in which it takes part, also those that are not among the quads. */
  readonly parts: number;
}

/** Fetches what the graph says of an IRI; undefined when it says nothing. */
export async function fetchResource(engine: Engine, iri: string): Promise<Resource | undefined> {
  const node = iriTerm(iri);
  const article = await articleOf(engine, node);
  const quads = await constructed(engine, article === undefined ? THING(node) : ARTICLE(iriTerm(article)));
  const own = quads.filter((q) => q.subject.value === iri || q.object.value === iri);
  if (own.length === 0) return undefined;
  return { iri, article, own, quads, parts: article === undefined ? await count(engine, node) : 0 };
}

/** The article that something is (a term of SPARQL), that reports it or in which it stands. */
export async function articleOf(engine: Engine, node: string): Promise<string | undefined> {
  const rows = await selected(engine, `SELECT ?a WHERE { { ?a news:reports ${node} } UNION { ${node} news:inArticle ?a } UNION { ${node} a news:Article BIND(${node} AS ?a) } } LIMIT 1`);
  return rows[0]?.['a']?.value;
}

const count = async (engine: Engine, node: string): Promise<number> => Number((await selected(engine, `SELECT (COUNT(DISTINCT ?n) AS ?k) WHERE { ?n ?any ${node} ; news:evidence ?e }`))[0]?.['k']?.value ?? 0);

/** The rows of a SELECT. Throws a `QueryError`. */
export async function selected(engine: Engine, query: string, rows = ROWS): Promise<readonly Readonly<Record<string, { readonly value: string }>>[]> {
  const { body } = await engine.ask({ query, result: 'application/sparql-results+json', rows });
  return (JSON.parse(body) as { results: { bindings: Record<string, { value: string }>[] } }).results.bindings;
}

/** The triples of some CONSTRUCTs, each once. Throws a `QueryError`. */
export async function constructed(engine: Engine, queries: readonly string[], rows = ROWS): Promise<Quad[]> {
  const seen = new Set<string>();
  for (const query of queries) for (const line of (await engine.ask({ query, graph: 'application/n-triples', rows })).body.split('\n')) if (line !== '') seen.add(line);
  return new Parser({ format: 'application/n-triples' }).parse([...seen].join('\n'));
}
