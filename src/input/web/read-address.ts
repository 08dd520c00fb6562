import { Readable } from 'node:stream';
import { feedArticles, type Follow } from '../feed-articles.js';
import { looksLikeFeed } from '../feeds.js';
import { plainLines } from '../json-lines.js';
import { decodePage } from '../page/charset.js';
import { identity } from '../page/identity.js';
import { readPage } from '../page/index.js';
import { accept, failedAs, isProblem, problem, type Problem, type Read } from '../read.js';
import { shown } from './address.js';
import type { Fetched, Web } from './index.js';

const PAGES = /^(?:text\/html|application\/xhtml\+xml)$/;
const XML = /^(?:(?:text|application)\/xml|application\/(?:rss|atom|rdf)\+xml)$/;
const JSON_FEED = /^application\/(?:feed\+)?json$/;
const LINES = /^(?:application\/(?:x-ndjson|ndjson|jsonl|jsonlines|x-jsonlines)|text\/(?:jsonl|ndjson))$/;
/** Said of files whose kind a server does not know. */
const ANY = /^(?:|application\/(?:octet-stream|gzip|x-gzip))$/;

const readable = (type: string): boolean => [PAGES, XML, JSON_FEED, LINES, ANY].some((t) => t.test(type)) || type === 'text/plain';
const isPage = (type: string): boolean => PAGES.test(type) || type === '';

/** Reads what an address holds: a page of news, a feed with the pages that its items lead to, a text, or JSON Lines. */
export async function* readAddress(input: string, published: string | undefined, web: Web, limit: number | undefined): AsyncGenerator<Read> {
  const place = shown(input);
  const got = await web.get(input, readable);
  if (isProblem(got)) {
    yield failedAs(got, place);
    return;
  }
  if (LINES.test(got.type) || /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(new URL(got.address).pathname)) {
    // the client has unpacked it under its limit; what is packed twice would grow past it here
    yield* plainLines(Readable.from([got.bytes]), place, published, got.address);
    return;
  }
  const text = decodePage(got.bytes, got.charset);
  if (typeof text !== 'string') yield failedAs(text, place);
  // feeds are served under every type there is
  else if (JSON_FEED.test(got.type) || looksLikeFeed(text)) yield* feedArticles(text, place, got.address, published, pageOf(web), limit);
  else if (got.type === 'text/plain') yield accept(identity(got.address) ?? got.address, text, { url: got.address }, place, published);
  else yield asArticle(readFetched(got, text), place, published);
}

/** Fetches the page of an item of a feed. */
export const pageOf = (web: Web): Follow => async (address) => {
  const got = await web.get(address, isPage);
  if (isProblem(got)) return got;
  const text = decodePage(got.bytes, got.charset);
  return typeof text === 'string' ? readPage(text, got.address) : text;
};

function readFetched(got: Fetched, text: string): ReturnType<typeof readPage> {
  if (XML.test(got.type) && !/<html[\s>]/i.test(text.slice(0, 4096))) return problem('HW-013', 'is XML, but no feed', 'feeds are RSS, Atom or RDF (RSS 1.0)');
  return readPage(text, got.address);
}

const asArticle = (page: ReturnType<typeof readPage>, place: string, published: string | undefined): Read => (isProblem(page) ? failedAs(page as Problem, place) : accept(page.url ?? place, page.text, page, place, published));
