// Networks for Gephi, yEd and Cytoscape; the description of the data set. Event data: tests/events.test.ts.
import { createRequire } from 'node:module';
import cytoscapeJs from 'cytoscape';
import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { DataFactory, Parser, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { validate } from '../src/check/shapes.js';
import { describeDataset, type Distribution } from '../src/formats/dataset/void.js';
import { toCytoscape } from '../src/formats/cytoscape.js';
import { toGexf } from '../src/formats/gexf.js';
import { toGraph } from '../src/formats/graph-json.js';
import { toGraphMl } from '../src/formats/graphml.js';
import { ofNetwork, toNetwork } from '../src/formats/network.js';
import { xmlId, xmlText } from '../src/formats/xml.js';
import { createDistinct } from '../src/store/distinct.js';
import { ARTICLES, byHand, engine, RDF_TYPE, RDFS, together, XSD } from './support/make.js';
import { news, type Term } from '../src/model/vocabulary.js';

const { namedNode, literal, quad } = DataFactory;
const QUADS = together(ARTICLES.map((a) => engine.read(a)));
const shuffled = (quads: readonly Quad[]): Quad[] => [...quads, ...quads].map((q, i) => [q, (i * 7919) % 1013] as const).sort((a, b) => a[1] - b[1]).map(([q]) => q);

/** What is asked of a document and of its elements. */
interface Xml {
  readonly textContent: string | null;
  getElementsByTagName(name: string): ArrayLike<Xml>;
  getAttribute(name: string): string | null;
}
/** The XML parser that graphology-gexf brings with it, made strict: whatever it is told of ends the test. */
const { DOMParser } = createRequire(createRequire(import.meta.url).resolve('graphology-gexf'))('@xmldom/xmldom') as { DOMParser: new (options: object) => { parseFromString(text: string, type: string): Xml } };
function strictXml(text: string): Xml {
  const refuse = (message: string): never => {
    throw new Error(message);
  };
  expect(text.isWellFormed()).toBe(true);
  expect(text).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  expect(text).not.toMatch(/<!DOCTYPE|<!ENTITY/);
  return new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } }).parseFromString(text, 'text/xml');
}

interface Read {
  readonly nodes: Readonly<Record<string, string>>;
  readonly edges: readonly string[];
}
const elements = (d: Xml, name: string): Xml[] => Array.from(d.getElementsByTagName(name));
const attribute = (e: Xml, name: string): string => e.getAttribute(name) ?? '';

/** Labels by node and the ends and types of edges, as a reader of its own finds them in each format. */
const READERS: Readonly<Record<string, (quads: readonly Quad[], projection: boolean) => Read>> = {
  gexf: (quads, projection) => {
    const text = toGexf(quads, projection);
    strictXml(text);
    const g = parseGexf(MultiGraph, text);
    return { nodes: Object.fromEntries(g.mapNodes((n, a) => [n, String(a['label'])])), edges: g.mapEdges((_, a, s, t) => `${s} ${String(a['type'])} ${t}`) };
  },
  graphml: (quads, projection) => {
    const d = strictXml(toGraphMl(quads, projection));
    const datum = (e: Xml, key: string): string => elements(e, 'data').find((x) => attribute(x, 'key') === key)?.textContent ?? '';
    const keys = elements(d, 'key').map((k) => attribute(k, 'id'));
    for (const x of elements(d, 'data')) expect(keys).toContain(attribute(x, 'key'));
    for (const n of elements(d, 'node')) expect(elements(n, 'y:NodeLabel')[0]?.textContent).toBe(datum(n, 'n_label'));
    return { nodes: Object.fromEntries(elements(d, 'node').map((n) => [attribute(n, 'id'), datum(n, 'n_label')])), edges: elements(d, 'edge').map((e) => `${attribute(e, 'source')} ${datum(e, 'e_type')} ${attribute(e, 'target')}`) };
  },
  cytoscape: (quads, projection) => {
    const json = JSON.parse(toCytoscape(quads, projection)) as { elements: cytoscapeJs.ElementsDefinition };
    const cy = cytoscapeJs({ headless: true, elements: json.elements });
    try {
      return { nodes: Object.fromEntries(cy.nodes().map((n) => [n.id(), String(n.data('name'))])), edges: cy.edges().map((e) => `${e.source().id()} ${String(e.data('type'))} ${e.target().id()}`) };
    } finally {
      cy.destroy();
    }
  },
};
/** The same of graph.json. */
const inGraph = (quads: readonly Quad[], projection: boolean): Read => {
  const g = toGraph(quads, projection);
  return { nodes: Object.fromEntries(g.mapNodes((n, a) => [n, String(a['label'])])), edges: g.mapEdges((_, a, s, t) => `${s} ${String(a['type'])} ${t}`) };
};
/** A name of which XML leaves nothing gives way to the type. */
const legalNodes = (nodes: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(nodes).map(([n, label]) => [n, xmlText(label) || 'Person']));

