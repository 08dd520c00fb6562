import type { Letters } from '../language/letters.js';
import { UserError } from '../model/note.js';
import type { Entity, Event, Relation } from '../model/types.js';

export const DEFAULT_BASE = 'https://w3id.org/hewal/kb/';
export const RULE_BASE = 'https://w3id.org/hewal/rule/';

/** Mints the IRIs of one base. Everything that comes from outside (article ids, names) is percent-encoded or transliterated. */
export interface Minter {
  readonly base: string;
  article(id: string): string;
  entity(e: Entity, articleId: string): string;
  event(articleId: string, e: Event, n: number): string;
  relation(articleId: string, r: Relation, n: number): string;
  /** RFC 5147: characters START to END, in code points of the original text. */
  passage(articleId: string, start: number, end: number): string;
}

/** The base as it stands before every minted IRI: an http(s) IRI that ends in a slash. Throws a `UserError` for anything else. */
export function rootOf(base: string): string {
  if (!safeHttpIri(base) || /[#[\]]|%(?![0-9a-f]{2})/i.test(base)) throw new UserError(`"${base}" is not an http(s) IRI without fragment`, `for example ${DEFAULT_BASE}`, '--base');
  return base.endsWith('/') ? base : `${base}/`;
}

export function createMinter(base: string, letters: Letters): Minter {
  const root = rootOf(base);
  // an article has hundreds of IRIs, which come one after the other
  let last = { id: '', encoded: encode('') };
  const encoded = (id: string): string => (id === last.id ? last : (last = { id, encoded: encode(id) })).encoded;
  const article = (id: string): string => `${root}article/${encoded(id)}`;
  return {
    base: root,
    article,
    entity: (e, articleId) => {
      if (e.known) return `${root}entity/${e.known}`;
      const slug = shortened(letters.latin(letters.fold(e.name)));
      return e.local ? `${root}entity/${e.type.toLowerCase()}/${encoded(articleId)}/${slug}` : `${root}entity/${e.type.toLowerCase()}/${slug}`;
    },
    event: (id, e, n) => `${article(id)}/event/${n}-${e.type.toLowerCase()}`,
    relation: (id, r, n) => `${article(id)}/relation/${n}-${r.type.toLowerCase()}`,
    passage: (id, start, end) => `${article(id)}#char=${start},${end}`,
  };
}

const LONGEST = 120;

/** A slug of bounded length; long ones that differ only in their ends stay apart. */
function shortened(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  let hash = 0x811c9dc5;
  for (let i = 0; i < slug.length; i++) hash = Math.imul(hash ^ slug.charCodeAt(i), 0x01000193) >>> 0;
  return `${slug.slice(0, LONGEST - 9)}-${hash.toString(16).padStart(8, '0')}`;
}

/** Letters, digits and a few marks stay; everything else becomes %XX of its UTF-8 bytes, so that no id can break out of its segment. */
const encode = (s: string): string => encodeURIComponent(s.toWellFormed()).replace(/[!'()*~.]/g, (c) => (c === '.' ? (s === '.' || s === '..' ? '%2E' : '.') : `%${c.charCodeAt(0).toString(16).toUpperCase()}`));

/** An absolute IRI of a scheme that may stand in a graph, without characters that RFC 3987 forbids; undefined otherwise. */
export function safeHttpIri(url: string | undefined): string | undefined {
  if (!url || !/^https?:\/\/[^\s\p{Cc}<>"{}|\\^`]+$/iu.test(url)) return undefined;
  try {
    const [, authority = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/i.exec(new URL(url).href) ?? [];
    const [path = '', ...fragments] = rest.split('#');
    const fragment = fragments.length > 0 ? `#${fragments.join('%23')}` : '';
    return authority + (path + fragment).replace(/%(?![0-9a-f]{2})/gi, '%25').replaceAll('[', '%5B').replaceAll(']', '%5D');
  } catch {
    return undefined;
  }
}
