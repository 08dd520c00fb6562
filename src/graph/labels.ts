import { DataFactory, type Quad } from 'n3';

const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const ALT = DataFactory.namedNode('http://www.w3.org/2004/02/skos/core#altLabel');

/**
 * Gives every entity one label a language where articles spell its name differently: the spelling of most articles, the first in
 * code-unit order among equals; the others become alternative labels. The result does not depend on the order of the articles.
 */
export function settleLabels(quads: readonly Quad[]): Quad[] {
  const votes = new Map<string, Map<string, Quad[]>>();
  for (const q of quads) {
    if (q.predicate.value !== LABEL || q.object.termType !== 'Literal') continue;
    const key = `${q.object.language} ${q.subject.value}`;
    const own = votes.get(key) ?? new Map<string, Quad[]>();
    votes.set(key, own.set(q.object.value, [...(own.get(q.object.value) ?? []), q]));
  }
  const chosen = new Map<string, Quad['object']>();
  for (const [key, own] of votes) {
    if (own.size < 2) continue;
    const graphs = (list: readonly Quad[]): number => new Set(list.map((q) => q.graph.value)).size;
    const best = [...own].sort(([a, x], [b, y]) => graphs(y) - graphs(x) || (a < b ? -1 : 1))[0];
    if (best?.[1][0]) chosen.set(key, best[1][0].object);
  }
  if (chosen.size === 0) return [...quads];
  const seen = new Set<string>();
  const out: Quad[] = [];
  const add = (q: Quad): void => {
    const key = `${q.graph.value}\u0000${q.subject.value}\u0000${q.predicate.value}\u0000${q.object.id}`;
    if (!seen.has(key)) out.push(q);
    seen.add(key);
  };
  for (const q of quads) {
    const label = q.object.termType === 'Literal' ? chosen.get(`${q.object.language} ${q.subject.value}`) : undefined;
    if (!label || (q.predicate.value !== LABEL && q.predicate.value !== ALT.value)) add(q);
    else if (q.predicate.value === LABEL) {
      add(DataFactory.quad(q.subject, q.predicate, label, q.graph));
      if (q.object.id !== label.id) add(DataFactory.quad(q.subject, ALT, q.object, q.graph));
    } else if (q.object.id !== label.id) add(q);
  }
  return out;
}
