import { Hono, type Context } from 'hono';
import type { Article } from '../../model/article.js';
import { UserError } from '../../model/note.js';
import { iriOf, type Finder } from '../../query/bind.js';
import type { Engine } from '../../query/engine.js';
import { QueryError } from '../../query/fault.js';
import { prefixesOf } from '../../query/prefixes.js';
import { iriTerm } from '../../query/terms.js';
import { iriOfPath } from '../links.js';
import { message } from '../pages/plain.js';
import { langOf, show } from '../pages/show.js';
import { articleOf, selected } from '../resource.js';
import { fault } from '../sparql.js';
import { numberIn, wordsOf, type Lang } from '../words.js';
import { graphOf, wholeGraph } from './graph.js';
import { createKept } from './kept.js';
import { listPage, ON_A_PAGE, type List } from './list-page.js';
import { articlesNaming, articlesOf, type Listed } from './listed.js';
import { createParts } from './parts.js';
import { createFurnish, policyOf, type Room } from './room.js';
import { createSearch } from './search.js';

export interface ViewOptions {
  readonly engine: Engine;
  /** The base of the graph's IRIs, with its slash. */
  readonly base: string;
  /** Statements that a page may show. */
  readonly rows: number;
  /** The page as it was built. */
  readonly template: string;
  /** The texts of articles by their IRIs, as far as they are known. */
  readonly texts: (articles: readonly string[]) => ReadonlyMap<string, Article>;
  /** What the texts are taken from: another object when they were read again. */
  readonly given: () => unknown;
  /** Finds a thing by its name. */
  readonly find: Finder;
}

/** Statements that an article has at least which names something: that it is one, and a passage or an event that stands in it and names it. */
const LEAST = 3;
const METHODS = 'GET, HEAD';

/** The reading room over the graph as it is: the whole of it where that is small, an article, all articles that name a thing; else a list to choose from. */
export function viewRoutes(options: ViewOptions): Hono {
  const app = new Hono();
  const answer = createAnswer(options);
  app.get('/', (c) => answer(c, c.req.query('iri')));
  for (const path of ['/entity/*', '/article/*']) app.get(path, (c) => answer(c, iriOfPath(new URL(c.req.url).pathname.replace(/^\/view/, ''), options.base)));
  app.all('*', (c) => (c.req.method === 'GET' || c.req.method === 'HEAD' ? c.notFound() : c.text('This is only read: GET or HEAD.\n', 405, { Allow: METHODS })));
  return app;
}

