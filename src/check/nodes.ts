import type { Quad } from 'n3';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';

/** What is said of a node. */
export interface Node {
  readonly types: string[];
  /** Values by property. */
  readonly values: Map<string, string[]>;
}
/** A graph by its nodes. */
export interface Nodes {
  readonly all: ReadonlyMap<string, Node>;
  /** The label of a node, or its IRI. */
  name(node: string): string;
}

const made = new WeakMap<readonly Quad[], Nodes>();

/** The nodes of a graph; made once for all who ask. */
export function nodesOf(quads: readonly Quad[]): Nodes {
  const had = made.get(quads);
  if (had) return had;
  const all = new Map<string, Node>();
  for (const q of quads) {
    let own = all.get(q.subject.value);
    if (!own) all.set(q.subject.value, (own = { types: [], values: new Map() }));
    if (q.predicate.value === RDF_TYPE) {
      if (!own.types.includes(q.object.value)) own.types.push(q.object.value);
      continue;
    }
    const values = own.values.get(q.predicate.value);
    if (!values) own.values.set(q.predicate.value, [q.object.value]);
    else if (values.length > 64 || !values.includes(q.object.value)) values.push(q.object.value);
  }
  const nodes: Nodes = { all, name: (node) => all.get(node)?.values.get(LABEL)?.[0] ?? node };
  made.set(quads, nodes);
  return nodes;
}
