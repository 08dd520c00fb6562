import type { Anchor, EventAnchor, RelationAnchor, SplitEntity } from '../../../corrections/types.js';
import { RELATION_SHAPE } from '../../../model/relations.js';
import { anchorOf, articleId } from './anchors.js';
import type { Reading } from '../reading.js';
import { rolesOf } from '../roles.js';
import type { PageEvent, PagePassage } from '../types.js';

/** Finds on the page what corrections name: exactly these words at exactly this place. */
export interface Finder {
  passage(article: string, words: Anchor): number | undefined;
  events(article: string, event: EventAnchor): readonly number[];
  relations(article: string, relation: RelationAnchor): readonly number[];
  entity(iri: string): number | undefined;
  /** The mentions that a split takes away from an entity. */
  mentions(entity: number, c: SplitEntity): readonly number[];
}

export function createFinder(r: Reading): Finder {
  const { data } = r;
  const articles = new Map(data.articles.map((_, i) => [articleId(data, i), i]));
  const entities = new Map(data.entities.map((e, i) => [e.iri, i]));
  /** Passages of an article by their places. */
  const places = new Map<number, Map<string | undefined, number>>();
  const passage = (id: string, words: Anchor): number | undefined => {
    const article = articles.get(id);
    if (article === undefined) return undefined;
    const own = places.get(article) ?? new Map((r.passagesIn[article] ?? []).map((p): [string | undefined, number] => [anchorOf(data, p)?.at.join(), p]));
    places.set(article, own);
    const found = own.get(words.at.join());
    return anchorOf(data, found)?.quote === words.quote ? found : undefined;
  };
  const eventsIn = (id: string): readonly number[] => r.eventsIn[articles.get(id) ?? -1] ?? [];
  const names = (id: string, words: Anchor | undefined, entity: number | undefined): boolean => {
    const p = words && data.passages[passage(id, words) ?? -1];
    return words === undefined || (entity !== undefined && (p?.names ?? []).includes(entity));
  };
  return {
    passage,
    events: (id, { type, trigger }) => {
      const words = passage(id, trigger);
      return words === undefined ? [] : (r.triggers.get(words) ?? []).filter((e) => data.events[e]?.type === type);
    },
    relations: (id, relation) => {
      const words = passage(id, relation.evidence), shape = RELATION_SHAPE[relation.type];
      return words === undefined ? [] : eventsIn(id).filter((n) => {
        const e = data.events[n] as PageEvent;
        if (e.type !== shape.type || e.sentence !== words) return false;
        const filler = (side: 'subject' | 'object'): number | undefined => rolesOf(data, e).find((f) => f.role === shape[side])?.thing;
        return names(id, relation.subject, filler('subject')) && names(id, relation.object, filler('object'));
      });
    },
    entity: (iri) => entities.get(iri),
    mentions: (entity, c) => {
      const article = articles.get(c.article);
      const own = (r.mentionsOf[entity] ?? []).filter((p) => (data.passages[p] as PagePassage).article === article);
      if (!c.mentions) return own;
      const some = new Set(c.mentions.map((m) => passage(c.article, m)));
      return own.filter((p) => some.has(p));
    },
  };
}
