import { DataFactory, Writer, type Quad } from 'n3';
import { rootOf } from '../../graph/iris.js';
import { NEWS } from '../../model/vocabulary.js';
import { sorted } from '../rdf.js';
import { licenseIri } from './license.js';
import { statisticsOf, type Statistics } from './statistics.js';

const { namedNode, literal, quad } = DataFactory;
const PREFIXES = {
  void: 'http://rdfs.org/ns/void#', dcat: 'http://www.w3.org/ns/dcat#', dcterms: 'http://purl.org/dc/terms/', prov: 'http://www.w3.org/ns/prov#', foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', owl: 'http://www.w3.org/2002/07/owl#', skos: 'http://www.w3.org/2004/02/skos/core#', xsd: 'http://www.w3.org/2001/XMLSchema#', schema: 'https://schema.org/', news: NEWS,
} as const;
/** A term of one of them, written prefix:name. */
const t = (name: string) => {
  const [prefix, local] = name.split(':') as [keyof typeof PREFIXES, string];
  return namedNode(PREFIXES[prefix] + local);
};

/** A file beside the description. */
export interface Distribution {
  /** A name for it in the description: letters, digits and hyphens. */
  readonly format: string;
  /** The file's name: the description says where it is relative to itself. */
  readonly file: string;
  readonly title: string;
  /** As registered with IANA; undefined where none is. */
  readonly mediaType?: string;
  /** The IRI of the format among https://www.w3.org/ns/formats/, for RDF. */
  readonly feature?: string;
}

export interface DatasetOptions {
  /** The IRI under which the graph's entities and articles are named. */
  readonly base: string;
  readonly title?: string | undefined;
  /** The IRI of a licence; nothing is said of one where none is given. */
  readonly license?: string | undefined;
  readonly version?: string | undefined;
  readonly distributions?: readonly Distribution[];
}

const TITLE = { en: 'Knowledge graph of Central Kurdish news', ckb: 'گرافی زانیاریی هەواڵی کوردیی ناوەندی' };
const DESCRIPTION = {
  en: 'Who met whom, who said what, where and when, and who says so: events and relations read from news in Central Kurdish (Sorani), each with the words that tell it.',
  ckb: 'کێ کێی بینی، کێ چی گوت، لە کوێ و کەی، و کێ وا دەڵێت: ڕووداو و پەیوەندییەکانی هەواڵی کوردیی ناوەندی (سۆرانی)، هەریەکەیان لەگەڵ ئەو وشانەی کە دەیڵێن.',
};

/**
 * A description of the graph in VoID (W3C Interest Group Note, 3 March 2011), DCAT 3 and PROV-O. It holds no clock: `dcterms:modified` is the newest article's date of
 * publication. No blank nodes; the only relative IRIs are those of the files beside it. Throws a `UserError` where base or licence is no http(s) IRI.
 */
export async function datasetTurtle(statistics: Statistics, given: DatasetOptions): Promise<string> {
  const options = { ...given, base: rootOf(given.base) };
  const quads = [...described(statistics, options), ...distributions(options)];
  const writer = new Writer({ format: 'text/turtle', prefixes: PREFIXES });
  for (const q of sorted(quads, false)) writer.addQuad(q);
  return new Promise((resolve, reject) => writer.end((error, text: string) => (error ? reject(error) : resolve(text))));
}

/** The same of quads in any order. */
export const describeDataset = async (quads: readonly Quad[], options: DatasetOptions): Promise<string> => datasetTurtle(await statisticsOf(sorted(quads, false), rootOf(options.base)), options);

const number = (n: number) => literal(String(n), t('xsd:integer'));
const day = (d: string) => literal(d, t('xsd:date'));
const both = (texts: { readonly en: string; readonly ckb: string }) => [literal(texts.en, 'en'), literal(texts.ckb, 'ckb')];
const doc = (base: string): string => `${base}void`;
const part = (base: string, name: string) => namedNode(`${doc(base)}#${name}`);

