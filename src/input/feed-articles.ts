import { readFeed, type FeedItem } from './feeds.js';
import { ofAnotherSite } from './page/identity.js';
import type { Page } from './page/index.js';
import { accept, failed, failedAs, isProblem, usurped, type Problem, type Read } from './read.js';

/** Fetches the page of an item. */
export type Follow = (address: string) => Promise<Page | Problem>;

/** Pages that one feed may have us fetch, unless the user says how many items to read. */
const MOST_PAGES = 500;

/**
 * The articles of a feed, in its order: an item that holds its article is one, of others the page is fetched, where it may be. What a feed from `address` says of
 * pages of another site is not believed either: those pages are fetched too.
 */
export async function* feedArticles(text: string, place: string, address: string | undefined, published: string | undefined, follow: Follow | undefined, limit: number | undefined): AsyncGenerator<Read> {
  const feed = readFeed(text, address, limit);
  if (isProblem(feed)) {
    yield failedAs(feed, place);
    return;
  }
  if (feed.items.length === 0) yield failed('HW-007', place, 'is a feed without items', 'check the address of the feed');
  let pages = 0;
  for (const [n, raw] of feed.items.entries()) {
    const item = address !== undefined && raw.link !== undefined && ofAnotherSite(raw.link, address) ? { ...raw, text: undefined } : raw;
    if (follow && item.text === undefined && item.link !== undefined && ++pages > MOST_PAGES && limit === undefined) {
      yield failed('HW-009', `${place} item ${n + 1}`, `leads to more than ${MOST_PAGES} pages: the rest of the feed is not read`, `say how many items to read: --limit ${feed.items.length}`);
      return;
    }
    const at = `${place} item ${n + 1}`;
    if (address !== undefined && item.link === undefined && item.id !== undefined && ofAnotherSite(item.id, address)) yield failedAs(usurped(item.id), at);
    else yield await article(item, feed.title, at, published, follow);
  }
}

async function article(item: FeedItem, publisher: string | undefined, place: string, published: string | undefined, follow: Follow | undefined): Promise<Read> {
  const { text, link, id } = item;
  if (typeof text === 'string') return id === undefined ? failed('HW-014', place, 'has no address and no id', 'an item needs one: without it the article has no name') : accept(id, text, { title: item.title, publisher, published: item.published, url: link }, place, published);
  if (text !== undefined) return failedAs(text, place);
  if (link === undefined) return failed('HW-007', place, 'is empty: it has neither text nor an address', 'nothing can be done about it');
  if (!follow) return failed('HW-014', place, `holds no article, only the address of one: ${link}`, 'nothing is fetched for a feed in a file: add --fetch, or give the address of the feed');
  const page = await follow(link);
  if (isProblem(page)) return failedAs(page, `${place} (${link})`);
  return accept(page.url ?? link, page.text, { title: page.title ?? item.title, publisher: page.publisher ?? publisher, published: page.published ?? item.published, url: page.url ?? link }, place, published);
}
