import { news } from '../model/vocabulary.js';
import { all, articleOf, first, shortName, words, type Index, type Words } from './graph-index.js';
import { classOf, kindOf } from './kinds.js';
import { factsOf, named, rolesOf, statusOf, type Fact, type Filler } from './roles.js';

/** Everything that a graph says of one event or relation, and the words it comes from. */
export interface NodeExplanation {
  readonly kind: 'event' | 'relation';
  readonly iri: string;
  readonly type: string;
  readonly status: string;
  readonly rule: string;
  /** How often the rule was right on annotated articles; undefined where the graph does not say. */
  readonly confidence: number | undefined;
  /** Who says so. */
  readonly source: string | undefined;
  readonly article: string;
  readonly sentence: Words | undefined;
  readonly trigger: Words | undefined;
  readonly roles: readonly Filler[];
  /** The direct facts that it states. */
  readonly facts: readonly Fact[];
}

/** The article that reports an event or relation. */
export function articleOfNode(index: Index, node: string): string {
  const passage = first(index, node, 'evidence') ?? first(index, node, 'trigger');
  if (passage !== undefined) return articleOf(index, passage);
  return /^(.+)\/(?:event|relation)\/[^/]*$/s.exec(node)?.[1] ?? '';
}

/** The roles, where an entity that the node itself has no words for (no relation has) has those of the sentence that name it. */
function spokenRoles(index: Index, node: string): Filler[] {
  const sentence = words(index, first(index, node, 'evidence'));
  const article = articleOfNode(index, node);
  return rolesOf(index, node).map((f) => {
    if (!sentence || f.entity === undefined || f.words.length > 0) return f;
    const inside = (index.into.get(f.entity)?.get(news('denotes')) ?? []).filter((p) => articleOf(index, p) === article);
    return { ...f, words: named(index, inside, false).filter((w) => sentence.start <= w.start && w.end <= sentence.end) };
  });
}

/** Explains an event or relation; undefined for anything else. */
export function explainNode(index: Index, iri: string): NodeExplanation | undefined {
  const kind = kindOf(index, iri);
  if (kind !== 'event' && kind !== 'relation') return undefined;
  const confidence = Number(first(index, iri, 'confidence') ?? Number.NaN);
  return {
    kind, iri, type: shortName(classOf(index, iri) ?? ''), status: statusOf(index, iri), rule: shortName(first(index, iri, 'foundBy') ?? ''),
    confidence: Number.isFinite(confidence) ? confidence : undefined, source: first(index, iri, 'source'), article: articleOfNode(index, iri),
    sentence: words(index, first(index, iri, 'evidence')), trigger: words(index, all(index, iri, 'trigger')[0]), roles: spokenRoles(index, iri), facts: factsOf(index, iri),
  };
}
