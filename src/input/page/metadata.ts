import { dayOf } from './days.js';
import type { Head } from './head.js';
import { linkedData, type LinkedData } from './json-ld.js';
import { identity, sameSite } from './identity.js';
import { inOneLine, textOfHtml } from './text.js';

/** What is known of a page beside its text. */
export interface PageMetadata {
  readonly title: string | undefined;
  /** YYYY-MM-DD. */
  readonly published: string | undefined;
  readonly publisher: string | undefined;
  /** The address under which the page wants to be known, otherwise the one it came from. */
  readonly url: string | undefined;
  /** The text as JSON-LD has it. */
  readonly body: string | undefined;
}

/** Names of `<meta>`, Open Graph, Dublin Core and microdata, the more certain first. */
const PUBLISHED = ['article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'dcterms.issued', 'dc.date.issued', 'dcterms.created', 'dc.date', 'dcterms.date', 'publish-date', 'publish_date', 'publishdate', 'pubdate', 'publication_date', 'date'];
const PUBLISHER = ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name'];
const TITLE = ['og:title', 'twitter:title', 'dc.title', 'headline'];

const LONGEST_TITLE = 500;
const LONGEST_PUBLISHER = 200;

/** Settles what a page says of itself in several ways. `address`: where it was fetched from. */
export function pageMetadata(head: Head, address: string | undefined): PageMetadata {
  const meta = (names: readonly string[]): string | undefined => names.map((n) => head.metas.get(n)).find((v) => v !== undefined);
  const base = head.base === undefined ? address : resolved(head.base, address) ?? address;
  const canonical = own([head.canonical, head.metas.get('og:url')], base, address);
  const page = canonical ?? (address === undefined ? undefined : identity(address));
  const data: LinkedData = linkedData(head.jsonLd, (url) => page !== undefined && identity(url) === page) ?? {};
  const publisher = plain(data.publisher ?? meta(PUBLISHER), LONGEST_PUBLISHER);
  const title = plain(data.headline ?? meta(TITLE), LONGEST_TITLE) ?? plain(headlineOf(head), LONGEST_TITLE);
  const published = [data.published, ...PUBLISHED.map((n) => head.metas.get(n)), timeOf(head)].map((v) => v && dayOf(v)).find((d) => d !== undefined && d !== '');
  return { title: title && withoutSite(title, publisher), published, publisher, url: canonical ?? own([data.url], base, address) ?? page, body: data.body };
}

/** The first address that the page may call its own: of the site it came from, and not the front page of it. */
function own(candidates: readonly (string | undefined)[], base: string | undefined, address: string | undefined): string | undefined {
  for (const candidate of candidates) {
    const url = candidate === undefined ? undefined : resolved(candidate, base);
    const known = url === undefined ? undefined : identity(url);
    if (known === undefined || (address !== undefined && !sameSite(known, address))) continue;
    if (new URL(known).pathname !== '/' || new URL(known).search !== '') return known;
  }
  return undefined;
}

function resolved(url: string, base: string | undefined): string | undefined {
  try {
    return new URL(url.trim(), base).href;
  } catch {
    return undefined;
  }
}

/** The first time of the article itself; otherwise only a day on which all agree: times stand beside headlines of other articles too. */
function timeOf(head: Head): string | undefined {
  const own = head.times.find((t) => t.article !== 0 && t.article === head.article && dayOf(t.value) !== undefined);
  if (own) return own.value;
  const days = new Set(head.times.map((t) => dayOf(t.value)));
  return days.size === 1 ? [...days][0] : undefined;
}

/** The heading, where it is most of `<title>` or there is none: otherwise it may be the name of the site. */
function headlineOf(head: Head): string {
  const title = inOneLine(head.title), heading = inOneLine(head.heading);
  return title === '' || (title.includes(heading) && heading.length * 2 >= title.length) ? heading : title;
}

/** One line without marks of HTML: some sites escape their titles twice. */
function plain(value: string | undefined, longest: number): string | undefined {
  if (value === undefined) return undefined;
  const short = value.slice(0, longest * 10);
  const text = inOneLine(/&(?:#\d+|#x[0-9a-f]+|[a-z]+);/i.test(short) ? textOfHtml(short.replaceAll('<', '&lt;')) : short);
  return text === '' ? undefined : text.slice(0, longest).toWellFormed();
}

/** A title without the name of the site behind it. */
function withoutSite(title: string, publisher: string | undefined): string {
  if (publisher === undefined || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length).trimEnd();
  return /[|\-–—:»•]$/.test(rest) ? rest.slice(0, -1).trimEnd() || title : title;
}