/** Somebody with a name, and an event that somebody is part of. */
const labelled = (labels: readonly string[]): Quad[] => labels.flatMap((label, i) => {
  const graph = namedNode('https://example.org/article/a'), person = namedNode(`https://example.org/kb/entity/person/p${i}`), event = namedNode(`https://example.org/article/a/event/${i + 1}-visit`);
  return [quad(person, namedNode(RDF_TYPE), namedNode(news('Person')), graph), quad(person, namedNode(`${RDFS}label`), literal(label, 'ckb'), graph),
    quad(event, namedNode(RDF_TYPE), namedNode(news('Visit')), graph), quad(event, namedNode(news('visitor')), person, graph)];
});

describe.each(Object.keys(READERS))('%s', (format) => {
  const read = READERS[format] as (typeof READERS)[string];
  it.each([false, true])('has the nodes and edges of graph.json (projection: %s)', (projection) => {
    const want = inGraph(QUADS, projection);
    expect(Object.keys(want.nodes).length).toBeGreaterThan(5);
    const got = read(QUADS, projection);
    expect(got.nodes).toEqual(want.nodes);
    expect([...got.edges].sort()).toEqual([...want.edges].sort());
    expect(got.edges.length).toBeGreaterThan(projection ? 1 : 5);
  });

  it('of nothing is a network of nothing', () => {
    expect(read([], false)).toEqual({ nodes: {}, edges: [] });
  });

  it('keeps names apart from mark-up, whatever they are', () => {
    const labels = ['<script>alert(1)</script>', ']]>', '<!-- -- -->', '&amp; &#0; "\'', '\u202Eێوچ\u2066', 'دوو\nدێڕ\r\n\tتاب', 'بێ\u0000دەنگ\u0008\u001B[31m', '\uFFFE\uFFFF\uD800', '=cmd|\'/C calc\'!A0', '😀 نێچیرڤان\u200Cی', 'x'.repeat(1_000_000)];
    const quads = labelled(labels);
    const want = inGraph(quads, false), got = read(quads, false);
    expect(Object.keys(got.nodes)).toHaveLength(2 * labels.length);
    expect(got.nodes).toEqual(format === 'cytoscape' ? want.nodes : legalNodes(want.nodes));
    expect(got.edges).toHaveLength(labels.length);
  });

  it('two IRIs stay two, also where XML has no room for their difference', () => {
    const quads = ['a', 'a\uFFFE', 'a%EF'].flatMap((name) => [quad(namedNode(`https://example.org/${name}`), namedNode(RDF_TYPE), namedNode(news('Place')))]);
    expect(Object.keys(read(quads, false).nodes)).toHaveLength(3);
  });
});

