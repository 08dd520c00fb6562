import type { Quad } from 'n3';
import { articleOfNode } from '../explain/node.js';
import { ALT, first, LABEL, labelsOf, RDF_TYPE, SAME_AS, shortName, type Index, indexGraph } from '../explain/graph-index.js';
import { classOf, kindOf } from '../explain/kinds.js';
import { holds, isRole, statusOf } from '../explain/roles.js';
import { prefixes, rank, sorted } from '../formats/rdf.js';
import type { LetterTable } from '../language/tables.js';
import type { Article } from '../model/article.js';
import { SHORT_FORMS } from '../model/relations.js';
import { ENTITY_TYPES, type EntityType, type Status } from '../model/types.js';
import { EVENT_TYPES, NEWS, news, TERMS } from '../model/vocabulary.js';
import { layTexts, type Laid } from './articles.js';
import { mapOf } from './map.js';
import { shortIri } from './model/iris.js';
import { FEW, type Names, type PageArticle, type PageData, type PageEntity, type PageEvent, type PageLink, type PagePassage, type PageReading } from './model/types.js';

/** What a page is made of. */
export interface PageInput {
  readonly quads: readonly Quad[];
  readonly ontology: readonly Quad[];
  readonly letters: LetterTable;
  /** The articles by their IRIs in the graph; without them the page shows what the graph quotes. */
  readonly articles?: ReadonlyMap<string, Article>;
  /** The base of the prefixes `person:` `org:` … */
  readonly base: string;
  /** The grammar of the words that tell an event, in their order. */
  readonly grammar?: (words: string) => readonly PageReading[];
}

const SHORT: ReadonlySet<string> = new Set(SHORT_FORMS.map((d) => news(d.property)));
const EVENTS: ReadonlySet<string> = new Set(EVENT_TYPES);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byRank = (iris: Iterable<string>): string[] => [...iris].map((iri) => ({ iri, key: rank(iri) })).sort((a, b) => compare(a.key, b.key)).map((x) => x.iri);

/**
 * All that the page shows of a graph: every entity, passage, event, relation and direct fact. The same set of statements gives the
 * same data, whatever their order. Never throws for what a graph holds: what has no place in hewal's ontology is shown by its IRI.
 */
export function pageData(input: PageInput): PageData {
  const quads = sorted(input.quads, false);
  const index = indexGraph(quads);
  const kinds = new Map<string, string[]>();
  for (const iri of index.out.keys()) {
    const kind = kindOf(index, iri) ?? 'other', own = kinds.get(kind);
    if (own) own.push(iri);
    else kinds.set(kind, [iri]);
  }
  return assemble(input, index, quads, kinds);
}

function assemble(input: PageInput, index: Index, quads: readonly Quad[], kinds: ReadonlyMap<string, readonly string[]>): PageData {
  const laid = layTexts(index, kinds.get('passage') ?? [], kinds.get('article') ?? [], input.articles);
  const entityIris = byRank(new Set([...(kinds.get('entity') ?? []), ...endsOfFacts(quads, laid)]));
  const entity = numbered(entityIris);
  const eventIris = byRank([...(kinds.get('event') ?? []), ...(kinds.get('relation') ?? [])]);
  const thing = (value: string): number | undefined => entity.get(value) ?? negative(laid.number.get(value));
  const terms: (string | number)[] = [];
  const statements = statementsOf(quads, new Set(eventIris), terms, thing);
  const events = eventIris.map((iri) => eventOf(index, iri, laid, entity, statements.get(iri) ?? []));
  const links = linksOf(index, eventIris, thing);
  const entities = entityIris.map((iri) => entityOf(index, iri));
  const readings = new Map<string, PageReading>(), read = createReader(input.grammar, readings);
  const triggers = new Set(events.flatMap((e) => e.triggers)), passageIris = [...laid.number.keys()];
  const passages = laid.passages.map((p, i): PagePassage => {
    const iri = passageIris[i] as string;
    const names = (index.out.get(iri)?.get(news('denotes')) ?? []).flatMap((e) => entity.get(e) ?? []);
    const words = triggers.has(i) ? read(first(index, iri, 'quote') ?? '') : [];
    return { ...p, ...(names.length > 0 ? { names } : {}), ...(words.length > 0 ? { words } : {}) };
  });
  return {
    version: 1, prefixes: prefixes(input.base), letters: input.letters, words: wordsOf(input.ontology),
    articles: laid.articles.map((a): PageArticle => ({ iri: a.iri, ...about(index, a.iri), text: a.text, whole: a.whole })),
    entities, passages, events, links, readings: [...readings.values()], terms,
    ...(entities.length > FEW ? { map: mapOf(entities.length, links) } : {}),
  };
}

