import { RELATION_SHAPE } from '../model/relations.js';
import { ENTITY_TYPES } from '../model/types.js';
import { EVENT_TYPES, news } from '../model/vocabulary.js';
import { RDF_TYPE, type Index } from './graph-index.js';

export type Kind = 'entity' | 'event' | 'relation' | 'passage' | 'article' | 'other';

const CLASSES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...ENTITY_TYPES.map((t) => [news(t), 'entity'] as const),
  ...EVENT_TYPES.map((t) => [news(t), 'event'] as const),
  ...Object.values(RELATION_SHAPE).map((r) => [news(r.type), 'relation'] as const),
  [news('Passage'), 'passage'], [news('Article'), 'article'],
]);

/** What kind of thing an IRI stands for in a graph, by its class; undefined when the graph says nothing of it. */
export function kindOf(index: Index, iri: string): Kind | undefined {
  const own = index.out.get(iri);
  if (!own) return undefined;
  const type = classOf(index, iri);
  return (type === undefined ? undefined : CLASSES.get(type)) ?? 'other';
}

/** The class of a node that makes it of its kind; of several the first in the order of their names, whatever the order of the statements. */
export const classOf = (index: Index, iri: string): string | undefined => index.out.get(iri)?.get(RDF_TYPE)?.filter((t) => CLASSES.has(t)).sort()[0];
