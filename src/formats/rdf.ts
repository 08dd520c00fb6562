import { Writer, type Quad } from 'n3';
import { NEWS } from '../model/vocabulary.js';
import { RULE_BASE } from '../graph/iris.js';

/** Prefixes of every Turtle and TriG file that hewal writes. */
export const prefixes = (base: string): Record<string, string> => ({
  news: NEWS,
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'https://schema.org/',
  wd: 'http://www.wikidata.org/entity/',
  rule: RULE_BASE,
  person: `${base}entity/person/`,
  org: `${base}entity/organization/`,
  place: `${base}entity/place/`,
  group: `${base}entity/group/`,
  work: `${base}entity/work/`,
});

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Articles, then entities, events, relations and passages; each kind by IRI, events by number, passages by where they stand. One key, one IRI. */
function rank(iri: string): string {
  const m = /#char=(\d+),(\d+)$/.exec(iri);
  if (m) return `4${iri.slice(0, m.index)}\u0000${(m[1] ?? '').padStart(9, '0')}${(m[2] ?? '').padStart(9, '0')}\u0000${iri}`;
  const n = /\/(event|relation)\/(\d+)-[^/]*$/.exec(iri);
  if (n) return `${n[1] === 'event' ? 2 : 3}${iri.slice(0, n.index)}\u0000${(n[2] ?? '').padStart(6, '0')}\u0000${iri}`;
  return `${iri.includes('/entity/') ? 1 : 0}${iri}`;
}
const predicateRank = (p: string): string => (p === RDF_TYPE ? '0' : p.startsWith('http://www.w3.org/2000/01/rdf-schema#') ? `1${p}` : `2${p}`);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Quads in the one order in which they are written; the same set always gives the same sequence. Duplicates go. */
export function sorted(quads: readonly Quad[], withGraph: boolean): Quad[] {
  const keyed = quads.map((q) => ({ q, key: `${withGraph ? q.graph.value : ''}\u0001${rank(q.subject.value)}\u0001${predicateRank(q.predicate.value)}\u0001${objectKey(q)}` }));
  keyed.sort((a, b) => compare(a.key, b.key));
  return keyed.filter((k, i) => i === 0 || k.key !== keyed[i - 1]?.key).map((k) => k.q);
}

const objectKey = (q: Quad): string => (q.object.termType === 'NamedNode' ? rank(q.object.value) : `9${q.object.id}`);

function write(quads: readonly Quad[], options: { format: string; prefixes?: Record<string, string> }, withGraph: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const writer = new Writer(options);
    for (const q of quads) {
      if (withGraph) writer.addQuad(q);
      else writer.addQuad(q.subject, q.predicate, q.object);
    }
    writer.end((error, result: string) => (error ? reject(error) : resolve(result)));
  });
}

/** Turtle of the union of all graphs: sorted, prefixed, grouped by subject. */
export const toTurtle = (quads: readonly Quad[], base: string): Promise<string> => write(sorted(quads, false), { format: 'text/turtle', prefixes: prefixes(base) }, false);

/** TriG: one named graph an article. */
export const toTrig = (quads: readonly Quad[], base: string): Promise<string> => write(sorted(quads, true), { format: 'application/trig', prefixes: prefixes(base) }, true);

export const toNQuads = (quads: readonly Quad[]): Promise<string> => write(sorted(quads, true), { format: 'application/n-quads' }, true);