/** Reads words once each; `readings` grows by what is new. */
function createReader(grammar: PageInput['grammar'], readings: Map<string, PageReading>): (words: string) => number[] {
  const numbers = new Map<string, number>();
  const known = new Map<string, number[]>();
  return (words) => {
    const before = known.get(words);
    if (before) return before;
    const found = (grammar?.(words) ?? []).map((r) => {
      const key = JSON.stringify(r), number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      readings.set(key, r);
      return number;
    });
    known.set(words, found);
    return found;
  };
}

const numbered = (list: readonly string[]): Map<string, number> => new Map(list.map((x, i) => [x, i]));
const negative = (n: number | undefined): number | undefined => (n === undefined ? undefined : -1 - n);

/** What stands at the ends of direct facts and is no passage: entities, in a graph that hewal made. */
function endsOfFacts(quads: readonly Quad[], laid: Laid): Set<string> {
  const ends = new Set<string>();
  for (const q of quads) {
    if (!SHORT.has(q.predicate.value)) continue;
    for (const end of [q.subject.value, q.object.value]) if (!laid.number.has(end)) ends.add(end);
  }
  return ends;
}

/** Title, publisher, date and address of an article, as far as the graph has them. */
function about(index: Index, iri: string): Partial<PageArticle> {
  const title = first(index, iri, 'title'), publisher = first(index, iri, 'publisher'), published = first(index, iri, 'published');
  const url = index.out.get(iri)?.get('https://schema.org/url')?.[0];
  return { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), ...(published ? { published } : {}), ...(url ? { url } : {}) };
}

function entityOf(index: Index, iri: string): PageEntity {
  const types = index.out.get(iri)?.get(RDF_TYPE) ?? [];
  const type: EntityType | '' = ENTITY_TYPES.find((t) => types.includes(news(t))) ?? '';
  const labels = labelsOf(index, iri, LABEL);
  const ckb = labels.find((l) => l.language === 'ckb')?.text, en = labels.find((l) => l.language === 'en')?.text ?? labels.find((l) => l.language !== 'ckb')?.text;
  const name: Names = { ...(ckb ? { ckb } : {}), ...(en ? { en } : {}) };
  const also = [...new Set([...labels, ...labelsOf(index, iri, ALT)].map((l) => l.text))].filter((t) => t !== ckb && t !== en);
  const sameAs = index.out.get(iri)?.get(SAME_AS) ?? [];
  return { iri, type, name, ...(also.length > 0 ? { also } : {}), ...(sameAs.length > 0 ? { sameAs } : {}) };
}