function createAnswer({ engine, base, rows, template, texts, given, find }: ViewOptions): (c: Context, iri: string | undefined) => Promise<Response> {
  const kept = createKept(() => [engine.loaded(), given()]), parts = createParts(), furnish = createFurnish(template, base, parts), named = createSearch(parts), policy = policyOf(template);

  const roomOf = async (c: Context, articles: readonly string[]): Promise<Response> =>
    send(c, await kept(articles.join(' '), async () => furnish(await graphOf(engine, articles, rows), texts(articles))), policy);
  const roomOfAll = async (c: Context): Promise<Response> =>
    send(c, await kept('', async () => furnish(await wholeGraph(engine), texts((await articlesOf(engine)).map((a) => a.iri)))), policy);
  const said = (c: Context, text: string, status: 404 | 422): Response | Promise<Response> => {
    const lang = langOf(c);
    return show(c, { lang, title: wordsOf(lang).view, here: 'view' }, message(lang, text), status);
  };
  const fitting = (c: Context, articles: readonly string[]): Promise<Response> =>
    roomOf(c, articles).catch((e: unknown) => (isLimit(e) ? said(c, tooMany(langOf(c), rows), 422) : Promise.reject(e)));
  const thingCalled = async (name: string): Promise<string> => iriOf(name, prefixesOf(base)) ?? await find(name, 'q');

  const chosen = async (c: Context, iri: string | undefined): Promise<Response> => {
    const article = iri === undefined ? undefined : await articleOf(engine, iriTerm(iri));
    if (article !== undefined) return fitting(c, [article]);
    const all = iri === undefined ? await articlesOf(engine) : await articlesNaming(engine, iri);
    if (iri !== undefined && all.length === 0) return said(c, wordsOf(langOf(c)).notFound, 404);
    const { search, part } = askedBy(c);
    const least = iri === undefined ? engine.loaded().statements : all.length * LEAST;
    if (search !== '' || part !== undefined || least > rows) return listOf(c, iri, all);
    return iri === undefined ? roomOfAll(c) : roomOf(c, all.map((a) => a.iri)).catch((e: unknown) => (isLimit(e) ? listOf(c, iri, all) : Promise.reject(e)));
  };

  const listOf = async (c: Context, iri: string | undefined, all: readonly Listed[]): Promise<Response> => {
    const lang = langOf(c), { search, part, together } = askedBy(c);
    const articles = search === '' ? all : await named(all, search);
    const pages = Math.max(1, Math.ceil(articles.length / ON_A_PAGE)), page = Math.min(pages, part ?? 1);
    const here = articles.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
    if (together && here.length > 0) return fitting(c, here.map((a) => a.iri));
    const list: List = {
      articles: here, all: articles.length, page, pages, search,
      thing: iri === undefined ? undefined : { iri, name: await nameOf(engine, iri, lang) },
      found: search === '' || iri !== undefined ? undefined : await thingCalled(search).then((i) => ({ iri: i, name: search }), notFound),
      why: search === '' && part === undefined ? tooMany(lang, rows) : undefined,
      address: (n, t) => addressOf(c, n, t, lang),
    };
    return show(c, { lang, title: wordsOf(lang).view, here: 'view' }, listPage(lang, base, list));
  };

  return async (c, iri) => {
    try {
      return await chosen(c, iri);
    } catch (e) {
      if (e instanceof UserError) return c.text(`${e.message}\n`, 400);
      if (e instanceof QueryError) return fault(c, e.fault);
      throw e;
    }
  };
}

/** A room with the policy that it carries itself: the other pages' would let its script not run. It holds for what a browser has kept, too. */
function send(c: Context, { pieces, etag }: Room, policy: string): Response {
  const headers = { 'Content-Security-Policy': policy, 'X-Frame-Options': 'DENY', ETag: etag, 'Cache-Control': 'no-cache' };
  const had = (c.req.header('if-none-match') ?? '').split(',').map((t) => t.trim().replace(/^W\//, ''));
  if (had.includes(etag) || had.includes('*')) return c.body(null, 304, headers);
  return c.body(pieces.join(''), 200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
}

function notFound(e: unknown): { readonly fault: readonly string[] } {
  if (e instanceof UserError) return { fault: [e.message, ...(e.hint === undefined ? [] : [e.hint])] };
  throw e;
}

async function nameOf(engine: Engine, iri: string, lang: Lang): Promise<string> {
  const labels = await selected(engine, `SELECT ?l WHERE { ${iriTerm(iri)} rdfs:label ?l } ORDER BY DESC(LANGMATCHES(LANG(?l), "${lang}")) ?l LIMIT 1`);
  return labels[0]?.['l']?.value ?? iri;
}

/** What an address asks for of a list: a search, one part of it, and that part's articles together. */
function askedBy(c: Context): { readonly search: string; readonly part: number | undefined; readonly together: boolean } {
  const page = c.req.query('page'), together = c.req.query('together') !== undefined;
  return { search: (c.req.query('q') ?? '').trim(), part: page === undefined && !together ? undefined : /^[1-9]\d{0,8}$/.test(page ?? '') ? Number(page) : 1, together };
}

const isLimit = (e: unknown): boolean => e instanceof QueryError && e.fault.why === 'limit';
const tooMany = (lang: Lang, rows: number): string => wordsOf(lang).tooMany.replace('{n}', numberIn(lang, rows));

function addressOf(c: Context, page: number, together: boolean, lang: Lang): string {
  const url = new URL(c.req.url);
  url.searchParams.delete('together');
  url.searchParams.set('page', String(page));
  if (together) url.searchParams.set('together', '1');
  return `${url.pathname}${url.search}${together ? `#lang=${lang}` : ''}`;
}
