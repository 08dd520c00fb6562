import { parseFeed, type AnyFeed } from 'feedsmith';
import { dayOf } from './page/days.js';
import { identity } from './page/identity.js';
import { TooMuch } from './page/parse.js';
import { inOneLine, linesOfText, textOfHtml } from './page/text.js';
import { problem, type Problem } from './read.js';

/** An item of a feed. */
export interface FeedItem {
  readonly title: string | undefined;
  /** The address of the item's page. */
  readonly link: string | undefined;
  /** What the feed calls it; where it says nothing, its address. */
  readonly id: string | undefined;
  readonly published: string | undefined;
  /** The article, where the item holds all of it; why it cannot be read; undefined where there is only a summary of a page. */
  readonly text: string | Problem | undefined;
}

export interface Feed {
  readonly title: string | undefined;
  readonly items: readonly FeedItem[];
}

/** An item in the terms of one kind of feed. HTML unless it is said. */
interface Raw {
  readonly title: string | undefined;
  readonly links: readonly (string | undefined)[];
  readonly ids: readonly (string | undefined)[];
  readonly dates: readonly (string | undefined)[];
  readonly content: string | undefined;
  readonly summary: string | undefined;
  readonly plain?: boolean;
}

/** Whether a text begins as a feed does. */
export const looksLikeFeed = (text: string): boolean => /^\ufeff?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<\?[^>]{0,500}>\s*|<!--[\s\S]{0,1000}?-->\s*){0,5}<(?:rss|feed|(?:\w+:)?rdf)[\s>]/i.test(text.slice(0, 4096));

/** Reads RSS, Atom, RDF (RSS 1.0) or a JSON Feed. Links are resolved against the feed's own address or `address`, from which it was fetched. `limit`: items that are read, from the first. */
export function readFeed(text: string, address: string | undefined, limit?: number): Feed | Problem {
  let parsed;
  try {
    parsed = parseFeed(text);
  } catch (e) {
    return problem('HW-013', `is not a feed that can be read (${e instanceof Error ? e.message : 'error'})`, 'feeds are RSS, Atom, RDF (RSS 1.0) or JSON Feed');
  }
  const { title, home, items } = rawItems(parsed);
  return { title: title === undefined ? undefined : oneLine(title), items: items.slice(0, limit).map((raw) => item(raw, absolute(home, address) ?? address)) };
}

function item(raw: Raw, base: string | undefined): FeedItem {
  const link = raw.links.map((l) => absolute(l, base)).find((l) => l !== undefined);
  // an item that has no page is all there is
  const body = raw.content ?? (link === undefined ? raw.summary : undefined);
  return {
    title: raw.title === undefined ? undefined : oneLine(raw.title) || undefined, link, id: link ?? raw.ids.find((i) => i !== undefined && i !== ''),
    published: raw.dates.map((d) => d && dayOf(d)).find((d) => d !== undefined && d !== ''), text: body === undefined || body.trim() === '' ? undefined : raw.plain ? linesOfText(body) : htmlText(body),
  };
}

function rawItems(parsed: AnyFeed<string>): { title: string | undefined; home: string | undefined; items: Raw[] } {
  if (parsed.format === 'rss') {
    const { title, link, items = [] } = parsed.feed;
    return { title, home: link, items: items.map((i) => ({
      title: i.title, links: [i.link, i.guid?.isPermaLink === false ? undefined : http(i.guid?.value)], ids: [i.guid?.value],
      dates: [i.pubDate, ...(i.dc?.dates ?? [])], content: i.content?.encoded, summary: i.description,
    })) };
  }
  if (parsed.format === 'rdf') {
    const { title, link, items = [] } = parsed.feed;
    return { title, home: link, items: items.map((i) => ({ title: i.title, links: [i.link], ids: [i.rdf?.about], dates: i.dc?.dates ?? [], content: i.content?.encoded, summary: i.description })) };
  }
  if (parsed.format === 'atom') {
    const { title, links = [], entries = [], xml } = parsed.feed;
    return { title: title?.value, home: xml?.base ?? page(links), items: entries.map((e) => ({
      title: e.title?.value, links: [page(e.links ?? [])], ids: [e.id], dates: [e.published, e.updated], content: e.content?.value, summary: e.summary?.value, plain: (e.content ?? e.summary)?.type === 'text',
    })) };
  }
  const { title, home_page_url, items = [] } = parsed.feed;
  return { title, home: home_page_url, items: items.map((i) => ({
    title: i.title, links: [i.url], ids: [i.id], dates: [i.date_published], content: i.content_html ?? i.content_text, summary: i.summary, plain: i.content_html === undefined,
  })) };
}

const http = (id: string | undefined): string | undefined => (id !== undefined && /^https?:/i.test(id) ? id : undefined);

/** The page among the links of Atom (RFC 4287, section 4.2.7.2: no relation means "alternate"). */
const page = (links: readonly { readonly href?: string; readonly rel?: string }[]): string | undefined => links.find((l) => l.rel === undefined || l.rel === 'alternate')?.href;

function absolute(url: string | undefined, base: string | undefined): string | undefined {
  try {
    return url === undefined || url.trim() === '' ? undefined : identity(new URL(url.trim(), base).href);
  } catch {
    return undefined;
  }
}

function htmlText(html: string): string | Problem {
  try {
    return textOfHtml(html);
  } catch (e) {
    if (e instanceof TooMuch) return problem('HW-009', `has ${e.message}: no article`, 'give the text of the article as .txt');
    throw e;
  }
}

/** A title in one line; feeds write it as text or as HTML. */
function oneLine(title: string): string {
  const text = /[<&]/.test(title) ? htmlText(title.slice(0, 2000)) : title;
  return inOneLine(typeof text === 'string' ? text : '').slice(0, 500).toWellFormed();
}
