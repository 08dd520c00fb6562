import type { Quad } from 'n3';
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, toNetwork, type Network, type NetworkAttributes } from './network.js';
import { escaped, xmlAttributes, xmlId } from './xml.js';

const id = (s: string): string => escaped(xmlId(s));

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

/**
 * GraphML 1.0: every attribute a key with its type. yEd shows no attribute as a label unless it is told to in its own element, so nodes and edges carry that
 * too; other programs pass over it.
 */
export function* graphMl(network: Network): Generator<string> {
  yield HEAD;
  for (const [name, type] of Object.entries(NODE_ATTRIBUTES)) yield ` <key id="n_${name}" for="node" attr.name="${name}" attr.type="${type}"/>\n`;
  for (const [name, type] of Object.entries(EDGE_ATTRIBUTES)) yield ` <key id="e_${name}" for="edge" attr.name="${name}" attr.type="${type}"/>\n`;
  yield ' <key id="n_yed" for="node" yfiles.type="nodegraphics"/>\n <key id="e_yed" for="edge" yfiles.type="edgegraphics"/>\n <graph id="G" edgedefault="directed">\n';
  for (const n of network.nodes) {
    const a = xmlAttributes(n.attributes);
    yield `  <node id="${id(n.id)}">${data('n', NODE_ATTRIBUTES, a)}<data key="n_yed"><y:ShapeNode><y:NodeLabel>${escaped(a.label)}</y:NodeLabel></y:ShapeNode></data></node>\n`;
  }
  for (const e of network.edges) {
    const a = xmlAttributes(e.attributes);
    yield `  <edge id="${id(e.id)}" source="${id(e.source)}" target="${id(e.target)}">${data('e', EDGE_ATTRIBUTES, a)}<data key="e_yed"><y:PolyLineEdge><y:Arrows source="none" target="standard"/><y:EdgeLabel>${escaped(a.label)}</y:EdgeLabel></y:PolyLineEdge></data></edge>\n`;
  }
  yield ' </graph>\n</graphml>\n';
}

function data(kind: 'n' | 'e', table: Readonly<Record<string, string>>, attributes: NetworkAttributes): string {
  const values = attributes as unknown as Readonly<Record<string, string | number | undefined>>;
  return Object.keys(table).map((name) => (values[name] === undefined ? '' : `<data key="${kind}_${name}">${escaped(String(values[name]))}</data>`)).join('');
}

/** The same of quads in any order, as one text. */
export const toGraphMl = (quads: readonly Quad[], projection: boolean): string => [...graphMl(toNetwork(quads, projection))].join('');
