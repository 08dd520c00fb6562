import { Hono, type Context } from 'hono';
import { ontologyText, newsOntology } from '../../check/ontology.js';
import { explainEntity, explainNode, explainPassage, indexGraph, kindOf } from '../../explain/index.js';
import { UserError } from '../../model/note.js';
import { QueryError } from '../../query/fault.js';
import { readyQueries } from '../../query/ready.js';
import type { AppOptions } from '../app.js';
import { iriOfPath, roomOf } from '../links.js';
import { bestType } from '../negotiate.js';
import { rdf, RDF_TYPES, SHORT_NAMES, type RdfType } from '../rdf.js';
import { fetchResource, type Resource } from '../resource.js';
import { fault } from '../sparql.js';
import { wordsOf, type Lang } from '../words.js';
import { articlePage } from './article.js';
import { entityPage } from './entity.js';
import type { Html } from './layout.js';
import { nodePage } from './node.js';
import { ontologyPage } from './ontology.js';
import type { Scene } from './parts.js';
import { passagePage } from './passage.js';
import { message, plainPage } from './plain.js';
import { queryPage } from './query.js';
import { langOf, show, withParam } from './show.js';

const HTML = 'text/html';

/** The pages for people, and the same things as RDF for programs. */
export function pages({ engine, base, viewer }: AppOptions): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    const lang = langOf(c), queries = readyQueries();
    const given = c.req.query('query'), first = given ?? queries.find((q) => q.name === 'who-met-whom')?.text ?? '';
    return show(c, { lang, title: wordsOf(lang).query, here: 'query', script: 'query' }, queryPage(lang, engine.loaded(), queries, { text: first, runs: given === undefined }, base));
  });
  app.get('/ontology', async (c) => {
    const type = wanted(c, [HTML, 'text/turtle', 'application/n-triples']), lang = langOf(c);
    if (type === undefined) return c.text('The ontology can be had as text/html, text/turtle, application/n-triples\n', 406);
    if (type === HTML) return show(c, { lang, title: wordsOf(lang).ontology, here: 'ontology', data: dataOf(c, ['ttl', 'nt']) }, ontologyPage(lang));
    return c.body(type === 'text/turtle' ? ontologyText() : await rdf(newsOntology().quads, 'application/n-triples', base), 200, { 'Content-Type': `${type}; charset=utf-8` });
  });
  const resource = async (c: Context, iri: string): Promise<Response> => {
    const lang = langOf(c), type = wanted(c, [HTML, ...RDF_TYPES]);
    if (type === undefined) return c.text(`This can be had as ${[HTML, ...RDF_TYPES].join(', ')}\n`, 406);
    try {
      const found = await fetchResource(engine, iri);
      if (!found) return type === HTML ? show(c, { lang, title: wordsOf(lang).notFound, here: undefined }, message(lang, wordsOf(lang).notFound), 404) : c.text('The graph says nothing of this.\n', 404);
      if (type !== HTML) return c.body(await rdf(found.article === iri ? found.quads : found.own, type as RdfType, base), 200, { 'Content-Type': `${type}; charset=utf-8` });
      const { title, body, read = true } = pageOf(found, lang, base);
      return show(c, { lang, title, here: undefined, data: dataOf(c, ['ttl', 'jsonld', 'nt']), ...(viewer && read ? { room: roomOf(iri, base, lang) } : {}) }, body);
    } catch (e) {
      if (e instanceof UserError) return c.text(`${e.message}\n`, 400);
      if (e instanceof QueryError) return fault(c, e.fault);
      throw e;
    }
  };
  for (const path of ['/entity/*', '/article/*']) app.get(path, (c) => resource(c, iriOfPath(new URL(c.req.url).pathname, base)));
  app.get('/resource', (c) => resource(c, c.req.query('iri') ?? ''));
  if (!viewer) app.get('/view', (c) => show(c, { lang: langOf(c), title: wordsOf(langOf(c)).view, here: 'view' }, message(langOf(c), wordsOf(langOf(c)).noView), 404));
  return app;
}

/** The title and body of the page of a thing, by its kind. */
function pageOf({ iri, quads, own, parts }: Resource, lang: Lang, base: string): { title: string; body: Html; read?: false } {
  const index = indexGraph(quads), scene: Scene = { index, lang, base };
  const entity = explainEntity(index, iri);
  if (entity) return { title: (entity.labels.find((l) => l.language === lang) ?? entity.labels[0])?.text ?? iri, body: entityPage(scene, entity, parts) };
  const node = explainNode(index, iri);
  if (node) return { title: node.type, body: nodePage(scene, node) };
  const passage = explainPassage(index, iri);
  if (passage) return { title: passage.words?.quote ?? iri, body: passagePage(scene, passage) };
  if (kindOf(index, iri) === 'article') return { title: index.out.get(iri)?.get('https://w3id.org/hewal/news#title')?.[0] ?? iri.replace(/^.*\/article\//, ''), body: articlePage(scene, iri) };
  return { title: iri, body: plainPage(lang, base, iri, own), read: false };
}

/** The media type that is wanted: `?format=`, else the Accept header. */
function wanted(c: Context, types: readonly string[]): string | undefined {
  const asked = c.req.query('format');
  const type = asked === undefined ? bestType(c.req.header('accept'), types) : SHORT_NAMES[asked];
  return type !== undefined && types.includes(type) ? type : undefined;
}

const dataOf = (c: Context, names: readonly string[]): readonly (readonly [string, string, string])[] => names.map((n) => [{ ttl: 'Turtle', jsonld: 'JSON-LD', nt: 'N-Triples' }[n] ?? n, withParam(c, 'format', n), SHORT_NAMES[n] as string]);