function described(n: Statistics, o: DatasetOptions): Quad[] {
  const out: Quad[] = [];
  const dataset = part(o.base, 'dataset'), links = part(o.base, 'wikidata-links'), wikidata = part(o.base, 'wikidata'), period = part(o.base, 'temporal'), activity = part(o.base, 'build');
  const agent = namedNode('https://w3id.org/hewal');
  const say = (s: Quad['subject'], p: string, ...objects: Quad['object'][]): void => void out.push(...objects.map((x) => quad(s, t(p), x)));
  say(namedNode(doc(o.base)), 'rdf:type', t('void:DatasetDescription'));
  say(namedNode(doc(o.base)), 'foaf:primaryTopic', dataset);
  say(dataset, 'rdf:type', t('void:Dataset'), t('dcat:Dataset'), t('prov:Entity'));
  say(dataset, 'dcterms:title', ...(o.title === undefined ? both(TITLE) : [literal(o.title.toWellFormed())]));
  say(dataset, 'dcterms:description', ...both(DESCRIPTION));
  say(dataset, 'dcterms:language', namedNode('http://lexvo.org/id/iso639-3/ckb'));
  say(dataset, 'dcterms:conformsTo', namedNode(NEWS.slice(0, -1)));
  if (o.license !== undefined) say(dataset, 'dcterms:license', namedNode(licenseIri(o.license)));
  if (n.newest !== undefined) say(dataset, 'dcterms:modified', day(n.newest));
  if (n.days) {
    say(dataset, 'dcterms:temporal', period);
    say(period, 'rdf:type', t('dcterms:PeriodOfTime'));
    say(period, 'dcat:startDate', day(n.days.start));
    say(period, 'dcat:endDate', day(n.days.end));
  }
  say(dataset, 'prov:wasGeneratedBy', activity);
  say(activity, 'rdf:type', t('prov:Activity'));
  say(activity, 'prov:wasAssociatedWith', agent);
  say(agent, 'rdf:type', t('prov:SoftwareAgent'));
  say(agent, 'rdfs:label', literal('hewal'));
  if (o.version !== undefined) say(agent, 'schema:softwareVersion', literal(o.version));

  say(dataset, 'void:triples', number(n.triples));
  say(dataset, 'void:distinctSubjects', number(n.subjects));
  say(dataset, 'void:distinctObjects', number(n.objects));
  say(dataset, 'void:entities', number(n.entities));
  say(dataset, 'void:uriRegexPattern', literal(`^${o.base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}entity/`));
  say(dataset, 'void:uriSpace', literal(o.base));
  say(dataset, 'void:classes', number(n.classes.length));
  say(dataset, 'void:properties', number(n.properties.length));
  say(dataset, 'void:vocabulary', ...vocabularies(n));
  say(dataset, 'void:exampleResource', ...n.examples.map((e) => namedNode(e)));
  for (const [kind, list, of, count] of [['class', n.classes, 'void:class', 'void:entities'], ['property', n.properties, 'void:property', 'void:triples']] as const) {
    for (const [iri, size] of list) {
      const node = part(o.base, `${kind}-${named(iri)}`);
      say(dataset, `void:${kind}Partition`, node);
      say(node, 'rdf:type', t('void:Dataset'));
      say(node, of, namedNode(iri));
      say(node, count, number(size));
    }
  }
  if (n.wikidata > 0) {
    say(dataset, 'void:subset', links);
    say(links, 'rdf:type', t('void:Linkset'));
    say(links, 'void:linkPredicate', t('owl:sameAs'));
    say(links, 'void:subjectsTarget', dataset);
    say(links, 'void:objectsTarget', wikidata);
    say(links, 'void:triples', number(n.wikidata));
    say(wikidata, 'rdf:type', t('void:Dataset'));
    say(wikidata, 'foaf:homepage', namedNode('https://www.wikidata.org/'));
    say(wikidata, 'void:uriSpace', literal('http://www.wikidata.org/entity/'));
  }
  return out;
}

function distributions(o: DatasetOptions): Quad[] {
  return (o.distributions ?? []).flatMap((d) => {
    const dataset = part(o.base, 'dataset'), node = part(o.base, `distribution-${encodeURIComponent(d.format)}`), file = namedNode(d.file.toWellFormed().split('/').map(encodeURIComponent).join('/'));
    return [
      quad(dataset, t('dcat:distribution'), node), quad(node, t('rdf:type'), t('dcat:Distribution')), quad(node, t('dcterms:title'), literal(d.title, 'en')), quad(node, t('dcat:downloadURL'), file),
      ...(d.mediaType === undefined ? [] : [quad(node, t('dcat:mediaType'), namedNode(`https://www.iana.org/assignments/media-types/${d.mediaType}`))]),
      ...(d.feature === undefined ? [] : [quad(dataset, t('void:dataDump'), file), quad(dataset, t('void:feature'), namedNode(`http://www.w3.org/ns/formats/${d.feature}`))]),
    ];
  });
}

/** The namespaces of the classes and properties in use: what stands before the last # or /. */
const vocabularies = (n: Statistics) => [...new Set([...n.classes, ...n.properties].map(([iri]) => iri.replace(/[^#/]*$/, '')))].filter((iri) => iri !== '').map((iri) => namedNode(iri));

/** A name for a class or property in a fragment: prefix-name where the prefix is known, else the whole IRI, percent-encoded. */
function named(iri: string): string {
  const known = Object.entries(PREFIXES).find(([, ns]) => iri.startsWith(ns) && /^\w+$/.test(iri.slice(ns.length)));
  return known ? `${known[0]}-${iri.slice(known[1].length)}` : encodeURIComponent(iri.toWellFormed());
}
