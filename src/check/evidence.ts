import type { Quad } from 'n3';
import { SHORT_FORMS } from '../model/relations.js';
import { NEWS, news, type Term } from '../model/vocabulary.js';
import { finding, short, type Finding } from './finding.js';
import { nodesOf, type Node, type Nodes } from './nodes.js';
import { push } from './owl/schema.js';
import type { Names, Subject } from './types.js';

const FRAGMENT = /^(.*)#char=(0|[1-9]\d{0,14}),(0|[1-9]\d{0,14})$/;
const ENTITIES = new Set(['Person', 'Organization', 'Place', 'Group', 'Work'].map((t) => NEWS + t));
/** Properties of events and relations that do not say who takes part. */
const OTHER = new Set<string>((['status', 'foundBy', 'confidence', 'trigger', 'evidence', 'mention', 'impliedBy', 'topic', 'time', 'timePassage', 'count', 'countPassage', 'post', 'instrument', 'position', 'amount'] as Term[]).map(news));

/** The direct properties, each with what it is short for. */
export const FORMS = new Map(SHORT_FORMS.map((d) => [news(d.property), d]));

/** HW-501 to HW-510: that nothing is in the graph which is not in the texts. Without articles the quotes are not compared. */
export function checkEvidence({ quads, articles, names }: Subject): Finding[] {
  const nodes = nodesOf(quads);
  return [...passages(nodes, articles), ...grounded(nodes), ...unsupported(nodes, quads), ...(names ? misnamed(nodes, quads, names) : []), ...(articles ? metadata(nodes, articles) : [])];
}

const isPassage = (own: Node): boolean => own.types.includes(news('Passage')) || own.values.has(news('quote'));

function passages(nodes: Nodes, articles: Subject['articles']): Finding[] {
  const found: Finding[] = [];
  const texts = new Map<string, string[]>(), absent = new Set<string>();
  for (const [iri, own] of nodes.all) {
    if (!isPassage(own)) continue;
    const one = (term: Term): string | undefined => own.values.get(news(term))?.[0];
    const [, home, from, to] = FRAGMENT.exec(iri) ?? [];
    if (home === undefined) {
      found.push(finding('HW-505', iri, { value: iri }, { actual: iri }));
      continue;
    }
    const start = Number(from), end = Number(to), quotes = own.values.get(news('quote')) ?? [''];
    const inArticle = one('inArticle');
    if (inArticle !== undefined && inArticle !== home) found.push(finding('HW-502', iri, { length: String(length(quotes[0] ?? '')), place: inArticle }, { actual: inArticle, expected: home, path: news('inArticle') }));
    for (const quote of quotes) {
      const here = length(quote);
      if (here !== end - start || Number(one('start') ?? start) !== start || Number(one('end') ?? end) !== end) {
        found.push(finding('HW-502', iri, { length: String(here), place: `${one('start') ?? start}–${one('end') ?? end} (${end - start})` }, { actual: quote.slice(0, 80), path: news('quote') }));
        continue;
      }
      if (!articles) continue;
      const article = articles.get(home);
      if (!article) {
        if (!absent.has(home)) found.push(finding('HW-503', home));
        absent.add(home);
        continue;
      }
      let chars = texts.get(home);
      if (!chars) texts.set(home, (chars = Array.from(article.text)));
      const there = chars.slice(start, end).join('');
      if (there !== quote) found.push(finding('HW-501', iri, {}, { actual: quote.slice(0, 80), expected: there.slice(0, 80), path: news('quote') }));
    }
  }
  return found;
}

/** Code points of a text. */
function length(text: string): number {
  let n = 0;
  for (const _ of text) n++;
  return n;
}

