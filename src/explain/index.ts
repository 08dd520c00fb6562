import { SHORT_FORMS } from '../model/relations.js';
import { news, type Term } from '../model/vocabulary.js';
import { all, articleOf, first, shortName, words, type Index, type Words } from './graph-index.js';
import { holds, named, statusOf, type Named } from './roles.js';

export { explainEntity, type EntityExplanation } from './entity.js';
export { indexGraph, nameOf, words, type Index, type Words } from './graph-index.js';
export { kindOf, type Kind } from './kinds.js';
export { explainNode, type NodeExplanation } from './node.js';
export { explainPassage, type PassageExplanation } from './passage.js';
export type { Fact, Filler, Named } from './roles.js';

/** Why a direct fact is in the graph: one event (or relation) that states it. */
export interface Explanation {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly event: string;
  readonly type: string;
  readonly status: string;
  readonly rule: string;
  readonly source: string | undefined;
  readonly article: string;
  readonly sentence: Words | undefined;
  readonly trigger: Words | undefined;
  /** The words that name who takes part: in the sentence, or elsewhere in the article (implied). */
  readonly mentions: readonly Named[];
}

/** All explanations of the direct facts that the graph states and that match; undefined terms match anything. What was denied or is only possible explains nothing. */
export function explain(index: Index, subject: string | undefined, property: Term, object: string | undefined): Explanation[] {
  const d = SHORT_FORMS.find((x) => x.property === property);
  if (!d) return [];
  const found: Explanation[] = [];
  const of = (node: string, term: Term, only: string | undefined): readonly string[] => (only === undefined ? all(index, node, term) : all(index, node, term).filter((x) => x === only));
  for (const node of index.nodes.get(news(d.of)) ?? []) {
    if (!holds(index, node)) continue;
    for (const s of of(node, d.from, subject)) for (const o of of(node, d.to, object)) {
      if (s !== o && all(index, s, property).includes(o)) found.push(toExplanation(index, node, s, property, o, d.of));
    }
  }
  return found;
}

function toExplanation(index: Index, node: string, s: string, property: Term, o: string, of: Term): Explanation {
  const about = (passage: string): boolean => all(index, passage, 'denotes').some((e) => e === s || e === o);
  const sentence = first(index, node, 'evidence');
  return {
    subject: s, predicate: property, object: o, event: node, type: of,
    status: statusOf(index, node), rule: shortName(first(index, node, 'foundBy') ?? ''),
    source: first(index, node, 'source'), article: sentence === undefined ? '' : articleOf(index, sentence),
    sentence: words(index, sentence), trigger: words(index, first(index, node, 'trigger')),
    mentions: (['mention', 'impliedBy'] as const).flatMap((term) => named(index, all(index, node, term).filter(about), term === 'impliedBy')),
  };
}

/** A piece of a sentence: of marked words, or of what stands between them. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A sentence in pieces, marked and not; overlapping marks join. */
export function pieces(sentence: Words, marks: readonly Words[]): Piece[] {
  const chars = Array.from(sentence.quote);
  const on = new Uint8Array(chars.length);
  for (const m of marks) for (let i = Math.max(0, m.start - sentence.start); i < Math.min(chars.length, m.end - sentence.start); i++) on[i] = 1;
  const out: Piece[] = [];
  for (let i = 0; i < chars.length; ) {
    let j = i;
    while (j < chars.length && on[j] === on[i]) j++;
    out.push({ text: chars.slice(i, j).join(''), marked: on[i] === 1 });
    i = j;
  }
  return out;
}

/** The same as one text. */
export const marked = (sentence: Words, marks: readonly Words[], open: (s: string) => string): string => pieces(sentence, marks).map((p) => (p.marked ? open(p.text) : p.text)).join('');
