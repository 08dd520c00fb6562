import { NEWS, news } from '../../model/vocabulary.js';
import { daysOf, span, type Days } from '../events/dates.js';
import { WIKIDATA } from '../network.js';
import type { Sorted } from '../rdf.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SAME_AS = 'http://www.w3.org/2002/07/owl#sameAs';

/** Counts different texts. */
export interface Distinct {
  add(text: string): void;
  count(): Promise<number>;
}
/** In memory; `createDistinct` of store/ needs none however many there are. */
export function distinctInMemory(): Distinct {
  const seen = new Set<string>();
  return { add: (text) => void seen.add(text), count: async () => seen.size };
}

export interface Statistics {
  readonly triples: number;
  readonly subjects: number;
  readonly objects: number;
  /** Subjects that are entities: IRIs under BASE/entity/. */
  readonly entities: number;
  /** Property → triples, and class → instances, by IRI in order of code units. */
  readonly properties: readonly (readonly [string, number])[];
  readonly classes: readonly (readonly [string, number])[];
  /** owl:sameAs to Wikidata. */
  readonly wikidata: number;
  /** The first instance of each class of the ontology, by class. */
  readonly examples: readonly string[];
  /** The newest article's date of publication (YYYY-MM-DD). */
  readonly newest: string | undefined;
  /** From the first to the last day that an article was published on or names. */
  readonly days: { readonly start: string; readonly end: string } | undefined;
}

/** Of which classes an example is given. */
const SHOWN = ['Article', 'Person', 'Organization', 'Place', 'Meeting', 'Passage'] as const;

/** Counts triples in the order of Turtle, in one pass. */
export async function statisticsOf(triples: Sorted, base: string, objects: Distinct = distinctInMemory()): Promise<Statistics> {
  const properties = new Map<string, number>(), classes = new Map<string, number>(), examples = new Map<string, string>();
  const more = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  let count = 0, subjects = 0, entities = 0, wikidata = 0;
  let before: string | undefined, newest: string | undefined;
  let days: { start: string; end: string } | undefined;
  const widen = (d: Days): void => {
    days = span(days ? [{ ...days, precision: 'day' }, d] : [d]);
  };
  for await (const q of triples) {
    count++;
    const s = q.subject.value, p = q.predicate.value;
    if (s !== before) {
      subjects++;
      if (s.startsWith(`${base}entity/`)) entities++;
      before = s;
    }
    objects.add(q.object.id);
    more(properties, p);
    if (p === RDF_TYPE) {
      more(classes, q.object.value);
      if (!examples.has(q.object.value)) examples.set(q.object.value, s);
    } else if (p === SAME_AS && q.object.value.startsWith(WIKIDATA)) wikidata++;
    else if ((p === news('published') || p === news('time')) && q.object.termType === 'Literal') {
      const d = daysOf(q.object.value, q.object.datatype.value);
      if (d) widen(d);
      if (d && p === news('published') && (newest === undefined || d.end > newest)) newest = d.end;
    }
  }
  const ordered = (counts: Map<string, number>): [string, number][] => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    triples: count, subjects, objects: await objects.count(), entities, properties: ordered(properties), classes: ordered(classes), wikidata, newest, days,
    examples: SHOWN.flatMap((c) => examples.get(NEWS + c) ?? []),
  };
}
