import { first, RDF_TYPE, shortName, words } from '../explain/graph-index.js';
import { classOf } from '../explain/kinds.js';
import { articleOfNode } from '../explain/node.js';
import { isRole } from '../explain/roles.js';
import { changesOf, compare, identical, type Both } from './changes.js';
import { match, type Candidate } from './match.js';
import { itemKey, propertyName, said, type Side } from './side.js';
import type { NodeChange, NodeInfo } from './types.js';

/** What became of the events and relations about which the graphs differ. */
export interface NodesDiff {
  readonly removed: readonly NodeInfo[];
  readonly added: readonly NodeInfo[];
  readonly changed: readonly NodeChange[];
  /** How many say the same under another number or at another place of the text. */
  readonly moved: number;
  /** Those of which exactly the same is said: what changed is only in which graph. */
  readonly untouched: ReadonlySet<string>;
}

function candidate(side: Side, iri: string): Candidate {
  const exact = side.kind(iri) === 'event';
  const sentence = words(side.index, first(side.index, iri, 'evidence'));
  const all = [...said(side, iri)].map(([p, items]) => [p, items.map((i) => itemKey(side, i)).sort()] as const).sort(([a], [b]) => compare(a, b));
  return {
    iri, article: articleOfNode(side.index, iri), type: classOf(side.index, iri) ?? '', exact, sentence, words: exact ? words(side.index, first(side.index, iri, 'trigger')) : sentence,
    roles: new Set(all.flatMap(([p, keys]) => (isRole(p) ? keys.map((k) => `${p} ${k}`) : []))), all: JSON.stringify(all),
  };
}

/** What is told of an event besides its sentence, its trigger and the words for who takes part. */
const TOLD = (property: string): boolean => ![RDF_TYPE].includes(property) && !/#(?:evidence|trigger|mention|impliedBy|timePassage|countPassage)$/.test(property);

export function nodeInfo(side: Side, iri: string): NodeInfo {
  const says = [...said(side, iri, TOLD)].map(([p, items]) => ({ what: propertyName(p), items }));
  // Roles first, then how surely, by whom and why it is told.
  const rank = (what: string): number => ['status', 'source', 'rule', 'confidence'].indexOf(what);
  return {
    iri, type: shortName(classOf(side.index, iri) ?? ''), sentence: words(side.index, first(side.index, iri, 'evidence')), trigger: words(side.index, first(side.index, iri, 'trigger')),
    says: says.sort((a, b) => rank(a.what) - rank(b.what) || compare(a.what, b.what)),
  };
}

/** Compares the events (or the relations) of both sides. */
export function diffNodes(sides: Both, before: readonly string[], after: readonly string[]): NodesDiff {
  const found = match(before.map((i) => candidate(sides.old, i)), after.map((i) => candidate(sides.now, i)));
  const changed: NodeChange[] = [];
  const untouched = new Set<string>();
  let moved = 0;
  for (const [a, b] of found.pairs) {
    const changes = changesOf(sides, a.iri, b.iri);
    if (changes.length > 0) changed.push({ ...nodeInfo(sides.now, b.iri), was: a.iri, changes });
    else if (identical(sides, a.iri, b.iri)) untouched.add(a.iri);
    else moved++;
  }
  return { removed: found.removed.map((c) => nodeInfo(sides.old, c.iri)), added: found.added.map((c) => nodeInfo(sides.now, c.iri)), changed, moved, untouched };
}
