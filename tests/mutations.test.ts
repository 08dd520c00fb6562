// The gate against itself: kinds of fault, 25 random instances of each planted in graphs that hewal built, must be found by the right rule.
import { readFileSync } from 'node:fs';
import { DataFactory, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../bench/generate.js';
import { checkGraph } from '../src/check/index.js';
import type { Article } from '../src/model/article.js';
import { DIRECT as FACTS, EVENT_TYPES, FILLERS, NEWS, news, ROLE_PROPERTIES } from '../src/model/vocabulary.js';
import { ARTICLES, engine, RDF_TYPE, RDFS, XSD } from './support/make.js';

const { literal, namedNode, quad } = DataFactory;
const INSTANCES = 25, SENTENCES = 8;
const random = randomOf(20261130);

/** Own sentences of the hard cases, some to an article, so that most types of event and role are there. */
const SENTENCES_OF_CASES = readFileSync(new URL('cases.txt', import.meta.url), 'utf8').split('\n').filter((l) => l !== '' && !l.startsWith('#') && !l.startsWith(' '));
const ARTICLES_OF_CASES: Article[] = Array.from({ length: Math.floor(SENTENCES_OF_CASES.length / SENTENCES) }, (_, i) => ({ id: `c${i}`, published: '2026-11-25', text: SENTENCES_OF_CASES.slice(i * SENTENCES, (i + 1) * SENTENCES).join(' ') }));
const POOL = [...ARTICLES, ...ARTICLES_OF_CASES].map((article) => ({ article, quads: engine.quads(engine.read(article)) })).filter((g) => g.quads.length > 60);
const COUNTRY: Readonly<Record<string, string>> = { baghdad: 'Iraq', tehran: 'Iran' };
const countryOf = (iri: string): string | undefined => COUNTRY[iri.replace(/^.*\//, '')];

interface Good {
  readonly article: Article;
  readonly quads: readonly Quad[];
}
/** What a fault makes of a good graph: statements, and articles where those change; undefined where the graph has no place for it. */
type Fault = (g: Good) => { quads: Quad[]; article?: Article; more?: Article } | undefined;

const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
const term = (x: string) => namedNode(x.includes(':') ? x : NEWS + x);
const typed = (value: string, type: string) => literal(value, namedNode(XSD + type));
const is = (q: Quad, p: string): boolean => q.predicate.value === term(p).value;
const typesOf = (g: Good, node: string): string[] => g.quads.filter((q) => q.subject.value === node && is(q, RDF_TYPE)).map((q) => q.object.value.replace(NEWS, ''));
const of = (g: Good, ...types: string[]): string[] => g.quads.filter((q) => is(q, RDF_TYPE) && types.includes(q.object.value.replace(NEWS, ''))).map((q) => q.subject.value);
const events = (g: Good): string[] => g.quads.filter((q) => is(q, 'status')).map((q) => q.subject.value);
const people = (g: Good): string[] => of(g, 'Person');
const ROLES = new Set<string>(Object.values(ROLE_PROPERTIES).flatMap((r) => Object.values(r)).concat('agent', 'target', 'participant', 'place'));
const roleQuads = (g: Good): Quad[] => g.quads.filter((q) => ROLES.has(q.predicate.value.replace(NEWS, '')) && q.object.termType === 'NamedNode' && typesOf(g, q.object.value).some((t) => ['Person', 'Organization', 'Place', 'Group', 'Work'].includes(t)));
const add = (g: Good, s: string | undefined, p: string, o: Quad['object'] | string | undefined): ReturnType<Fault> =>
  s === undefined || o === undefined ? undefined : { quads: [...g.quads, quad(namedNode(s), term(p), typeof o === 'string' ? term(o) : o, g.quads[0]?.graph)] };
const swap = (g: Good, q: Quad | undefined, by: Partial<Record<'subject' | 'predicate' | 'object', Quad['object']>>): ReturnType<Fault> =>
  q && { quads: g.quads.map((x) => (x === q ? quad((by.subject ?? q.subject) as Quad['subject'], (by.predicate ?? q.predicate) as Quad['predicate'], by.object ?? q.object, q.graph) : x)) };
const drop = (g: Good, q: Quad | undefined): ReturnType<Fault> => q && { quads: g.quads.filter((x) => x !== q) };
const one = (g: Good, p: string, where: (q: Quad) => boolean = () => true): Quad | undefined => pick(g.quads.filter((q) => is(q, p) && where(q)));
const dropOne = (p: string, where?: (g: Good, q: Quad) => boolean): Fault => (g) => drop(g, one(g, p, (q) => where?.(g, q) ?? true));
const isEvent = (g: Good, q: Quad): boolean => events(g).includes(q.subject.value);
const isEntity = (g: Good, q: Quad): boolean => typesOf(g, q.subject.value).some((t) => ['Person', 'Organization', 'Place', 'Group', 'Work'].includes(t));
/** A name with one letter taken out or doubled. */
const misspelt = (name: string): string => {
  const at = 1 + Math.floor(random() * (name.length - 2));
  return random() < 0.5 ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + name[at] + name.slice(at);
};
const SPAN = /^(.*)#char=(\d+),(\d+)$/;
/** Another passage in the place of one, wherever it is spoken of. */
const renamed = (g: Good, from: string | undefined, to: (article: string, start: number, end: number) => [iri: string, start: number, end: number]): ReturnType<Fault> => {
  const m = SPAN.exec(from ?? '');
  if (!m) return undefined;
  const [iri, start, end] = to(m[1] as string, Number(m[2]), Number(m[3]));
  const node = namedNode(iri);
  return { quads: g.quads.map((q) => quad(q.subject.value === from ? node : q.subject, q.predicate, q.object.value === from ? node : q.subject.value === from && is(q, 'start') ? typed(String(start), 'nonNegativeInteger') : q.subject.value === from && is(q, 'end') ? typed(String(end), 'nonNegativeInteger') : q.object, q.graph) as Quad) };
};
const letter = (text: string): string => {
  const chars = Array.from(text), at = Math.floor(random() * chars.length);
  chars[at] = chars[at] === 'ژ' ? 'چ' : 'ژ';
  return chars.join('');
};
/** An event of people that hewal could have found, with the evidence of one that it did. */
const invented = (g: Good, n: number, type: string, roles: Readonly<Record<string, string | Quad['object'] | readonly string[] | undefined>>, status = 'asserted'): Quad[] | undefined => {
  const model = pick(events(g)), graph = g.quads[0]?.graph;
  if (model === undefined || Object.values(roles).flat().includes(undefined)) return undefined;
  const node = namedNode(`${graph?.value}/event/${900 + n}-${type.toLowerCase()}`);
  const own = g.quads.filter((q) => q.subject.value === model && ['trigger', 'evidence', 'foundBy', 'confidence'].some((p) => is(q, p))).map((q) => quad(node, q.predicate, q.object, graph));
  const said = Object.entries(roles).flatMap(([role, fill]) => [fill].flat().map((f) => quad(node, term(role), (typeof f === 'string' ? term(f) : f) as Quad['object'], graph)));
  return [quad(graph as Quad['subject'], term('reports'), node, graph), quad(node, term(RDF_TYPE), term(type), graph), quad(node, term('status'), term(status), graph), ...own, ...said];
};
const withEvents = (g: Good, ...lists: (Quad[] | undefined)[]): ReturnType<Fault> => (lists.some((l) => l === undefined) ? undefined : { quads: [...g.quads, ...lists.flatMap((l) => l ?? [])] });
/** A place of which a country is known, named in the article. */
const placed = (g: Good, name: string): Quad[] => {
  const node = namedNode(`${engine.mint.base}entity/place/${name}`), graph = g.quads[0]?.graph, passage = one(g, 'denotes')?.subject;
  return [quad(node, term(RDF_TYPE), term('Place'), graph), quad(node, term(`${RDFS}label`), literal(name, 'ckb'), graph), quad(passage as Quad['subject'], term('denotes'), node, graph)];
};
const place = (name: string): string => `${engine.mint.base}entity/place/${name}`;
const two = (list: readonly string[]): [string | undefined, string | undefined] => {
  const a = pick(list);
  return [a, pick(list.filter((x) => x !== a))];
};
/** Direct facts that an event gives; where something lies is told by its words, and stays true of an event denied. */
const OF_EVENTS = new Set(FACTS.filter((f) => (EVENT_TYPES as readonly string[]).includes(f.of)).map((f) => news(f.property)));
const DIRECT = (q: Quad): boolean => q.subject.value.includes('/entity/') && q.object.value.includes('/entity/') && q.predicate.value.startsWith(NEWS);

/** Each kind, the rules of which one must find it, and how it is planted. */
const KINDS: readonly (readonly [name: string, rules: readonly string[], fault: Fault])[] = [
  ['a misspelt property', ['HW-101'], (g) => { const q = pick(g.quads.filter((x) => x.predicate.value.startsWith(NEWS))); return swap(g, q, { predicate: namedNode(NEWS + misspelt((q as Quad).predicate.value.slice(NEWS.length))) }); }],
  ['a misspelt class', ['HW-102'], (g) => { const q = one(g, RDF_TYPE); return swap(g, q, { object: namedNode(NEWS + misspelt((q as Quad).object.value.slice(NEWS.length))) }); }],
  ['a property from nowhere', ['HW-101'], (g) => add(g, pick(events(g)), 'https://example.org/p', pick(people(g)))],
  ['a misspelt property of RDFS', ['HW-101'], (g) => swap(g, one(g, `${RDFS}label`), { predicate: namedNode(`${RDFS}${misspelt('label')}`) })],
  ['a property under http', ['HW-104'], (g) => { const q = pick(g.quads.filter((x) => x.predicate.value.startsWith(NEWS))); return swap(g, q, { predicate: namedNode((q as Quad).predicate.value.replace('https:', 'http:')) }); }],
  ['a class with a slash', ['HW-104'], (g) => { const q = one(g, RDF_TYPE); return swap(g, q, { object: namedNode((q as Quad).object.value.replace('#', '/')) }); }],
  ['a misspelt datatype', ['HW-106'], (g) => { const q = one(g, 'confidence'); return swap(g, q, { object: literal((q as Quad).object.value, namedNode(XSD + misspelt('decimal'))) }); }],
  ['a language that is none', ['HW-106'], (g) => { const q = one(g, `${RDFS}label`); return swap(g, q, { object: literal((q as Quad).object.value, 'ckb_IQ') }); }],
  ['an event without evidence', ['HW-201'], dropOne('evidence')],
  ['an event without a trigger', ['HW-201'], dropOne('trigger')],
  ['an event without a rule', ['HW-201'], dropOne('foundBy')],
  ['an event without a status', ['HW-201'], dropOne('status')],
  ['an entity without a name', ['HW-201'], dropOne(`${RDFS}label`, (g, q) => isEntity(g, q) && q.object.termType === 'Literal' && q.object.language === 'ckb')],
  ['a Kurdish name in English', ['HW-201'], (g) => { const q = one(g, `${RDFS}label`, (x) => x.object.termType === 'Literal' && x.object.language === 'ckb'); return swap(g, q, { object: literal(q?.object.value ?? '', 'en') }); }],
  ['a passage without its words', ['HW-201'], dropOne('quote')],
  ['a passage of no article', ['HW-201'], dropOne('inArticle')],
  ['a passage without a start', ['HW-201'], dropOne('start')],
  ['an event in which nothing is', ['HW-201'], (g) => { const e = pick(of(g, 'Meeting', 'Visit', 'Hosting', 'Death', 'Attack', 'Arrest')); return e === undefined ? undefined : { quads: g.quads.filter((q) => q.subject.value !== e || [RDF_TYPE, 'status', 'trigger', 'evidence', 'foundBy', 'confidence'].some((p) => is(q, p))) }; }],
  ['two Kurdish names', ['HW-202'], (g) => add(g, one(g, `${RDFS}label`, (q) => isEntity(g, q))?.subject.value, `${RDFS}label`, literal('ناوێکی دیکە', 'ckb'))],
  ['two statuses', ['HW-202', 'HW-302'], (g) => { const q = one(g, 'status'); return add(g, q?.subject.value, 'status', q?.object.value === news('planned') ? 'asserted' : 'planned'); }],
  ['two starts', ['HW-202', 'HW-302'], (g) => add(g, one(g, 'start')?.subject.value, 'start', typed('99999', 'nonNegativeInteger'))],
  ['words in a role', ['HW-203', 'HW-204'], (g) => { const q = pick(roleQuads(g)); return swap(g, q, { object: literal('کەسێک') }); }],
  ['an article in a role', ['HW-203', 'HW-303'], (g) => swap(g, pick(roleQuads(g)), { object: g.quads[0]?.graph as Quad['object'] })],
  ['a work that acts', ['HW-203'], (g) => { const q = pick(roleQuads(g).filter((x) => ['Person', 'Place', 'Organization'].includes(typesOf(g, x.object.value)[0] ?? '') && FILLERS[x.predicate.value.replace(NEWS, '')]?.includes('Work') === false)); return q && { quads: g.quads.map((x) => (x.subject.value === q.object.value && is(x, RDF_TYPE) ? quad(x.subject, x.predicate, term('Work'), x.graph) : x)) }; }],
  ['a guest that is a place', ['HW-203'], (g) => { const q = one(g, 'guest') ?? one(g, 'visitor') ?? one(g, 'deceased'); return q && { quads: g.quads.map((x) => (x.subject.value === q.object.value && is(x, RDF_TYPE) ? quad(x.subject, x.predicate, term('Place'), x.graph) : x)) }; }],
  ['a confidence in words', ['HW-204'], (g) => swap(g, one(g, 'confidence'), { object: literal('باش') })],
  ['a time that is only words', ['HW-204'], (g) => add(g, pick(events(g)), 'time', literal('دوێنێ'))],
  ['a count that is no number', ['HW-204'], (g) => add(g, pick(of(g, 'Death', 'Injury', 'Arrest')), 'count', typed('دوو', 'integer'))],
  ['a status that is none', ['HW-205'], (g) => swap(g, one(g, 'status'), { object: term('done') })],
  ['a confidence above one', ['HW-205'], (g) => swap(g, one(g, 'confidence'), { object: typed('1.70', 'decimal') })],
  ['a role of another type', ['HW-206'], (g) => { const e = pick(of(g, 'Statement', 'Death', 'Attack', 'Decision')); return add(g, e, 'guest', pick(people(g))); }],
  ['a person who is a place too', ['HW-301'], (g) => add(g, pick(people(g)), RDF_TYPE, 'Place')],
  ['an event that is a relation too', ['HW-301'], (g) => add(g, pick(events(g)), RDF_TYPE, 'Relation')],
  ['a person who is an event too', ['HW-301', 'HW-203'], (g) => add(g, pick(people(g)), RDF_TYPE, 'Meeting')],
  ['a person who is the same as a place', ['HW-301'], (g) => add(g, pick(people(g)), 'http://www.w3.org/2002/07/owl#sameAs', pick(of(g, 'Place', 'Organization')))],
  ['the same and different', ['HW-304'], (g) => { const [a, b] = two(people(g)), first = add(g, a, 'http://www.w3.org/2002/07/owl#sameAs', b); return first && add({ ...g, quads: first.quads }, a, 'http://www.w3.org/2002/07/owl#differentFrom', b); }],
  ['somebody who hosts themselves', ['HW-305'], (g) => { const who = pick(people(g)); return add(g, who, pick(['hosts', 'visits', 'meets']) as string, who); }],
  ['a person with a status', ['HW-303'], (g) => add(g, pick(people(g)), 'status', 'asserted')],
  ['a number that is none', ['HW-204', 'HW-307', 'HW-502'], (g) => swap(g, one(g, 'start'), { object: typed('سفر', 'nonNegativeInteger') })],
  ['a day that does not exist', ['HW-401'], (g) => add(g, pick(events(g)), 'time', typed(pick(['2026-02-30', '2026-13-01', '2026-04-31', '2025-02-29']) as string, 'date'))],
  ['a day of publication that does not exist', ['HW-401'], (g) => swap(g, one(g, 'published'), { object: typed('2026-06-31', 'date') })],
  ['a guest who is the host', ['HW-402'], (g) => { const who = pick(people(g)); return withEvents(g, invented(g, 1, 'Hosting', { host: who, guest: who })); }],
  ['a meeting after its article', ['HW-403'], (g) => (g.article.published === undefined ? undefined : withEvents(g, invented(g, 1, 'Meeting', { attendee: two(people(g)) as [string, string], time: typed('2031-01-01', 'date') })))],
  ['two countries on one day', ['HW-404'], (g) => { const who = pick(people(g)), day = typed('2020-05-05', 'date'); return withEvents(g, placed(g, 'baghdad'), placed(g, 'tehran'), invented(g, 1, 'Visit', { visitor: who, destination: place('baghdad'), time: day }), invented(g, 2, 'Visit', { visitor: who, destination: place('tehran'), time: day })); }],
  ['a place with a post', ['HW-405', 'HW-203'], (g) => { const q = one(g, 'holder'); return q && { quads: g.quads.map((x) => (x.subject.value === q.object.value && is(x, RDF_TYPE) ? quad(x.subject, x.predicate, term('Place'), x.graph) : x)) }; }],
  ['the dead who act', ['HW-406'], (g) => { const who = pick(people(g)); return withEvents(g, invented(g, 1, 'Death', { deceased: who, time: typed('2019-03-03', 'date') }), invented(g, 2, 'Visit', { visitor: who, time: typed('2019-03-09', 'date') })); }],
  ['an article that another denies', ['HW-407'], (g) => { const [a, b] = two(people(g)), made = invented(g, 1, 'Hosting', { host: a, guest: b }), other = ARTICLES[0] as Article; const denied = made?.map((q) => quad(q.subject, q.predicate, is(q, 'status') ? term('negated') : q.object, q.graph)); if (!made || !denied || other.id === g.article.id) return undefined; const here = engine.mint.article(g.article.id), there = engine.mint.article(other.id); const elsewhere = denied.map((q) => quad(namedNode(q.subject.value.replace(here, there)), q.predicate, q.object.termType === 'NamedNode' ? namedNode(q.object.value.replace(here, there)) : q.object, namedNode(there)) as Quad); return { quads: [...g.quads, ...made, ...elsewhere], more: other }; }],
  ['an offset shifted by one', ['HW-501'], (g) => renamed(g, one(g, 'quote')?.subject.value, (a, s, e) => [`${a}#char=${s + 1},${e + 1}`, s + 1, e + 1])],
  ['a passage far away', ['HW-501', 'HW-506'], (g) => renamed(g, one(g, 'quote')?.subject.value, (a, s, e) => [`${a}#char=${s + 9000},${e + 9000}`, s + 9000, e + 9000])],
  ['a letter of a quote changed', ['HW-501'], (g) => { const q = one(g, 'quote'); return swap(g, q, { object: literal(letter(q?.object.value ?? '')) }); }],
  ['a letter of the article changed', ['HW-501'], (g) => { const e = one(g, 'evidence'), m = SPAN.exec(e?.object.value ?? ''); if (!m) return undefined; const chars = Array.from(g.article.text), at = Number(m[2]) + Math.floor(random() * (Number(m[3]) - Number(m[2]))); chars[at] = chars[at] === 'ژ' ? 'چ' : 'ژ'; return { quads: [...g.quads], article: { ...g.article, text: chars.join('') } }; }],
  ['a letter of a quote lost', ['HW-502'], (g) => { const q = one(g, 'quote'); return swap(g, q, { object: literal(Array.from(q?.object.value ?? '').slice(1).join('')) }); }],
  ['an end that the IRI does not have', ['HW-502'], (g) => { const q = one(g, 'end'); return swap(g, q, { object: typed(String(Number(q?.object.value) + 1), 'nonNegativeInteger') }); }],
  ['a passage of another article', ['HW-502'], (g) => swap(g, one(g, 'inArticle'), { object: namedNode(`${g.quads[0]?.graph.value}x`) })],
  ['an article that is not given', ['HW-503'], (g) => ({ quads: [...g.quads], article: { ...g.article, id: 'another' } })],
  ['an invented fact', ['HW-504'], (g) => { const [a, b] = two(people(g)); return g.quads.some((q) => q.subject.value === a && q.object.value === b && DIRECT(q)) ? undefined : add(g, a, pick(['condemns', 'arrests', 'kills', 'accuses']) as string, b); }],
  ['a fact the wrong way round', ['HW-504'], (g) => { const q = pick(g.quads.filter((x) => DIRECT(x) && ['hosts', 'arrests', 'attacks', 'condemns', 'accuses', 'supports', 'asks'].includes(x.predicate.value.replace(NEWS, '')))); return swap(g, q, { subject: q?.object as Quad['object'], object: q?.subject as Quad['object'] }); }],
  ['an event denied whose fact stays', ['HW-504'], (g) => { const fact = pick(g.quads.filter((q) => DIRECT(q) && OF_EVENTS.has(q.predicate.value))), e = events(g).filter((n) => fact && [fact.subject.value, fact.object.value].every((v) => g.quads.some((q) => q.subject.value === n && q.object.value === v))); return e.length === 0 ? undefined : { quads: g.quads.map((q) => (e.includes(q.subject.value) && is(q, 'status') ? quad(q.subject, q.predicate, term('negated'), q.graph) : q)) }; }],
  ['evidence that is a person', ['HW-505'], (g) => swap(g, one(g, 'evidence'), { object: namedNode(pick(people(g)) ?? 'x:y') })],
  ['a passage without a place', ['HW-505'], (g) => renamed(g, one(g, 'quote')?.subject.value, (a, s, e) => [`${a}#words`, s, e])],
  ['a mention outside its sentence', ['HW-506'], (g) => { const e = pick(g.quads.filter((q) => is(q, 'evidence') && isEvent(g, q))), m = SPAN.exec(e?.object.value ?? ''); const far = one(g, 'denotes', (q) => { const f = SPAN.exec(q.subject.value); return !!m && !!f && (Number(f[2]) >= Number(m[3]) || Number(f[3]) <= Number(m[2])); }); return add(g, e?.subject.value, 'mention', far?.subject); }],
  ['a letter of a name changed', ['HW-508'], (g) => { const q = g.quads.length > 0 ? pick(g.quads.filter((x) => (is(x, `${RDFS}label`) || is(x, 'http://www.w3.org/2004/02/skos/core#altLabel')) && x.object.termType === 'Literal' && x.object.language === 'ckb' && /^[\u0620-\u06ff ]+$/.test(x.object.value))) : undefined; return swap(g, q, { object: literal(letter(q?.object.value ?? ''), 'ckb') }); }],
  ['an article of another day', ['HW-509'], (g) => swap(g, one(g, 'published'), { object: typed('1999-01-01', 'date') })],
  ['somebody whom the article does not name', ['HW-507'], (g) => { const who = namedNode('https://w3id.org/hewal/kb/entity/person/stranger'), q = pick(roleQuads(g).filter((x) => typesOf(g, x.object.value).includes('Person'))), graph = g.quads[0]?.graph; const swapped = swap(g, q, { object: who }); return swapped && { quads: [...swapped.quads, quad(who, term(RDF_TYPE), term('Person'), graph), quad(who, term(`${RDFS}label`), literal('بێگانە', 'ckb'), graph)] }; }],
];

const check = (g: Good, f: NonNullable<ReturnType<Fault>>) => {
  const given = [f.article ?? g.article, ...(f.more ? [f.more] : [])];
  return checkGraph({ quads: f.quads, articles: new Map(given.map((a) => [engine.mint.article(a.id), a])), countryOf, names: engine.names });
};

describe('faults planted in good graphs', () => {
  it('the graphs are good, and there are enough of them', async () => {
    expect(POOL.length).toBeGreaterThan(20);
    expect(KINDS.length).toBeGreaterThanOrEqual(40);
    for (const g of POOL) expect(await check(g, { quads: [...g.quads] }), g.article.id).toEqual([]);
  });

  it.each(KINDS)('%s', async (_, rules, fault) => {
    let planted = 0, found = 0;
    const missed: string[] = [];
    for (let tries = 0; planted < INSTANCES && tries < 4000; tries++) {
      const g = pick(POOL) as Good;
      const f = fault(g);
      if (!f) continue;
      planted++;
      const codes = (await check(g, f)).map((x) => x.code);
      if (codes.some((c) => rules.includes(c))) found++;
      else missed.push(`${g.article.id}: ${codes.join(' ')}`);
    }
    expect(planted).toBe(INSTANCES);
    expect([found, missed]).toEqual([INSTANCES, []]);
  });
});
