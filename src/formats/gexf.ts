import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import type { Quad } from 'n3';
import { toNetwork, type Network, type NetworkAttributes } from './network.js';
import { xmlAttributes, xmlId } from './xml.js';

/** GEXF 1.3, what Gephi reads. The library escapes mark-up, but lets through what XML forbids. */
export function gexf(network: Network): string {
  const graph = new MultiDirectedGraph<NetworkAttributes>();
  for (const n of network.nodes) graph.addNode(xmlId(n.id), xmlAttributes(n.attributes));
  // Gephi draws several edges from one node to another only where their kinds differ.
  for (const e of network.edges) graph.addDirectedEdgeWithKey(xmlId(e.id), xmlId(e.source), xmlId(e.target), { ...xmlAttributes(e.attributes), kind: e.attributes.type });
  graph.setAttribute('creator', 'hewal');
  return `${write(graph, { version: '1.3' })}\n`;
}

/** The same of quads in any order. */
export const toGexf = (quads: readonly Quad[], projection: boolean): string => gexf(toNetwork(quads, projection));
