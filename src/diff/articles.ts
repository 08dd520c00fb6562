import { rank } from '../formats/rdf.js';
import { compare } from './changes.js';
import type { Of } from './facts.js';
import type { ArticleDiff, FactInfo, Item, MentionInfo, NodeInfo } from './types.js';

/** Lists that grow while articles are gathered. */
type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] extends object | undefined ? Growing<T[K]> : T[K] };
export type Draft = Growing<ArticleDiff>;

/** Puts what is found into the article that it belongs to. */
export function createArticles(statusOf: (article: string) => ArticleDiff['status']): { of(article: string): Draft; put<T>(list: readonly Of<T>[], into: (a: Draft) => T[]): void; sorted(): ArticleDiff[] } {
  const drafts = new Map<string, Draft>();
  const of = (article: string): Draft => {
    let own = drafts.get(article);
    if (!own) drafts.set(article, (own = empty(article, statusOf(article))));
    return own;
  };
  return {
    of,
    put: (list, into) => {
      for (const { article, it } of list) into(of(article)).push(it);
    },
    sorted: () => [...drafts.values()].sort((a, b) => compare(a.article, b.article)).map(inOrder),
  };
}

const three = (): { added: never[]; removed: never[]; changed: never[] } => ({ added: [], removed: [], changed: [] });
const empty = (article: string, status: ArticleDiff['status']): Draft => ({ article, status, changes: [], events: three(), relations: three(), facts: { added: [], removed: [] }, mentions: three(), passages: [] });

const byIri = (a: { readonly iri: string }, b: { readonly iri: string }): number => compare(rank(a.iri), rank(b.iri));
const byPassage = (a: { readonly passage: string }, b: { readonly passage: string }): number => compare(rank(a.passage), rank(b.passage));
const keyOf = (i: Item): string => rank(i.iri ?? '') + (i.value ?? '');
const byFact = (a: FactInfo, b: FactInfo): number => compare(keyOf(a.subject), keyOf(b.subject)) || compare(a.predicate, b.predicate) || compare(keyOf(a.object), keyOf(b.object));

/** One order for the same differences. */
function inOrder(a: Draft): ArticleDiff {
  for (const list of [a.events, a.relations]) {
    for (const side of [list.added, list.removed, list.changed] as NodeInfo[][]) side.sort(byIri);
  }
  for (const side of [a.facts.added, a.facts.removed] as FactInfo[][]) side.sort(byFact);
  for (const side of [a.mentions.added, a.mentions.removed] as MentionInfo[][]) side.sort((x, y) => byPassage(x, y) || compare(keyOf(x.denotes), keyOf(y.denotes)));
  a.mentions.changed.sort(byPassage);
  a.passages.sort(byPassage);
  return a as ArticleDiff;
}
