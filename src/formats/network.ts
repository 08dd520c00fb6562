import type { MultiDirectedGraph } from 'graphology';
import type { Quad } from 'n3';
import { newsOntology } from '../check/ontology.js';
import { NEWS, news } from '../model/vocabulary.js';
import { toGraph } from './graph-json.js';

const SAME_AS = 'http://www.w3.org/2002/07/owl#sameAs';
export const WIKIDATA = 'http://www.wikidata.org/entity/';

/** What programs for networks are told of a node or an edge; `undefined` is left out. */
export interface NetworkAttributes {
  /** The name in Kurdish where there is one: an entity's label, the words that tell an event, a role's label. */
  readonly label: string;
  readonly labelEn?: string;
  /** The class or role in the ontology, without its namespace. */
  readonly type: string;
  /** `entity`, `event`, or `edge`. */
  readonly kind: string;
  readonly wikidata?: string;
  readonly article?: string;
  readonly status?: string;
  readonly time?: string;
  readonly confidence?: number;
  readonly foundBy?: string;
  readonly sentence?: string;
}

/** The attributes in the order in which they are written, and their types in GraphML. */
export const NODE_ATTRIBUTES = { label: 'string', labelEn: 'string', type: 'string', kind: 'string', wikidata: 'string', article: 'string', status: 'string', time: 'string', confidence: 'double', foundBy: 'string', sentence: 'string' } as const;
export const EDGE_ATTRIBUTES = { label: 'string', labelEn: 'string', type: 'string' } as const;

export interface NetworkNode {
  readonly id: string;
  readonly attributes: NetworkAttributes;
}
export interface NetworkEdge extends NetworkNode {
  readonly source: string;
  readonly target: string;
}
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

/** The nodes and edges of `graph.json`, no more and no less, with what Gephi, yEd and Cytoscape show of them. Ids are IRIs or made of them. */
export function toNetwork(quads: readonly Quad[], projection: boolean): Network {
  const graph = toGraph(quads, projection);
  const more = facts(quads, graph);
  const labels = newsOntology().labels;
  const called = (term: string, language: string): string | undefined => labels.get(language)?.get(NEWS + term);
  return {
    nodes: graph.mapNodes((id, a) => ({ id, attributes: kept({ ...a, ...(a['kind'] === 'event' ? { labelEn: called(String(a['type']), 'en') } : {}), ...more.get(id) }) })),
    edges: graph.mapEdges((id, a, source, target) => ({ id, source, target, attributes: kept({ label: called(String(a['type']), 'ckb') ?? String(a['label']), labelEn: called(String(a['type']), 'en'), type: String(a['type']), kind: 'edge' }) })),
  };
}

/** Properties of which a network shows nothing; about half of all statements are of these. */
const UNSEEN = new Set<string>((['start', 'end', 'inArticle', 'denotes', 'mention', 'impliedBy', 'timePassage', 'countPassage'] as const).map(news));

/** Whether a network may show something of a statement: the others need not be held in memory for it. */
export const ofNetwork = (q: Quad): boolean => !UNSEEN.has(q.predicate.value) && q.object.value !== news('Passage');

/** The Wikidata id of an entity, the confidence and the article of an event: `graph.json` has them not. Of several, the first by code unit. */
function facts(quads: readonly Quad[], graph: MultiDirectedGraph): Map<string, { wikidata?: string; article?: string; confidence?: number }> {
  const more = new Map<string, { wikidata?: string; article?: string; confidence?: number }>();
  const at = (id: string): { wikidata?: string; article?: string; confidence?: number } => {
    const own = more.get(id) ?? {};
    more.set(id, own);
    return own;
  };
  const first = (had: string | undefined, value: string): string => (had === undefined || value < had ? value : had);
  for (const q of quads) {
    const s = q.subject.value, o = q.object.value;
    if (q.predicate.value === SAME_AS && o.startsWith(WIKIDATA) && graph.hasNode(s)) at(s).wikidata = first(at(s).wikidata, o.slice(WIKIDATA.length));
    else if (q.predicate.value === news('confidence') && graph.hasNode(s) && Number.isFinite(Number(o))) at(s).confidence = Math.max(at(s).confidence ?? 0, Number(o));
    else if (q.predicate.value === news('reports') && graph.hasNode(o)) at(o).article = first(at(o).article, s);
  }
  return more;
}

/** In the order of the table, without what is not known. */
function kept(a: { readonly [key: string]: string | number | undefined }): NetworkAttributes {
  return Object.fromEntries(Object.keys(NODE_ATTRIBUTES).flatMap((k) => (a[k] === undefined ? [] : [[k, a[k]]]))) as unknown as NetworkAttributes;
}
