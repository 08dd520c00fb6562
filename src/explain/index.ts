import type { Quad } from 'n3';
import { SHORT_FORMS } from '../model/relations.js';
import { NEWS, news, type Term } from '../model/vocabulary.js';

const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const ALT = 'http://www.w3.org/2004/02/skos/core#altLabel';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** A passage of an article, with where it stands (code points). */
export interface Words {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** Why a direct fact is in the graph: one event (or relation) that states it. */
export interface Explanation {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly event: string;
  readonly type: string;
  readonly status: string;
  readonly rule: string;
  readonly source: string | undefined;
  readonly article: string;
  readonly sentence: Words | undefined;
  readonly trigger: Words | undefined;
  /** The words that name who takes part: in the sentence, or elsewhere in the article (implied). */
  readonly mentions: readonly (Words & { readonly implied: boolean })[];
}

/** A graph arranged for questions about single facts. */
export interface Index {
  readonly out: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly labels: ReadonlyMap<string, readonly string[]>;
  readonly quads: readonly Quad[];
}

export function indexGraph(quads: readonly Quad[]): Index {
  const out = new Map<string, Map<string, string[]>>();
  const labels = new Map<string, string[]>();
  for (const q of quads) {
    const own = out.get(q.subject.value) ?? new Map<string, string[]>();
    out.set(q.subject.value, own);
    const values = own.get(q.predicate.value) ?? [];
    own.set(q.predicate.value, values);
    if (!values.includes(q.object.value)) values.push(q.object.value);
    if (q.predicate.value === LABEL || q.predicate.value === ALT) {
      const key = q.object.value.toLowerCase();
      const list = labels.get(key) ?? [];
      if (!list.includes(q.subject.value)) labels.set(key, [...list, q.subject.value]);
    }
  }
  return { out, labels, quads };
}

const first = (index: Index, s: string, term: Term): string | undefined => index.out.get(s)?.get(news(term))?.[0];

function words(index: Index, passage: string | undefined): Words | undefined {
  if (passage === undefined) return undefined;
  const quote = first(index, passage, 'quote');
  return quote === undefined ? undefined : { quote, start: Number(first(index, passage, 'start')), end: Number(first(index, passage, 'end')) };
}

/** All explanations of the direct facts that the graph states and that match; undefined terms match anything. What was denied or is only possible explains nothing. */
export function explain(index: Index, subject: string | undefined, property: Term, object: string | undefined): Explanation[] {
  const d = SHORT_FORMS.find((x) => x.property === property);
  if (!d) return [];
  const found: Explanation[] = [];
  for (const [node, own] of index.out) {
    if (!own.get(RDF_TYPE)?.includes(news(d.of)) || own.get(news('status'))?.some((x) => x === news('negated') || x === news('possible'))) continue;
    for (const s of own.get(news(d.from)) ?? []) for (const o of own.get(news(d.to)) ?? []) {
      if (s === o || !index.out.get(s)?.get(news(property))?.includes(o) || (subject !== undefined && s !== subject) || (object !== undefined && o !== object)) continue;
      found.push(toExplanation(index, node, s, property, o, d.of));
    }
  }
  return found;
}

function toExplanation(index: Index, node: string, s: string, property: Term, o: string, of: Term): Explanation {
  const own = index.out.get(node);
  const about = (passage: string): boolean => (index.out.get(passage)?.get(news('denotes')) ?? []).some((e) => e === s || e === o);
  const mentions = (['mention', 'impliedBy'] as const).flatMap((term) => (own?.get(news(term)) ?? []).filter(about).map((p) => ({ ...(words(index, p) as Words), implied: term === 'impliedBy' })));
  const sentence = own?.get(news('evidence'))?.[0];
  return {
    subject: s, predicate: property, object: o, event: node, type: of,
    status: (first(index, node, 'status') ?? news('asserted')).slice(NEWS.length),
    rule: (first(index, node, 'foundBy') ?? '').replace(/^.*\//, ''),
    source: first(index, node, 'source'), article: sentence?.replace(/#.*$/, '') ?? '',
    sentence: words(index, sentence), trigger: words(index, first(index, node, 'trigger')), mentions,
  };
}

/** The name of a node as a person says it: Kurdish label, else the quoted words, else the IRI. */
export function nameOf(index: Index, iri: string, lang: 'ckb' | 'en' = 'ckb'): string {
  const label = index.quads.find((q) => q.subject.value === iri && q.predicate.value === LABEL && q.object.termType === 'Literal' && q.object.language === lang);
  return label?.object.value ?? index.out.get(iri)?.get(LABEL)?.[0] ?? first(index, iri, 'quote') ?? iri;
}

/** A sentence with words marked; overlapping marks join. */
export function marked(sentence: Words, marks: readonly Words[], open: (s: string) => string): string {
  const chars = Array.from(sentence.quote);
  const on = new Uint8Array(chars.length);
  for (const m of marks) for (let i = Math.max(0, m.start - sentence.start); i < Math.min(chars.length, m.end - sentence.start); i++) on[i] = 1;
  let out = '';
  for (let i = 0; i < chars.length; ) {
    let j = i;
    while (j < chars.length && on[j] === on[i]) j++;
    const piece = chars.slice(i, j).join('');
    out += on[i] ? open(piece) : piece;
    i = j;
  }
  return out;
}
