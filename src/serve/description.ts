import { DataFactory, type Quad } from 'n3';
import { GRAPH_TYPES, RESULT_TYPES } from '../query/answer.js';
import type { Loaded } from '../query/engine.js';

const { namedNode, literal, quad } = DataFactory;
const SD = 'http://www.w3.org/ns/sparql-service-description#', VOID = 'http://rdfs.org/ns/void#', RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
/** The names that the W3C gives to formats (https://www.w3.org/ns/formats/). */
const FORMATS: Readonly<Record<(typeof RESULT_TYPES)[number] | (typeof GRAPH_TYPES)[number], string>> = {
  'application/sparql-results+json': 'SPARQL_Results_JSON', 'application/sparql-results+xml': 'SPARQL_Results_XML', 'text/csv': 'SPARQL_Results_CSV', 'text/tab-separated-values': 'SPARQL_Results_TSV',
  'text/turtle': 'Turtle', 'application/n-triples': 'N-Triples', 'application/rdf+xml': 'RDF_XML', 'application/ld+json': 'JSON-LD',
};

/** What the endpoint at this address can do: SPARQL 1.1 Service Description. Nodes are named, so that every format can hold them. */
export function serviceDescription(endpoint: string, loaded: Loaded): Quad[] {
  const node = (name: string) => namedNode(`${endpoint}#${name}`);
  const service = node('service'), dataset = node('dataset'), graph = node('default-graph'), sd = (name: string) => namedNode(SD + name);
  const type = namedNode(RDF_TYPE);
  return [
    quad(service, type, sd('Service')),
    quad(service, sd('endpoint'), namedNode(endpoint)),
    quad(service, sd('supportedLanguage'), sd('SPARQL11Query')),
    quad(service, sd('feature'), sd('UnionDefaultGraph')),
    ...[...RESULT_TYPES, ...GRAPH_TYPES].map((t) => quad(service, sd('resultFormat'), namedNode(`http://www.w3.org/ns/formats/${FORMATS[t]}`))),
    quad(service, sd('defaultDataset'), dataset),
    quad(dataset, type, sd('Dataset')),
    quad(dataset, sd('defaultGraph'), graph),
    quad(graph, type, sd('Graph')),
    quad(graph, namedNode(`${VOID}triples`), literal(String(loaded.statements), namedNode('http://www.w3.org/2001/XMLSchema#integer'))),
  ];
}
