import { MultiDirectedGraph } from 'graphology';
import type { Quad } from 'n3';
import { RELATION_SHAPE, SHORT_FORMS } from '../model/relations.js';
import { EVENT_TYPES, NEWS, news, ROLE_PROPERTIES } from '../model/vocabulary.js';
import { sorted } from './rdf.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const ENTITY_TYPES = new Set(['Person', 'Organization', 'Place', 'Group', 'Work']);
const EVENTS = new Set<string>(EVENT_TYPES);
const DIRECT_NAMES = new Set<string>(SHORT_FORMS.map((d) => d.property));
const ROLES = new Set<string>([...Object.values(ROLE_PROPERTIES).flatMap((r) => Object.values(r)), 'agent', 'target', 'participant', 'place', 'organization', 'winner', 'source']);

type Attributes = { label: string; type: string; [key: string]: string | number };

/**
 * The graph as a graphology multigraph: entities and events are nodes, roles are edges; with `projection`, entities are nodes and
 * the direct facts between them are edges. Keys are IRIs or made of them, so that the same graph serialises to the same bytes.
 */
export function toGraph(quads: readonly Quad[], projection: boolean): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  const bySubject = new Map<string, Quad[]>();
  for (const q of sorted(quads, false)) {
    const list = bySubject.get(q.subject.value);
    if (list) list.push(q);
    else bySubject.set(q.subject.value, [q]);
  }
  const quote = (passage: string): string => bySubject.get(passage)?.find((q) => q.predicate.value === news('quote'))?.object.value ?? '';
  for (const [iri, own] of bySubject) {
    const type = local(own.find((q) => q.predicate.value === RDF_TYPE)?.object.value);
    if (ENTITY_TYPES.has(type)) graph.addNode(iri, entityAttributes(own, type));
    else if (!projection && EVENTS.has(type)) {
      const trigger = quote(own.find((q) => q.predicate.value === news('trigger'))?.object.value ?? '');
      const a: Attributes = { label: trigger || type, type, kind: 'event' };
      for (const q of own) {
        if (q.predicate.value === news('status')) a['status'] = local(q.object.value);
        if (q.predicate.value === news('time')) a['time'] = q.object.value;
        if (q.predicate.value === news('foundBy')) a['foundBy'] = q.object.value;
        if (q.predicate.value === news('evidence')) a['sentence'] = quote(q.object.value);
      }
      graph.addNode(iri, a);
    }
  }
  for (const [iri, own] of bySubject) {
    if (!graph.hasNode(iri)) continue;
    for (const q of own) {
      const name = local(q.predicate.value);
      const wanted = projection || graph.getNodeAttribute(iri, 'kind') === 'entity' ? DIRECT_NAMES.has(name) : ROLES.has(name);
      if (!wanted || !graph.hasNode(q.object.value) || (!projection && DIRECT_NAMES.has(name) && !RELATION_DIRECT.has(name))) continue;
      const key = `${iri} ${name} ${q.object.value}`;
      if (!graph.hasEdge(key)) graph.addDirectedEdgeWithKey(key, iri, q.object.value, { label: name, type: name });
    }
  }
  return graph;
}

const RELATION_DIRECT = new Set<string>(Object.values(RELATION_SHAPE).map((r) => r.direct));
const local = (iri: string | undefined): string => (iri?.startsWith(NEWS) ? iri.slice(NEWS.length) : '');

function entityAttributes(own: readonly Quad[], type: string): Attributes {
  const labels = own.filter((q) => q.predicate.value === LABEL);
  const by = (lang: string): string | undefined => labels.find((q) => q.object.termType === 'Literal' && q.object.language === lang)?.object.value;
  const english = by('en');
  return { label: by('ckb') || english || type, type, kind: 'entity', ...(english ? { labelEn: english } : {}) };
}

/** The serialisation that `Graph.from()` of graphology loads. */
export const toGraphJson = (quads: readonly Quad[], projection: boolean): string => `${JSON.stringify(toGraph(quads, projection).export(), null, 1)}\n`;

