import { DataFactory, type NamedNode, type Quad } from 'n3';
import type { Extraction } from '../extract/index.js';
import { codePoints } from '../formats/annotations.js';
import { RELATION_SHAPE } from '../model/relations.js';
import type { Entity, RoleFill } from '../model/types.js';
import type { Span } from '../model/span.js';
import { DIRECT, news, ROLE_PROPERTIES, TERMS, type EventType, type Term } from '../model/vocabulary.js';
import { RULE_BASE, safeHttpIri, type Minter } from './iris.js';
import { dayExists, timeLiteral } from './times.js';

const { namedNode, quad } = DataFactory;
/** Literals hold Unicode scalar values only: a lone surrogate becomes U+FFFD, one character for one. */
const literal = (text: string, kind?: Parameters<typeof DataFactory.literal>[1]) => DataFactory.literal(text.toWellFormed(), kind);
const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const RDFS_LABEL = namedNode('http://www.w3.org/2000/01/rdf-schema#label');
const SKOS_ALT = namedNode('http://www.w3.org/2004/02/skos/core#altLabel');
const SAME_AS = namedNode('http://www.w3.org/2002/07/owl#sameAs');
const SCHEMA_URL = namedNode('https://schema.org/url');
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const xsd = (t: string) => namedNode(XSD + t);
const DECIMAL = xsd('decimal'), INTEGER = xsd('integer'), DATE = xsd('date');
/** The terms of the ontology, one node each: an article names them hundreds of times. */
const NODES = new Map(TERMS.map((term) => [term, namedNode(news(term))]));
const t = (term: Term): NamedNode => NODES.get(term) as NamedNode;

const PASSAGE = t('Passage'), QUOTE = t('quote'), START = t('start'), END = t('end'), IN_ARTICLE = t('inArticle'), NUMBER = xsd('nonNegativeInteger');
const ARTICLE = t('Article'), TITLE = t('title'), PUBLISHER = t('publisher'), PUBLISHED = t('published'), DENOTES = t('denotes'), REPORTS = t('reports'), STATUS = t('status'), FOUND_BY = t('foundBy'), CONFIDENCE = t('confidence'), TRIGGER = t('trigger'), EVIDENCE = t('evidence'), SOURCE = t('source'), TIME = t('time'), COUNT = t('count'), POST = t('post');

/** xsd:decimal has a point and no exponent. */
const decimal = (n: number): string => n.toFixed(2);

export type { Quad } from 'n3';

/** What a name list knows of an entry, for labels and identity. */
export interface KnownName {
  readonly name: string;
  readonly english: string;
  readonly wikidata: string;
}

const SPAN_PROPERTY: Readonly<Partial<Record<RoleFill['role'], Term>>> = { time: 'timePassage', count: 'countPassage' };

