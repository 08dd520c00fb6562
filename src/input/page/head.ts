import { parseHtml } from './parse.js';

/** What a page says of itself, as it stands there. */
export interface Head {
  /** `<title>`. */
  readonly title: string;
  /** The first `<h1>`. */
  readonly heading: string;
  readonly canonical: string | undefined;
  readonly base: string | undefined;
  /** Values of `<meta>` and microdata by `property`, `name` or `itemprop` in small letters; the first of each speaks. */
  readonly metas: ReadonlyMap<string, string>;
  readonly jsonLd: readonly string[];
  /** `<time datetime>` in their order, and the number of the `<article>` around each; 0 outside of all, where only those after the first `<h1>` are here: a clock of the site stands before it. */
  readonly times: readonly { readonly value: string; readonly article: number }[];
  /** The `<article>` around the first `<h1>`, or the only one; 0 where there is none. */
  readonly article: number;
}

const MANY = 500;
const LONGEST = 5_000;
const MOST_JSON = 1_000_000;

/** Reads what a page says of itself. Throws a `TooMuch`. */
export function headOf(html: string): Head {
  const metas = new Map<string, string>();
  const jsonLd: string[] = [];
  const times: { value: string; article: number }[] = [];
  const links: Record<'canonical' | 'base', string | undefined> = { canonical: undefined, base: undefined };
  let title = '', heading = '', json: string | undefined, kept = 0, svg = 0, depth = 0, articles = 0, around = 0, inside: 'title' | 'h1' | undefined;
  const tell = (key: string | undefined, value: string | undefined): void => {
    const name = key?.trim().toLowerCase();
    if (name && value?.trim() && metas.size < MANY && !metas.has(name)) metas.set(name, value.slice(0, LONGEST).trim());
  };
  parseHtml(html, {
    open: (name, a) => {
      if (name === 'svg') svg++;
      else if (name === 'article') articles += depth++ === 0 ? 1 : 0;
      else if (name === 'meta') for (const key of [a['property'], a['name'], a['itemprop']]) tell(key, a['content']);
      else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(a['rel'] ?? '')) links.canonical ??= a['href'];
      else if (name === 'base') links.base ??= a['href'];
      else if (name === 'time' && a['datetime'] && (depth > 0 || heading !== '') && times.length < MANY) times.push({ value: a['datetime'].slice(0, 100), article: depth > 0 ? articles : 0 });
      else if (name === 'script' && /^\s*application\/ld\+json\b/i.test(a['type'] ?? '')) json = '';
      else if (name === 'title' && svg === 0 && title === '') inside = 'title';
      else if (name === 'h1' && heading === '') {
        inside = 'h1';
        around = depth > 0 ? articles : 0;
      }
      if (name !== 'meta' && a['itemprop']) tell(a['itemprop'], a['content'] ?? a['datetime']);
    },
    text: (text) => {
      if (json !== undefined && kept + json.length <= MOST_JSON) json += text;
      else if (inside === 'title' && title.length < LONGEST) title += text;
      else if (inside === 'h1' && heading.length < LONGEST) heading += text;
    },
    close: (name) => {
      if (name === 'svg') svg--;
      else if (name === 'article') depth--;
      else if (name === 'title' || name === 'h1') inside = undefined;
      else if (name === 'script' && json !== undefined) {
        kept += json.length;
        if (kept <= MOST_JSON) jsonLd.push(json);
        json = undefined;
      }
    },
  });
  return { title, heading, ...links, metas, jsonLd, times, article: around === 0 && articles === 1 ? 1 : around };
}