/** Whether events and relations stand on passages of their article, and name whom they name there. */
function grounded(nodes: Nodes): Finding[] {
  const found: Finding[] = [];
  const named = new Set<string>();
  const reporters = new Map<string, string[]>();
  for (const [iri, own] of nodes.all) {
    for (const who of own.values.get(news('denotes')) ?? []) named.add(`${iri.replace(/#.*$/, '')} ${who}`);
    for (const e of own.values.get(news('reports')) ?? []) push(reporters, e, iri);
  }
  for (const [iri, own] of nodes.all) {
    const evidence = own.values.get(news('evidence'));
    const stands = (['evidence', 'trigger'] as const).flatMap((term) => own.values.get(news(term)) ?? []);
    for (const p of stands) if (!nodes.all.has(p) || !isPassage(nodes.all.get(p) as Node)) found.push(finding('HW-505', iri, { value: p }, { actual: p, path: news('evidence') }));
    const told = reporters.get(iri) ?? [];
    if (!evidence) {
      // an event without evidence: the shapes say so too, but nothing may stand on it
      if (told.length > 0 && !own.types.includes(news('Article'))) found.push(finding('HW-505', iri, { value: '–' }, { path: news('evidence') }));
      continue;
    }
    const homes = new Set(evidence.map((p) => p.replace(/#.*$/, '')));
    if (told.length !== 1 || homes.size !== 1 || !homes.has(told[0] as string)) found.push(finding('HW-510', iri, { value: [...homes].join(' ') }, { actual: told.join(' '), path: news('reports') }));
    const sentences = evidence.map((p) => FRAGMENT.exec(p)).filter((m) => m !== null);
    for (const [term, list] of own.values) {
      if (term === news('mention') || term === news('trigger')) for (const p of list) {
        const m = FRAGMENT.exec(p);
        if (m && sentences.length > 0 && !sentences.some((s) => s[1] === m[1] && Number(s[2]) <= Number(m[2]) && Number(m[3]) <= Number(s[3]))) found.push(finding('HW-506', iri, { value: `${m[2]}–${m[3]}` }, { actual: p, path: term }));
      } else if (!OTHER.has(term) && term.startsWith(NEWS)) for (const who of list) {
        const there = nodes.all.get(who);
        if ((there === undefined || there.types.length === 0 || there.types.some((t) => ENTITIES.has(t))) && /^[a-z][a-z0-9+.-]*:/i.test(who) && sentences.length > 0 && !sentences.some((s) => named.has(`${s[1]} ${who}`))) found.push(finding('HW-507', iri, { property: short(term), value: who }, { actual: who, path: term }));
      }
    }
  }
  return found;
}

/** Direct facts of a graph that no event or relation states which is asserted or planned and has evidence. */
export function unstated(nodes: Nodes, quads: readonly Quad[]): Quad[] {
  const wanted = new Map<string, Map<string, Quad>>();
  for (const q of quads) {
    if (!FORMS.has(q.predicate.value)) continue;
    const key = `${q.subject.value} ${q.predicate.value}`, own = wanted.get(key) ?? new Map<string, Quad>();
    wanted.set(key, own.set(q.object.value, q));
  }
  const dead = new Set<string>([news('negated'), news('possible')]);
  for (const own of nodes.all.values()) {
    if (!own.values.has(news('evidence')) || own.values.get(news('status'))?.some((s) => dead.has(s))) continue;
    for (const [property, d] of FORMS) {
      if (!own.types.includes(news(d.of))) continue;
      // what is left of a fact's wanted objects is looked for among the event's, never every pair of them
      const to = own.values.get(news(d.to)) ?? [];
      for (const a of own.values.get(news(d.from)) ?? []) {
        const objects = wanted.get(`${a} ${property}`);
        if (objects && objects.size > 0) for (const b of to) if (b !== a) objects.delete(b);
      }
    }
  }
  return [...wanted.values()].flatMap((m) => [...m.values()]);
}

const unsupported = (nodes: Nodes, quads: readonly Quad[]): Finding[] => unstated(nodes, quads)
  .map((q) => finding('HW-504', q.subject.value, { property: short(q.predicate.value), value: q.object.value }, { actual: q.object.value, path: q.predicate.value }));

const LABELS = new Set(['http://www.w3.org/2000/01/rdf-schema#label', 'http://www.w3.org/2004/02/skos/core#altLabel']);

/** Labels of entities that neither words that name them nor a list of names has. */
function misnamed(nodes: Nodes, quads: readonly Quad[], names: Names): Finding[] {
  const written = new Map<string, Set<string>>();
  for (const [, own] of nodes.all) for (const who of own.values.get(news('denotes')) ?? []) {
    const spellings = written.get(who) ?? new Set<string>();
    written.set(who, spellings);
    for (const quote of own.values.get(news('quote')) ?? []) spellings.add(names.spelling(quote));
  }
  const found: Finding[] = [];
  const told = new Set<string>();
  for (const q of quads) {
    if (!LABELS.has(q.predicate.value) || q.object.termType !== 'Literal' || !nodes.all.get(q.subject.value)?.types.some((t) => ENTITIES.has(t))) continue;
    const { value, language } = q.object, key = `${q.subject.value} ${language} ${value}`;
    if (told.has(key) || names.listed(q.subject.value)?.[language] === value || written.get(q.subject.value)?.has(names.spelling(value))) continue;
    told.add(key);
    found.push(finding('HW-508', q.subject.value, { value: value.slice(0, 80) }, { actual: value.slice(0, 80), path: q.predicate.value }));
  }
  return found;
}

/** Title, publisher and day of the articles at hand, against what the graph says of them. */
function metadata(nodes: Nodes, articles: NonNullable<Subject['articles']>): Finding[] {
  const found: Finding[] = [];
  for (const [iri, article] of articles) {
    const own = nodes.all.get(iri);
    if (!own) continue;
    for (const property of ['title', 'publisher', 'published'] as const) for (const value of own.values.get(news(property)) ?? []) {
      if (value !== article[property]) found.push(finding('HW-509', iri, { property: `news:${property}` }, { actual: value.slice(0, 80), ...(article[property] === undefined ? {} : { expected: article[property] }), path: news(property) }));
    }
  }
  return found;
}