describe('networks', () => {
  it('bytes do not depend on the order of statements, and what no network shows may be left out', () => {
    for (const write of [toGexf, toGraphMl, toCytoscape]) for (const projection of [false, true]) {
      const once = write(QUADS, projection);
      expect(write(shuffled(QUADS), projection)).toBe(once);
      expect(write(QUADS.filter(ofNetwork), projection)).toBe(once);
    }
    expect(QUADS.filter(ofNetwork).length).toBeLessThan(QUADS.length * 0.6);
  });

  it('edges of several kinds between two nodes are all there in Gephi', () => {
    const edges = elements(strictXml(toGexf(QUADS, false)), 'edge');
    for (const e of edges) expect(elements(e, 'attvalue').filter((v) => attribute(v, 'for') === 'type').map((v) => attribute(v, 'value'))).toEqual([attribute(e, 'kind')]);
    expect(new Set(edges.map((e) => attribute(e, 'kind'))).size).toBeGreaterThan(3);
  });

  it('a small one, in full', () => {
    const x = byHand({ id: 'a', text: 'نازدار سەردانی سەیران دەکات.', published: '2024-05-10' }, {
      entities: [{ name: 'نازدار', type: 'Person', words: ['نازدار'] }, { name: 'سەیران', type: 'Person', words: ['سەیران'] }],
      events: [{ type: 'Visit', trigger: 'سەردانی', status: 'planned', roles: [['agent', { entity: 0, words: 'نازدار' }], ['target', { entity: 1, words: 'سەیران' }]] }],
    });
    expect(toGraphMl(engine.quads(x), true)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${['label', 'labelEn', 'type', 'kind', 'wikidata', 'article', 'status', 'time', 'confidence', 'foundBy', 'sentence'].map((k) => ` <key id="n_${k}" for="node" attr.name="${k}" attr.type="${k === 'confidence' ? 'double' : 'string'}"/>\n`).join('')}${['label', 'labelEn', 'type'].map((k) => ` <key id="e_${k}" for="edge" attr.name="${k}" attr.type="string"/>\n`).join('')} <key id="n_yed" for="node" yfiles.type="nodegraphics"/>
 <key id="e_yed" for="edge" yfiles.type="edgegraphics"/>
 <graph id="G" edgedefault="directed">
  <node id="https://w3id.org/hewal/kb/entity/person/nazdar"><data key="n_label">نازدار</data><data key="n_type">Person</data><data key="n_kind">entity</data><data key="n_yed"><y:ShapeNode><y:NodeLabel>نازدار</y:NodeLabel></y:ShapeNode></data></node>
  <node id="https://w3id.org/hewal/kb/entity/person/seiran"><data key="n_label">سەیران</data><data key="n_type">Person</data><data key="n_kind">entity</data><data key="n_yed"><y:ShapeNode><y:NodeLabel>سەیران</y:NodeLabel></y:ShapeNode></data></node>
  <edge id="https://w3id.org/hewal/kb/entity/person/nazdar callsOn https://w3id.org/hewal/kb/entity/person/seiran" source="https://w3id.org/hewal/kb/entity/person/nazdar" target="https://w3id.org/hewal/kb/entity/person/seiran"><data key="e_label">سەردانی لایەنێک دەکات</data><data key="e_labelEn">calls on</data><data key="e_type">callsOn</data><data key="e_yed"><y:PolyLineEdge><y:Arrows source="none" target="standard"/><y:EdgeLabel>سەردانی لایەنێک دەکات</y:EdgeLabel></y:PolyLineEdge></data></edge>
 </graph>
</graphml>
`);
    expect(JSON.parse(toCytoscape(engine.quads(x), false))).toEqual({
      format_version: '1.0', generated_by: 'hewal', target_cytoscapejs_version: '~2.1', data: { name: 'hewal' },
      elements: {
        nodes: [
          { data: { id: 'https://w3id.org/hewal/kb/entity/person/nazdar', name: 'نازدار', label: 'نازدار', type: 'Person', kind: 'entity' }, classes: 'entity Person' },
          { data: { id: 'https://w3id.org/hewal/kb/entity/person/seiran', name: 'سەیران', label: 'سەیران', type: 'Person', kind: 'entity' }, classes: 'entity Person' },
          {
            data: {
              id: 'https://w3id.org/hewal/kb/article/a/event/1-visit', name: 'سەردانی', label: 'سەردانی', labelEn: 'visit', type: 'Visit', kind: 'event', article: 'https://w3id.org/hewal/kb/article/a',
              status: 'planned', confidence: 0.5, foundBy: 'https://w3id.org/hewal/rule/test.rule', sentence: 'نازدار سەردانی سەیران دەکات.',
            }, classes: 'event Visit',
          },
        ],
        edges: ['visited seiran', 'visitor nazdar'].map((e) => {
          const [role, who] = e.split(' ') as [Term, string];
          const source = 'https://w3id.org/hewal/kb/article/a/event/1-visit', target = `https://w3id.org/hewal/kb/entity/person/${who}`;
          return { data: { id: `${source} ${role} ${target}`, source, target, name: expect.any(String) as string, label: expect.any(String) as string, labelEn: role === 'visitor' ? 'visitor' : 'visited party', type: role, kind: 'edge', interaction: role }, classes: `edge ${role}` };
        }),
      },
    });
  });

  it('an entity has its Wikidata id, an event its article and confidence', () => {
    const { nodes } = toNetwork(QUADS, false);
    expect(nodes.find((n) => n.attributes.labelEn === 'Joe Biden')?.attributes).toMatchObject({ type: 'Person', kind: 'entity', wikidata: 'Q6279' });
    for (const { attributes: a } of nodes.filter((n) => n.attributes.kind === 'event')) {
      expect(a.article).toMatch(/^https:\/\/w3id\.org\/hewal\/kb\/article\/[a-z]+$/);
      expect(a.confidence).toBeGreaterThan(0);
    }
  });

  it('what XML forbids is left out of text and written in full in identifiers', () => {
    expect(xmlText('a\u0000\u000B\uFFFE\uD800b\n\t\u0085😀')).toBe('ab\n\t\u0085😀');
    expect(xmlId('a\u0001b\uFFFF')).toBe('a%01b%FFFF');
  });
});

