import type { Quad } from 'n3';
import { ALT, LABEL, RDF_TYPE, SAME_AS } from '../explain/graph-index.js';
import { news } from '../model/vocabulary.js';
import type { Both } from './changes.js';
import { isFact, isMention } from './facts.js';
import type { Side } from './side.js';
import { idOf } from './statements.js';

const ENTITY: ReadonlySet<string> = new Set([RDF_TYPE, LABEL, ALT, SAME_AS]);
const PASSAGE: ReadonlySet<string> = new Set([RDF_TYPE, news('quote'), news('start'), news('end'), news('inArticle')]);
const REPORTS = news('reports');

/** The properties by which a thing of each kind is compared. */
export const ofEntity = (property: string): boolean => ENTITY.has(property);
export const ofPassage = (property: string): boolean => PASSAGE.has(property);
export const ofArticle = (property: string): boolean => property !== REPORTS;

/**
 * Whether a statement that only one graph has is told as a change of something (`told`), only stands in another graph of the same file (`restated`), or has to be
 * shown as it is (`other`). With this no change is passed over in silence.
 */
export function fate(sides: Both, of: 'old' | 'now', q: Quad, untouched: ReadonlySet<string>): 'told' | 'restated' | 'other' {
  const side = sides[of], there = sides[of === 'old' ? 'now' : 'old'];
  const kind = side.kind(q.subject.value), property = q.predicate.value;
  if (isFact(q) || (isMention(q) && kind === 'passage')) return 'told';
  if (kind === 'event' || kind === 'relation') return untouched.has(q.subject.value) ? 'restated' : 'told';
  // a passage that only one graph has is told by what it names or supports; where that is nothing, as it is
  if (kind === 'passage' && there.kind(q.subject.value) !== 'passage' && !side.index.out.get(q.subject.value)?.has(news('denotes')) && !side.index.into.has(q.subject.value)) return states(there, q) ? 'restated' : 'other';
  const compared = kind === 'entity' ? ofEntity : kind === 'passage' ? ofPassage : kind === 'article' ? ofArticle : undefined;
  if (compared?.(property)) return states(there, q) ? 'restated' : 'told';
  if (kind === 'article' && property === REPORTS && (sides.old.terms.has(q.object.value) || sides.now.terms.has(q.object.value))) return 'told';
  return states(there, q) ? 'restated' : 'other';
}

const states = (side: Side, q: Quad): boolean => side.terms.get(q.subject.value)?.get(q.predicate.value)?.has(idOf(q.object)) ?? false;