/** All quads of one article, in its own named graph. Deterministic; no blank nodes. */
export function articleQuads(x: Extraction, mint: Minter, known: (id: string) => KnownName | undefined): Quad[] {
  const { article } = x;
  const graph = namedNode(mint.article(article.id));
  const out: Quad[] = [];
  const add = (s: Quad['subject'], p: Quad['predicate'], o: Quad['object']): void => void out.push(quad(s, p, o, graph));
  /** Adds what one of these quads, of the same subject, may have said before. */
  const addOnce = (said: Quad[], s: Quad['subject'], p: Quad['predicate'], o: Quad['object']): void => {
    for (const q of said) if (q.predicate === p && q.object.id === o.id) return;
    add(s, p, o);
    said.push(out[out.length - 1] as Quad);
  };
  const cp = codePoints(article.text);
  const passages = new Map<number, NamedNode>();
  const passage = (span: Span): NamedNode => {
    const start = cp(span.start), end = cp(span.end);
    const key = start * (article.text.length + 1) + end;
    const known = passages.get(key);
    if (known) return known;
    const node = namedNode(mint.passage(article.id, start, end));
    passages.set(key, node);
    out.push(
      quad(node, RDF_TYPE, PASSAGE, graph), quad(node, QUOTE, literal(article.text.slice(span.start, span.end)), graph),
      quad(node, START, literal(String(start), NUMBER), graph), quad(node, END, literal(String(end), NUMBER), graph), quad(node, IN_ARTICLE, graph, graph),
    );
    return node;
  };

  add(graph, RDF_TYPE, ARTICLE);
  if (article.title) add(graph, TITLE, literal(article.title));
  if (article.publisher) add(graph, PUBLISHER, literal(article.publisher));
  if (article.published && dayExists(article.published)) add(graph, PUBLISHED, literal(article.published, DATE));
  const url = safeHttpIri(article.url);
  if (url) add(graph, SCHEMA_URL, namedNode(url));

  const nodes = new Map([...entityIris(x, mint)].map(([id, iri]) => [id, namedNode(iri)]));
  for (const e of x.entities) {
    const node = nodes.get(e.id);
    if (!node) continue;
    const entry = e.known ? known(e.known) : undefined;
    add(node, RDF_TYPE, t(e.type));
    const labels = labelsOf(e, entry);
    for (const [language, label] of Object.entries(labels)) add(node, RDFS_LABEL, literal(label, language));
    const names: Quad[] = [];
    for (const name of new Set(e.mentions.map((m) => m.name))) if (name !== labels['ckb']) addOnce(names, node, SKOS_ALT, literal(name, 'ckb'));
    if (entry && /^Q[1-9]\d*$/.test(entry.wikidata)) add(node, SAME_AS, namedNode(`http://www.wikidata.org/entity/${entry.wikidata}`));
    const denoting = new Set<NamedNode>();
    for (const m of e.mentions) {
      const words = passage(m.span);
      if (!denoting.has(words)) add(words, DENOTES, node);
      denoting.add(words);
    }
  }

  const direct = new Map<Quad['subject'], Quad[]>();
  const addDirect = (s: Quad['subject'], p: Quad['predicate'], o: Quad['object']): void => {
    const said = direct.get(s) ?? [];
    direct.set(s, said);
    addOnce(said, s, p, o);
  };
  x.events.forEach((e, n) => {
    const node = namedNode(mint.event(article.id, e, numberOf(e.id) ?? n + 1));
    const own = ROLE_PROPERTIES[e.type];
    const said: Quad[] = [];
    add(graph, REPORTS, node);
    add(node, RDF_TYPE, t(e.type));
    add(node, STATUS, t(e.status));
    add(node, FOUND_BY, namedNode(RULE_BASE + e.foundBy));
    add(node, CONFIDENCE, literal(decimal(e.confidence), DECIMAL));
    add(node, TRIGGER, passage(e.trigger));
    add(node, EVIDENCE, passage(e.sentence));
    const source = e.source ? nodes.get(e.source) : undefined;
    if (source) add(node, SOURCE, source);
    const fills: { property: Term; node: Quad['object'] }[] = [];
    for (const r of e.roles) {
      const property = own[r.role] ?? (r.role as Term);
      const entity = r.entity ? nodes.get(r.entity) : undefined;
      if (entity) {
        addOnce(said, node, t(property), entity);
        fills.push({ property, node: entity });
        if (r.span) addOnce(said, node, t(r.certainty === 'implied' || !(e.sentence.start <= r.span.start && r.span.end <= e.sentence.end) ? 'impliedBy' : 'mention'), passage(r.span));
      } else if (r.span) {
        const words = passage(r.span);
        addOnce(said, node, t(SPAN_PROPERTY[r.role] ?? property), words);
        if (r.role === 'topic') fills.push({ property, node: words });
        if (r.role === 'time' && r.value) {
          const time = timeLiteral(r.value);
          if (time) addOnce(said, node, TIME, time);
        }
        if (r.role === 'count' && r.value && /^\d+$/.test(r.value)) addOnce(said, node, COUNT, literal(r.value, INTEGER));
      }
    }
    if (e.status === 'asserted' || e.status === 'planned') for (const [s, p, o] of directFacts(e.type, fills)) addDirect(s as Quad['subject'], t(p), o);
  });

  x.relations.forEach((r, n) => {
    const shape = RELATION_SHAPE[r.type];
    const subject = nodes.get(r.subject), object = nodes.get(r.object);
    if (!subject || !object || subject.value === object.value) return;
    const node = namedNode(mint.relation(article.id, r, numberOf(r.id) ?? n + 1));
    add(graph, REPORTS, node);
    add(node, RDF_TYPE, t(shape.type));
    add(node, t(shape.subject), subject);
    add(node, t(shape.object), object);
    if (r.title && r.type === 'position') add(node, POST, passage(r.title));
    add(node, FOUND_BY, namedNode(RULE_BASE + r.foundBy));
    add(node, CONFIDENCE, literal(decimal(r.confidence), DECIMAL));
    add(node, EVIDENCE, passage(r.sentence));
    addDirect(subject, t(shape.direct), object);
  });
  return out;
}

/** The number of an event or relation in its article: what is left out beside it does not change its IRI. */
const numberOf = (id: string): number | undefined => (/^[vr]\d+$/.test(id) ? Number(id.slice(1)) : undefined);

/** The labels of a thing in one article, by language. */
export const labelsOf = (e: Entity, entry: KnownName | undefined): Record<string, string> => ({ ckb: (entry?.name || e.name).toWellFormed(), ...(entry?.english ? { en: entry.english } : {}) });

/**
 * The IRI of each entity of an article, by its id there; two different things never share one. The second of one name gets an IRI of its own under the
 * article, where no other article can mean another thing by it.
 */
export function entityIris(x: Extraction, mint: Minter): Map<string, string> {
  const taken = new Set<string>();
  const iris = new Map<string, string>();
  for (const e of x.entities) {
    let iri = e.iri ?? mint.entity(e, x.article.id);
    if (taken.has(iri)) {
      const own = mint.entity({ id: e.id, type: e.type, name: e.name, mentions: e.mentions, local: true }, x.article.id);
      iri = own;
      for (let n = 2; taken.has(iri); n++) iri = `${own}-${n}`;
    }
    taken.add(iri);
    iris.set(e.id, iri);
  }
  return iris;
}

/** The short forms that the ontology declares for an event of this type with these fillers. */
export function directFacts(type: EventType, fills: readonly { readonly property: Term; readonly node: Quad['object'] }[]): (readonly [Quad['object'], Term, Quad['object']])[] {
  const out: (readonly [Quad['object'], Term, Quad['object']])[] = [];
  for (const d of DIRECT) {
    if (d.of !== type) continue;
    for (const a of fills) for (const b of fills) {
      if (a.property === d.from && b.property === d.to && a.node.value !== b.node.value) out.push([a.node, d.property, b.node]);
    }
  }
  return out;
}