/** The terms of VoID: https://www.w3.org/TR/void/#app-a and the schema at http://vocab.deri.ie/void. */
const VOID = ['Dataset', 'DatasetDescription', 'Linkset', 'TechnicalFeature', 'class', 'classPartition', 'classes', 'dataDump', 'distinctObjects', 'distinctSubjects', 'documents', 'entities', 'exampleResource', 'feature', 'inDataset',
  'linkPredicate', 'objectsTarget', 'openSearchDescription', 'properties', 'property', 'propertyPartition', 'rootResource', 'sparqlEndpoint', 'subjectsTarget', 'subset', 'target', 'triples', 'uriLookupEndpoint', 'uriRegexPattern', 'uriSpace', 'vocabulary'];
const V = 'http://rdfs.org/ns/void#', DCT = 'http://purl.org/dc/terms/', DCAT = 'http://www.w3.org/ns/dcat#';
const BASE = engine.mint.base, DATASET = `${BASE}void#dataset`;
const FILES: readonly Distribution[] = [{ format: 'ttl', file: 'graph.ttl', title: 'Turtle', mediaType: 'text/turtle', feature: 'Turtle' }, { format: 'events-csv', file: 'events.csv', title: 'Events', mediaType: 'text/csv' }];

describe('the description of the data set', async () => {
  const text = await describeDataset(QUADS, { base: BASE, version: '1.2.3', license: 'https://example.org/license', distributions: FILES });
  const quads = new Parser({ baseIRI: 'https://example.org/files/void.ttl' }).parse(text);
  const of = (s: string, p: string): string[] => quads.filter((q) => q.subject.value === s && q.predicate.value === p).map((q) => q.object.value);
  const union = [...new Map(QUADS.map((q) => [`${q.subject.id} ${q.predicate.id} ${q.object.id}`, q])).values()];

  it('counts what is there', () => {
    const count = (p: string): number[] => of(DATASET, V + p).map(Number);
    expect(count('triples')).toEqual([union.length]);
    expect(count('distinctSubjects')).toEqual([new Set(union.map((q) => q.subject.id)).size]);
    expect(count('distinctObjects')).toEqual([new Set(union.map((q) => q.object.id)).size]);
    expect(count('entities')).toEqual([new Set(union.map((q) => q.subject.value).filter((s) => new RegExp(of(DATASET, `${V}uriRegexPattern`)[0] as string).test(s))).size]);
    const partition = (kind: string, value: string): [string, number][] => of(DATASET, `${V}${kind}Partition`).map((n) => [of(n, V + kind)[0] as string, Number(of(n, V + value)[0])]);
    const by = (key: (q: Quad) => string | undefined): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const q of union) {
        const k = key(q);
        if (k !== undefined) counts[k] = (counts[k] ?? 0) + 1;
      }
      return counts;
    };
    expect(Object.fromEntries(partition('property', 'triples'))).toEqual(by((q) => q.predicate.value));
    expect(Object.fromEntries(partition('class', 'entities'))).toEqual(by((q) => (q.predicate.value === RDF_TYPE ? q.object.value : undefined)));
    expect(count('properties')).toEqual([partition('property', 'triples').length]);
    expect(count('classes')).toEqual([partition('class', 'entities').length]);
    const links = of(DATASET, `${V}subset`)[0] as string;
    expect(of(links, `${V}triples`)).toEqual([String(union.filter((q) => q.object.value.startsWith('http://www.wikidata.org/entity/')).length)]);
    for (const e of of(DATASET, `${V}exampleResource`)) expect(union.some((q) => q.subject.value === e)).toBe(true);
  });

  it('says when without a clock', () => {
    expect(of(DATASET, `${DCT}modified`)).toEqual(['2024-05-12']);
    const period = of(DATASET, `${DCT}temporal`)[0] as string;
    expect([of(period, `${DCAT}startDate`), of(period, `${DCAT}endDate`)]).toEqual([['2021-07-15'], ['2024-05-12']]);
  });

  it('names its files where they are, its licence and its title', async () => {
    expect(of(DATASET, `${V}dataDump`)).toEqual(['https://example.org/files/graph.ttl']);
    expect(of(DATASET, `${DCAT}distribution`).flatMap((d) => of(d, `${DCAT}downloadURL`))).toEqual(['https://example.org/files/events.csv', 'https://example.org/files/graph.ttl']);
    expect(of(DATASET, `${DCT}license`)).toEqual(['https://example.org/license']);
    expect(quads.filter((q) => q.predicate.value === `${DCT}title` && q.subject.value === DATASET).map((q) => (q.object.termType === 'Literal' ? q.object.language : '')).sort()).toEqual(['ckb', 'en']);
    const own = await describeDataset(QUADS, { base: BASE, title: 'هەواڵ "1" \\ <x>\n.' });
    expect(new Parser().parse(own).filter((q) => q.predicate.value === `${DCT}title`).map((q) => q.object.value)).toEqual(['هەواڵ "1" \\ <x>\n.']);
    expect(own).not.toMatch(/license/);
    await expect(describeDataset(QUADS, { base: BASE, license: 'https://x.org/> <urn:a' })).rejects.toThrow('no http(s) IRI');
    await expect(describeDataset(QUADS, { base: 'kb' })).rejects.toThrow('not an http(s) IRI');
    const named = await describeDataset(QUADS, { base: BASE.slice(0, -1), distributions: [{ format: 'x', file: 'a b/c:d>#?.ttl', title: 'X' }] });
    expect(named).toContain('dcat:downloadURL <a%20b/c%3Ad%3E%23%3F.ttl>');
  });

  it('uses terms of VoID that there are, no blank node, and satisfies its shape', async () => {
    for (const q of quads) {
      expect([q.subject.termType, q.object.termType]).not.toContain('BlankNode');
      for (const term of [q.predicate, q.object]) if (term.value.startsWith(V)) expect(VOID).toContain(term.value.slice(V.length));
    }
    const shapes = new Parser().parse(`
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix void: <${V}> . @prefix dcterms: <${DCT}> . @prefix dcat: <${DCAT}> . @prefix xsd: <${XSD}> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      <urn:d> a sh:NodeShape ; sh:targetClass dcat:Dataset ;
        sh:property [ sh:path void:triples ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] , [ sh:path void:distinctSubjects ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] ,
          [ sh:path dcterms:title ; sh:minCount 1 ; sh:uniqueLang true ] , [ sh:path dcterms:description ; sh:minCount 1 ; sh:uniqueLang true ] , [ sh:path dcterms:modified ; sh:maxCount 1 ; sh:datatype xsd:date ] ,
          [ sh:path dcterms:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path dcterms:temporal ; sh:class dcterms:PeriodOfTime ] , [ sh:path dcat:distribution ; sh:class dcat:Distribution ] ,
          [ sh:path void:subset ; sh:class void:Linkset ] , [ sh:path void:vocabulary ; sh:minCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path prov:wasGeneratedBy ; sh:minCount 1 ; sh:class prov:Activity ] , [ sh:path [ sh:inversePath foaf:primaryTopic ] ; sh:minCount 1 ] .
      <urn:l> a sh:NodeShape ; sh:targetClass void:Linkset ; sh:property [ sh:path void:subjectsTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:class void:Dataset ] , [ sh:path void:objectsTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:class void:Dataset ] , [ sh:path void:linkPredicate ; sh:minCount 1 ] .
      <urn:x> a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:property [ sh:path dcat:downloadURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] , [ sh:path dcat:mediaType ; sh:nodeKind sh:IRI ] .
      <urn:p> a sh:NodeShape ; sh:targetClass dcterms:PeriodOfTime ; sh:property [ sh:path dcat:startDate ; sh:minCount 1 ; sh:lessThanOrEquals dcat:endDate ] .`);
    expect(await validate(quads, shapes, [])).toEqual([]);
    expect(await validate(quads.filter((q) => q.predicate.value !== `${V}triples` && q.predicate.value !== `${DCAT}downloadURL`), shapes, [])).not.toEqual([]);
  });

  it('bytes do not depend on the order of statements; classes that are not ours do no harm', async () => {
    const options = { base: BASE, version: '1.2.3', license: 'https://example.org/license', distributions: FILES };
    expect(await describeDataset(shuffled(QUADS), options)).toBe(text);
    const foreign = await describeDataset([quad(namedNode('urn:a'), namedNode('urn:p'), literal('x')), quad(namedNode('urn:a'), namedNode(RDF_TYPE), namedNode('https://example.org/a#b/c%20ی'))], { base: 'https://example.org/a+b/' });
    expect(() => new Parser().parse(foreign)).not.toThrow();
    expect(new Parser().parse(await describeDataset([], { base: BASE })).some((q) => q.predicate.value === `${V}triples` && q.object.value === '0')).toBe(true);
  });

  it('different values are counted on the disk as in memory', async () => {
    const distinct = createDistinct();
    for (const v of ['a', 'b', 'a', 'a\nb', 'a\u000bb', 'a\nb', '"a"', '']) distinct.add(v);
    expect(await distinct.count()).toBe(6);
    distinct.close();
  });
});
