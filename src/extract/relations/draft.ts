import { mentionOf, stretch, type SentenceReading } from '../context.js';
import type { DraftRelation } from '../draft.js';
import type { Filler } from '../mentions/fillers.js';
import type { RelationType } from '../../model/types.js';

/** Adds a relation between two fillers; `at` and `title` are items, both included. */
export function add(s: SentenceReading, type: RelationType, subject: Filler, object: Filler, at: readonly [number, number], foundBy: string, title?: readonly [number, number]): void {
  const relation: DraftRelation = {
    type, subject: mentionOf(s, subject), object: mentionOf(s, object), at: stretch(s, at[0], at[1]), sentence: s.sentence, foundBy,
    ...(title ? { title: stretch(s, title[0], title[1]) } : {}),
  };
  if (relation.subject !== relation.object) s.r.relations.push(relation);
}
