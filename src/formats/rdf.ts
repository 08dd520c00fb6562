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
export function rank(iri: string): string {
  const m = iri.includes('#char=') && /#char=(\d+),(\d+)$/.exec(iri);
  if (m) return `4${iri.slice(0, m.index)}\u0000${(m[1] ?? '').padStart(9, '0')}${(m[2] ?? '').padStart(9, '0')}\u0000${iri}`;
  const n = (iri.includes('/event/') || iri.includes('/relation/')) && /\/(event|relation)\/(\d+)-[^/]*$/.exec(iri);
  if (n) return `${n[1] === 'event' ? 2 : 3}${iri.slice(0, n.index)}\u0000${(n[2] ?? '').padStart(6, '0')}\u0000${iri}`;
  return `${iri.includes('/entity/') ? 1 : 0}${iri}`;
}
const predicateRank = (p: string): string => (p === RDF_TYPE ? '0' : p.startsWith('http://www.w3.org/2000/01/rdf-schema#') ? `1${p}` : `2${p}`);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Keys hold no end of a line, and are still one only where texts are one. */
const onOneLine = (text: string): string => (/[\n\v]/.test(text) ? text.replace(/[\n\v]/g, (c) => (c === '\n' ? '\v1' : '\v2')) : text);
const subjectKey = (q: Quad): string => rank(q.subject.value);
const predicateKey = (q: Quad): string => predicateRank(q.predicate.value);
const objectKey = (q: Quad): string => (q.object.termType === 'NamedNode' ? rank(q.object.value) : onOneLine(`9${q.object.id}`));

/** Where a triple stands in the one order in which they are written, those of one graph after those of another. Two have one key only if they are one. Holds no end of a line. */
export const orderKey = (q: Quad): string => `${subjectKey(q)}\u0001${predicateKey(q)}\u0001${objectKey(q)}`;

/** A place in a quad: what names the term that stands there, and where that term stands in the order of all. */
interface Place {
  idOf(q: Quad): string;
  keyOf(q: Quad): string;
}
const GRAPH: Place = { idOf: (q) => q.graph.value, keyOf: (q) => q.graph.value };
const SUBJECT: Place = { idOf: (q) => q.subject.id, keyOf: subjectKey };
const PREDICATE: Place = { idOf: (q) => q.predicate.id, keyOf: predicateKey };
const OBJECT: Place = { idOf: (q) => q.object.id, keyOf: objectKey };

/** Quads ordered by the term in one place, as they stood where it is the same. A term's key is made once: an article names most of its terms many times. */
function sortedBy({ idOf, keyOf }: Place, quads: readonly Quad[]): Quad[] {
  const lists = new Map<string, Quad[]>();
  const keyed: { readonly key: string; readonly list: Quad[] }[] = [];
  for (const q of quads) {
    const id = idOf(q), list = lists.get(id);
    if (list) list.push(q);
    else {
      const own = [q];
      lists.set(id, own);
      keyed.push({ key: keyOf(q), list: own });
    }
  }
  if (keyed.length === 1) return [...quads];
  keyed.sort((a, b) => compare(a.key, b.key));
  const out: Quad[] = [];
  for (const { list } of keyed) for (const q of list) out.push(q);
  return out;
}

/** Quads in the one order in which they are written; the same set always gives the same sequence. Duplicates go. */
export function sorted(quads: readonly Quad[], withGraph: boolean): Quad[] {
  const places = withGraph ? [OBJECT, PREDICATE, SUBJECT, GRAPH] : [OBJECT, PREDICATE, SUBJECT];
  const all = places.reduce((list: readonly Quad[], place) => sortedBy(place, list), quads);
  return all.filter((q, i) => {
    const before = all[i - 1];
    return !before || places.some(({ idOf }) => idOf(q) !== idOf(before));
  });
}

/** Quads in the order of `sorted`, in memory or as they come. */
export type Sorted = Iterable<Quad> | AsyncIterable<Quad>;

/** N-Triples, Turtle or TriG without the control characters that writers leave as they are, as their grammars allow: in a terminal they could do something. */
export const withoutControls = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** Characters of a file that are written at a time. */
const PIECE = 64 * 1024;

async function* written(quads: Sorted, options: { format: string; prefixes?: Record<string, string> }, withGraph: boolean): AsyncGenerator<string> {
  let held = '';
  const collect = { write: (piece: string, _: string, done?: () => void) => ((held += piece), done?.()), end: (done?: () => void) => done?.() };
  const writer = new Writer(collect, options);
  for await (const q of quads) {
    if (withGraph) writer.addQuad(q);
    else writer.addQuad(q.subject, q.predicate, q.object);
    if (held.length < PIECE) continue;
    yield held;
    held = '';
  }
  await new Promise<void>((resolve, reject) => writer.end((error) => (error ? reject(error) : resolve())));
  yield held;
}

async function* cleaned(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) yield withoutControls(piece);
}

/** Turtle of triples in order: prefixed, grouped by subject. */
export const turtle = (triples: Sorted, base: string): AsyncGenerator<string> => cleaned(written(triples, { format: 'text/turtle', prefixes: prefixes(base) }, false));
/** TriG of quads in order: one named graph an article. */
export const trig = (quads: Sorted, base: string): AsyncGenerator<string> => cleaned(written(quads, { format: 'application/trig', prefixes: prefixes(base) }, true));
export const nquads = (quads: Sorted): AsyncGenerator<string> => written(quads, { format: 'application/n-quads' }, true);

/** The N-Quads of one graph: what `nquads` writes of it, at once. */
export const quadLines = (quads: readonly Quad[]): string => new Writer({ format: 'application/n-quads' }).quadsToString(sorted(quads, true));

/** All pieces of a text in one. */
export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** Turtle of the union of all graphs. */
export const toTurtle = (quads: readonly Quad[], base: string): Promise<string> => whole(turtle(sorted(quads, false), base));
export const toTrig = (quads: readonly Quad[], base: string): Promise<string> => whole(trig(sorted(quads, true), base));
export const toNQuads = (quads: readonly Quad[]): Promise<string> => whole(nquads(sorted(quads, true)));
