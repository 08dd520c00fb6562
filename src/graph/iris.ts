import type { Letters } from '../language/letters.js';
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

export function createMinter(base: string, letters: Letters): Minter {
  const root = base.endsWith('/') || base.endsWith('#') ? base : `${base}/`;
  const article = (id: string): string => `${root}article/${encode(id)}`;
  return {
    base: root,
    article,
    entity: (e, articleId) => {
      if (e.known) return `${root}entity/${e.known}`;
      const slug = letters.latin(letters.fold(e.name)).slice(0, 120);
      return e.local ? `${root}entity/${e.type.toLowerCase()}/${encode(articleId)}/${slug}` : `${root}entity/${e.type.toLowerCase()}/${slug}`;
    },
    event: (id, e, n) => `${article(id)}/event/${n}-${e.type.toLowerCase()}`,
    relation: (id, r, n) => `${article(id)}/relation/${n}-${r.type.toLowerCase()}`,
    passage: (id, start, end) => `${article(id)}#char=${start},${end}`,
  };
}

/** Letters, digits and a few marks stay; everything else becomes %XX of its UTF-8 bytes, so that no id can break out of its segment. */
const encode = (s: string): string => encodeURIComponent(s.toWellFormed()).replace(/[!'()*~.]/g, (c) => (c === '.' ? (s === '.' || s === '..' ? '%2E' : '.') : `%${c.charCodeAt(0).toString(16).toUpperCase()}`));

/** An absolute IRI of a scheme that may stand in a graph, without characters that RFC 3987 forbids; undefined otherwise. */
export function safeHttpIri(url: string | undefined): string | undefined {
  if (!url || !/^https?:\/\/[^\s<>"{}|\\^`\u0000-\u0020]+$/i.test(url)) return undefined;
  try {
    return new URL(url).href;
  } catch {
    return undefined;
  }
}
