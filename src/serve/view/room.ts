import { createHash } from 'node:crypto';
import type { Quad } from 'n3';
import type { Article } from '../../model/article.js';
import type { Lazy } from './parts.js';

/** A page of the reading room with its data. */
export interface Room {
  /** It, in pieces one behind the other: most of it is the same in all rooms. */
  readonly pieces: readonly string[];
  readonly etag: string;
}

/** Makes the page of a graph; `articles`: their texts, as far as they are known. */
export type Furnish = (quads: readonly Quad[], articles: ReadonlyMap<string, Article>) => Promise<Room>;

/** `template`: the page as it was built. */
export function createFurnish(template: string, base: string, parts: Lazy): Furnish {
  return async (quads, articles) => {
    const { viewer, ontology, letters, grammar } = await parts();
    const pieces = [...viewer.pageHtml(template, viewer.pageData({ ontology, letters, grammar, quads, articles, base }))];
    const hash = createHash('sha256');
    for (const piece of pieces) hash.update(piece);
    return { pieces, etag: `"${hash.digest('base64url').slice(0, 20)}"` };
  };
}

/** The policy that a built page carries: nothing but its own script and style may run. Throws where it has none. */
export function policyOf(template: string): string {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"&]+)">/.exec(template)?.[1];
  if (policy === undefined) throw new Error('the page carries no policy');
  return policy;
}