function eventOf(index: Index, iri: string, laid: Laid, entity: ReadonlyMap<string, number>, says: readonly number[]): PageEvent {
  const type = shortName(classOf(index, iri) ?? '');
  const passage = (term: 'trigger' | 'evidence'): number[] => (index.out.get(iri)?.get(news(term)) ?? []).flatMap((p) => laid.number.get(p) ?? []);
  const who = new Set<number>();
  for (const [property, values] of index.out.get(iri) ?? []) if (isRole(property)) for (const v of values) if (entity.has(v)) who.add(entity.get(v) as number);
  const source = entity.get(first(index, iri, 'source') ?? ''), time = first(index, iri, 'time'), rule = first(index, iri, 'foundBy'), sentence = passage('evidence')[0];
  const confidence = Number(first(index, iri, 'confidence') ?? Number.NaN);
  const reported = articleOfNode(index, iri), article = laid.articleNumber.get(reported) ?? -1;
  return {
    iri: article < 0 ? iri : shortIri(iri, reported), kind: EVENTS.has(type) ? 'event' : 'relation', type, article, status: declared(statusOf(index, iri)),
    ...(source === undefined ? {} : { source }), ...(time === undefined ? {} : { time }), ...(rule === undefined ? {} : { rule: shortName(rule) }), ...(Number.isFinite(confidence) ? { confidence } : {}),
    triggers: passage('trigger'), ...(sentence === undefined ? {} : { sentence }), who: [...who].sort((a, b) => a - b), says,
  };
}

const STATUS: readonly Status[] = ['asserted', 'planned', 'negated', 'possible'];
/** A status that the ontology does not know asserts nothing. */
const declared = (status: string): Status => STATUS.find((s) => s === status) ?? 'possible';

/** The statements about some nodes, predicate and object by turns, as numbers of terms; `terms` grows by what they use. */
function statementsOf(quads: readonly Quad[], nodes: ReadonlySet<string>, terms: (string | number)[], thing: (iri: string) => number | undefined): Map<string, number[]> {
  const numbers = new Map<string, number>();
  const number = (term: Quad['object'] | Quad['predicate']): number => {
    const before = numbers.get(term.id);
    if (before !== undefined) return before;
    numbers.set(term.id, terms.length);
    return terms.push((term.termType === 'NamedNode' ? thing(term.value) : undefined) ?? term.id) - 1;
  };
  const found = new Map<string, number[]>();
  for (const q of quads) {
    if (!nodes.has(q.subject.value)) continue;
    const own = found.get(q.subject.value) ?? [];
    if (own.length === 0) found.set(q.subject.value, own);
    own.push(number(q.predicate), number(q.object));
  }
  return found;
}

/** Every direct fact of the graph, and what events say that is none: what was denied or is only possible. */
function linksOf(index: Index, nodes: readonly string[], thing: (value: string) => number | undefined): PageLink[] {
  const links = new Map<string, PageLink & { readonly events: number[] }>();
  const link = (from: number | undefined, property: string, to: number | undefined, direct: boolean, event?: number): void => {
    if (from === undefined || to === undefined) return;
    const key = `${from} ${property} ${to} ${direct}`;
    const own = links.get(key) ?? { from, to, property, direct, events: [] };
    links.set(key, own);
    if (event !== undefined && !own.events.includes(event)) own.events.push(event);
  };
  for (const [subject, own] of index.out) for (const [property, objects] of own) {
    if (SHORT.has(property)) for (const object of objects) link(thing(subject), property.slice(NEWS.length), thing(object), true);
  }
  nodes.forEach((node, i) => {
    const type = classOf(index, node), told = holds(index, node);
    for (const d of SHORT_FORMS) {
      if (news(d.of) !== type) continue;
      for (const s of index.out.get(node)?.get(news(d.from)) ?? []) for (const o of index.out.get(node)?.get(news(d.to)) ?? []) {
        if (s !== o) link(thing(s), d.property, thing(o), told && (index.out.get(s)?.get(news(d.property))?.includes(o) ?? false), i);
      }
    }
  });
  return [...links.values()].sort((a, b) => a.from - b.from || compare(a.property, b.property) || b.to - a.to || Number(b.direct) - Number(a.direct));
}

/** The labels of the ontology's terms, by their short names. */
function wordsOf(ontology: readonly Quad[]): Record<string, Names> {
  const index = indexGraph(ontology);
  return Object.fromEntries(TERMS.map((t): [string, Names] => {
    const labels = labelsOf(index, news(t), LABEL);
    const ckb = labels.find((l) => l.language === 'ckb')?.text, en = labels.find((l) => l.language === 'en')?.text;
    return [t, { ...(ckb ? { ckb } : {}), ...(en ? { en } : {}) }];
  }));
}
