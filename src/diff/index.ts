import type { Quad } from 'n3';
import { articleOf, RDF_TYPE, shortName } from '../explain/graph-index.js';
import { nameOf, type Kind } from '../explain/index.js';
import { articleOfNode } from '../explain/node.js';
import { createArticles } from './articles.js';
import { changesOf, compare, type Both } from './changes.js';
import { count } from './count.js';
import { diffFacts, diffMentions } from './facts.js';
import { diffNodes } from './nodes.js';
import { createSide, type Lang, type Side } from './side.js';
import { changed, comparable, mixed, statement, union } from './statements.js';
import { fate, ofArticle, ofEntity, ofPassage } from './told.js';
import type { EntityChange, EntityInfo, GraphDiff, Sides, Three } from './types.js';

export { patch } from './patch.js';
export type { Lang } from './side.js';
export { comparable } from './statements.js';
export type * from './types.js';

/**
 * What changed between two graphs, as facts: the things and events of which something else is said, whatever numbers and places their IRIs give them.
 * Throws a `UserError` for graphs with blank nodes. When only one of them has named graphs, both are compared as one graph.
 */
export function diffGraphs(before: readonly Quad[], after: readonly Quad[], lang: Lang = 'ckb'): GraphDiff {
  comparable(before);
  comparable(after);
  const [was, is] = mixed(before, after) ? [union(before), union(after)] : [before, after];
  const { removed: lost, added: won } = changed(was, is);
  const subjects = new Set([...lost, ...won].map((q) => q.subject.value));
  const sides: Both = { old: createSide(was, subjects, lang), now: createSide(is, subjects, lang) };
  const of = (side: Side, kind: Kind): string[] => [...subjects].filter((s) => side.kind(s) === kind).sort(compare);

  const isArticle = (side: Side, iri: string): boolean => side.kind(iri) === 'article';
  const articles = createArticles((a) => (!isArticle(sides.now, a) ? (isArticle(sides.old, a) ? 'removed' : 'changed') : isArticle(sides.old, a) ? 'changed' : 'added'));
  const untouched = new Set<string>();
  let moved = 0;
  for (const kind of ['event', 'relation'] as const) {
    const found = diffNodes(sides, of(sides.old, kind), of(sides.now, kind));
    const into = kind === 'event' ? 'events' : 'relations';
    for (const n of found.removed) articles.of(articleOfNode(sides.old.index, n.iri))[into].removed.push(n);
    for (const n of found.added) articles.of(articleOfNode(sides.now.index, n.iri))[into].added.push(n);
    for (const n of found.changed) articles.of(articleOfNode(sides.now.index, n.iri))[into].changed.push(n);
    for (const iri of found.untouched) untouched.add(iri);
    moved += found.moved;
  }
  const facts = diffFacts(sides, lost, won), mentions = diffMentions(sides, lost, won);
  for (const side of ['removed', 'added'] as const) {
    articles.put(facts[side], (a) => a.facts[side]);
    articles.put(mentions[side], (a) => a.mentions[side]);
  }
  articles.put(mentions.changed, (a) => a.mentions.changed);
  for (const a of new Set([...of(sides.old, 'article'), ...of(sides.now, 'article')])) {
    const changes = changesOf(sides, a, a, (p) => ofArticle(p) && p !== RDF_TYPE);
    if (changes.length > 0 || sides.old.kind(a) !== sides.now.kind(a)) articles.of(a).changes = changes;
  }
  for (const passage of of(sides.old, 'passage').filter((p) => sides.now.kind(p) === 'passage')) {
    const changes = changesOf(sides, passage, passage, ofPassage);
    if (changes.length > 0) articles.of(articleOf(sides.now.index, passage)).passages.push({ passage, changes });
  }

  const entities = diffEntities(sides, of(sides.old, 'entity'), of(sides.now, 'entity'));
  const fates = { told: 0, restated: 0, other: 0 };
  const other = { removed: [] as string[], added: [] as string[] };
  for (const [side, name, quads] of [['old', 'removed', lost], ['now', 'added', won]] as const) {
    for (const q of quads) {
      const f = fate(sides, side, q, untouched);
      fates[f]++;
      if (f === 'other') other[name].push(statement(q));
    }
    other[name].sort();
  }
  const list = articles.sorted();
  const counts = count(entities, list, { moved: moved + facts.moved + mentions.moved, restated: fates.restated, statements: { added: won.length, removed: lost.length } });
  return { same: lost.length + won.length === 0, counts, entities, articles: list, other: other satisfies Sides<string> };
}

function diffEntities(sides: Both, before: readonly string[], after: readonly string[]): Three<EntityInfo, EntityChange> {
  const info = (side: Side, iri: string): EntityInfo => ({ iri, name: nameOf(side.index, iri, side.lang), types: (side.index.out.get(iri)?.get(RDF_TYPE) ?? []).map(shortName).sort(compare) });
  const was = new Set(before), is = new Set(after);
  return {
    removed: before.filter((e) => !is.has(e)).map((e) => info(sides.old, e)),
    added: after.filter((e) => !was.has(e)).map((e) => info(sides.now, e)),
    changed: after.filter((e) => was.has(e)).map((e) => ({ ...info(sides.now, e), changes: changesOf(sides, e, e, ofEntity) })).filter((e) => e.changes.length > 0),
  };
}
