import type { Quad } from 'n3';
import { toNetwork, type Network, type NetworkAttributes } from './network.js';

/**
 * The JSON of elements that Cytoscape.js takes and Cytoscape (the desktop program) imports as `.cyjs`. `name` is what the program's own style shows;
 * `classes` are for selectors: `.event`, `.Person`, `.host`.
 */
export function* cytoscape(network: Network): Generator<string> {
  yield '{\n "format_version": "1.0",\n "generated_by": "hewal",\n "target_cytoscapejs_version": "~2.1",\n "data": { "name": "hewal" },\n "elements": {\n  "nodes": [';
  yield* list(network.nodes.map((n) => ({ data: { id: n.id, ...named(n.attributes) }, classes: classes(n.attributes) })));
  yield '],\n  "edges": [';
  yield* list(network.edges.map((e) => ({ data: { id: e.id, source: e.source, target: e.target, ...named(e.attributes), interaction: e.attributes.type }, classes: classes(e.attributes) })));
  yield ']\n }\n}\n';
}

const named = (a: NetworkAttributes): object => ({ name: a.label, ...a });
const classes = (a: NetworkAttributes): string => `${a.kind} ${a.type}`;

function* list(items: readonly object[]): Generator<string> {
  for (const [i, item] of items.entries()) yield `${i === 0 ? '' : ','}\n   ${JSON.stringify(item)}`;
  if (items.length > 0) yield '\n  ';
}

/** The same of quads in any order, as one text. */
export const toCytoscape = (quads: readonly Quad[], projection: boolean): string => [...cytoscape(toNetwork(quads, projection))].join('');
