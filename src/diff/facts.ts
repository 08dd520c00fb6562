import type { Quad } from 'n3';
import { articleOf, first, words } from '../explain/graph-index.js';
import { articleOfNode } from '../explain/node.js';
import { statersOf } from '../explain/roles.js';
import { SHORT_FORMS } from '../model/relations.js';
import { NEWS, news, type Term } from '../model/vocabulary.js';
import { cancel, compare, type Both } from './changes.js';
import { item, itemKey, type Side } from './side.js';
import type { FactInfo, MentionChange, MentionInfo, Sides, Three } from './types.js';

const SHORT: ReadonlySet<string> = new Set(SHORT_FORMS.map((d) => news(d.property)));
export const isFact = (q: Quad): boolean => SHORT.has(q.predicate.value);
export const isMention = (q: Quad): boolean => q.predicate.value === news('denotes');

/** Something of an article. */
export interface Of<T> {
  readonly article: string;
  readonly it: T;
}

/** Direct facts that only one graph states, with the events behind them. A fact stands in the article of its graph, else of its first event. */
export function diffFacts(sides: Both, removed: readonly Quad[], added: readonly Quad[]): Sides<Of<FactInfo>> & { readonly moved: number } {
  const before = removed.filter(isFact).map((q) => fact(sides.old, q)), after = added.filter(isFact).map((q) => fact(sides.now, q));
  const moved = cancel(before, after, (side, f) => JSON.stringify([f.graph, itemKey(sides[side], f.it.subject), f.it.predicate, itemKey(sides[side], f.it.object)]));
  return { removed: before, added: after, moved };
}

function fact(side: Side, q: Quad): Of<FactInfo> & { readonly graph: string } {
  const staters = statersOf(side.index, { subject: q.subject.value, predicate: q.predicate.value.slice(NEWS.length) as Term, object: q.object.value });
  const graph = q.graph.value;
  const own = graph === '' ? staters : staters.filter((n) => articleOfNode(side.index, n) === graph);
  const statedBy = (own.length > 0 ? own : staters).sort(compare), by = statedBy[0];
  return {
    graph, article: graph || (by === undefined ? '' : articleOfNode(side.index, by)),
    it: { subject: item(side, q.subject), predicate: q.predicate.value.slice(NEWS.length), object: item(side, q.object), statedBy, sentence: by === undefined ? undefined : words(side.index, first(side.index, by, 'evidence')) },
  };
}

/** Words that name something else now, name something for the first time, or name nothing any more. */
export function diffMentions(sides: Both, removed: readonly Quad[], added: readonly Quad[]): Three<Of<MentionInfo>, Of<MentionChange>> & { readonly moved: number } {
  const before = removed.filter(isMention).map((q) => mention(sides.old, q)), after = added.filter(isMention).map((q) => mention(sides.now, q));
  const changed: Of<MentionChange>[] = [];
  const at = (list: readonly Of<MentionInfo>[]): Map<string, Of<MentionInfo>[]> => {
    const places = new Map<string, Of<MentionInfo>[]>();
    for (const m of list) places.set(m.it.passage, [...(places.get(m.it.passage) ?? []), m]);
    return places;
  };
  const old = at(before), now = at(after);
  const gone = new Set<string>();
  for (const [passage, list] of now) {
    const was = old.get(passage), m = list[0];
    if (!was || !m || was[0]?.it.words?.quote !== m.it.words?.quote) continue;
    const key = (side: Side, x: Of<MentionInfo>): string => itemKey(side, x.it.denotes);
    const lost = was.filter((x) => !list.some((y) => key(sides.old, x) === key(sides.now, y))), won = list.filter((y) => !was.some((x) => key(sides.old, x) === key(sides.now, y)));
    gone.add(passage);
    if (lost.length + won.length > 0) changed.push({ article: m.article, it: { words: m.it.words, passage, removed: lost.map((x) => x.it.denotes), added: won.map((x) => x.it.denotes) } });
  }
  const rest = (list: Of<MentionInfo>[]): Of<MentionInfo>[] => list.filter((m) => !gone.has(m.it.passage));
  const lost = rest(before), won = rest(after);
  const moved = cancel(lost, won, (side, m) => JSON.stringify([m.article, m.it.words?.quote, itemKey(sides[side], m.it.denotes)]));
  return { removed: lost, added: won, changed, moved };
}

const mention = (side: Side, q: Quad): Of<MentionInfo> => ({ article: articleOf(side.index, q.subject.value), it: { words: words(side.index, q.subject.value), passage: q.subject.value, denotes: item(side, q.object) } });
