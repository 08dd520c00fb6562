import type { ArticleDiff, Counts, GraphDiff } from './types.js';

/** How many of each kind: the summary of a difference. */
export function count(entities: GraphDiff['entities'], articles: readonly ArticleDiff[], rest: Pick<Counts, 'moved' | 'restated' | 'statements'>): Counts {
  const sum = (of: (a: ArticleDiff) => number): number => articles.reduce((n, a) => n + of(a), 0);
  const three = (of: (a: ArticleDiff) => { readonly added: readonly unknown[]; readonly removed: readonly unknown[]; readonly changed: readonly unknown[] }): Counts['events'] =>
    ({ added: sum((a) => of(a).added.length), removed: sum((a) => of(a).removed.length), changed: sum((a) => of(a).changed.length) });
  const status = (s: ArticleDiff['status']): number => articles.filter((a) => a.article !== '' && a.status === s).length;
  return {
    articles: { added: status('added'), removed: status('removed'), changed: status('changed') },
    entities: { added: entities.added.length, removed: entities.removed.length, changed: entities.changed.length },
    events: three((a) => a.events), relations: three((a) => a.relations),
    facts: { added: sum((a) => a.facts.added.length), removed: sum((a) => a.facts.removed.length) },
    mentions: three((a) => a.mentions), passages: sum((a) => a.passages.length), ...rest,
  };
}
